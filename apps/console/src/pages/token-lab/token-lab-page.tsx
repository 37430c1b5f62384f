/**
 * The token lab: takes a token apart to its 66 bits, and builds one. Everything happens in this page;
 * nothing typed here is sent, stored or put into the address.
 */
import { Tabs } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { groupDigits } from '../../digits.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { BuildToken, firstBuild } from './build.tsx';
import { NOTHING_APART, TakeApart } from './take-apart.tsx';
import './tones.css';
import classes from './token-lab.module.css';
import { useOwnKey } from './use-lab-keys.ts';

const APART = 'apart';
const BUILD = 'build';

export function TokenLabPage(): ReactNode {
  const [tab, setTab] = useState(APART);
  const [apart, setApart] = useState(NOTHING_APART);
  const [build, setBuild] = useState(() => firstBuild(new Date()));
  const own = useOwnKey();
  return (
    <>
      <PageHead
        title="Token lab"
        help="Twenty digits are 66 bits. See what each of them says, or make your own."
      />
      <p className={classes['sampleNote']} role="note">
        <IconFlask size={18} aria-hidden />
        <span>
          <strong>For learning and testing.</strong> Tokens made here with sample keys credit no
          real meter. Everything stays in this page.
        </span>
      </p>
      <Tabs value={tab} onChange={(next) => setTab(next ?? APART)} keepMounted={false}>
        <Tabs.List className={classes['tabs'] ?? ''}>
          <Tabs.Tab value={APART}>Take apart</Tabs.Tab>
          <Tabs.Tab value={BUILD}>Build</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={APART}>
          <TakeApart apart={apart} onChange={setApart} own={own} />
        </Tabs.Panel>
        <Tabs.Panel value={BUILD}>
          <BuildToken
            build={build}
            onChange={setBuild}
            own={own}
            onTakeApart={(digits, choice) => {
              setApart({ typed: groupDigits(digits), choice });
              setTab(APART);
              window.scrollTo({ top: 0 });
            }}
          />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
