/**
 * Who may use the platform, for security officers and auditors: people and machine clients. The address holds what is
 * open; a secret never gets into it and lives on the screen only.
 */
import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { mayDo } from '../../shell/access.ts';
import { useSession } from '../../shell/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { API_KEYS_TAB, ApiKeys } from './api-keys.tsx';
import { type Secret, ShownOnce } from './shown-once.tsx';
import classes from './staff.module.css';
import { Users } from './users.tsx';

const USERS_TAB = 'users';

export function StaffPage(): ReactNode {
  const [params, setParams] = useSearchParams();
  const [secret, setSecret] = useState<Secret | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const ofKeys = params.get('tab') === API_KEYS_TAB;
  const mayAdd = mayDo(ofKeys ? 'manage-machines' : 'manage-users', useSession());
  const tab = ofKeys ? { tab: API_KEYS_TAB } : {};
  function forget(): void {
    setSecret(null);
    addButton.current?.focus();
  }
  return (
    <>
      <PageHead
        title="Staff"
        help="Who may use the platform: people with a password, machines with an API key."
        actions={
          mayAdd && (
            <Button
              ref={addButton}
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => setParams({ ...tab, add: '' })}
            >
              {ofKeys ? 'Add an API key' : 'Add a user'}
            </Button>
          )
        }
      />
      <Tabs
        value={ofKeys ? API_KEYS_TAB : USERS_TAB}
        onChange={(next) => setParams(next === API_KEYS_TAB ? { tab: API_KEYS_TAB } : {})}
        keepMounted={false}
      >
        <Tabs.List className={classes['tabs'] ?? ''}>
          <Tabs.Tab value={USERS_TAB}>Users</Tabs.Tab>
          <Tabs.Tab value={API_KEYS_TAB}>API keys</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={USERS_TAB}>
          <Users onSecret={setSecret} />
        </Tabs.Panel>
        <Tabs.Panel value={API_KEYS_TAB}>
          <ApiKeys onSecret={setSecret} />
        </Tabs.Panel>
      </Tabs>
      {secret !== null && <ShownOnce shown={secret} onDone={forget} />}
    </>
  );
}
