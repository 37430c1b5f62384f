/** A meter that runs in an emulator: its face, its keys, and what one can do to it. */
import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { MeterKey } from '@wattvend/meter/meter-event.js';
import { type ReactNode, useCallback } from 'react';
import { Link, useParams } from 'react-router';
import { groupDigits, plainDigits } from '../../digits.ts';
import { askForSpeed, keyRequest } from '../../emulated-meter/ask-emulator.ts';
import type { EmulatedMeter } from '../../emulated-meter/emulator-messages.ts';
import { NotFound } from '../../shell/not-found.tsx';
import { useSession } from '../../shell/session.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel.tsx';
import { formatInstant } from '../../wall-time.ts';
import classes from './emulated.module.css';
import { EmulatedBody } from './emulated-body.tsx';
import { EmulatedLoad, EmulatedMessages, EmulatedTrials } from './emulated-panels.tsx';
import { emulatorStreetQuery } from './emulator-street-query.ts';
import { EmulatorTrouble } from './emulator-trouble.tsx';
import { SpeedOfTime } from './household-choice.tsx';
import wallClasses from './meter.module.css';
import { MeterLog } from './meter-log.tsx';
import { TokenNote } from './token-note.tsx';
import { type LinkState, useEmulatedMeter, type WatchedMeter } from './use-emulated-meter.ts';
import { useEnterHold } from './use-enter-hold.ts';
import { useKeyIn } from './use-key-in.ts';
import { useMeterKeys } from './use-meter-keys.ts';

const LINK_WORDS: Readonly<Record<LinkState, string>> = {
  connecting: 'Connecting to the emulator …',
  connected: 'Connected: this is the meter as it is now.',
  lost: 'The connection is lost. The page tries again every two seconds.',
};

function LinkLine({ link }: { readonly link: LinkState }): ReactNode {
  return (
    <p className={classes['link']} role="status" data-testid="emulator-link" data-link={link}>
      {LINK_WORDS[link]}
    </p>
  );
}

function EmulatedWall(o: {
  readonly emulatorUrl: string;
  readonly meter: EmulatedMeter;
  readonly watched: WatchedMeter;
}): ReactNode {
  const { emulatorUrl, meter, watched } = o;
  const { ask } = watched;
  const { time_zone } = useSession().utility;
  const press = useCallback((key: MeterKey): void => ask(keyRequest(key)), [ask]);
  // By its keys, so that the meter shows what it makes of it.
  const feed = useCallback(
    (text: string): void => {
      press({ kind: 'clear' });
      for (const digit of plainDigits(text)) press({ kind: 'digit', digit });
    },
    [press],
  );
  const hold = useEnterHold(press);
  useMeterKeys({ press, feed }, hold);
  const keyIn = useKeyIn(press);
  const stale = watched.link === 'connected' ? '' : (classes['stale'] ?? '');
  return (
    <div className={wallClasses['wall']}>
      <div className={wallClasses['left']}>
        <LinkLine link={watched.link} />
        <TokenNote onKeyIn={keyIn} />
        <div className={`${wallClasses['case'] ?? ''} ${stale}`}>
          <EmulatedBody meter={meter} hold={hold} onPress={press} />
        </div>
      </div>
      <div className={wallClasses['right']}>
        {(watched.link === 'lost' || watched.isForeign) && (
          <EmulatorTrouble emulatorUrl={emulatorUrl} isForeign={watched.isForeign} />
        )}
        <EmulatedMessages meter={meter} refusal={watched.refusal} />
        <EmulatedLoad meter={meter} ask={ask} />
        <SpeedOfTime
          speed={meter.speed}
          clock={formatInstant(meter.clock, time_zone)}
          onSpeed={(speed) => void askForSpeed(emulatorUrl, speed)}
        />
        <EmulatedTrials meter={meter} ask={ask} />
        <Panel heading="What the meter did">
          <MeterLog log={{ entries: meter.log }} />
        </Panel>
      </div>
    </div>
  );
}

/** Before the meter was seen: it may come yet, or there may be none of this number. */
function NotYet(o: {
  readonly emulatorUrl: string;
  readonly meterNumber: string;
  readonly watched: WatchedMeter;
}): ReactNode {
  const { emulatorUrl, meterNumber, watched } = o;
  const { data } = useQuery(emulatorStreetQuery(emulatorUrl));
  const isMissing =
    data?.kind === 'street' && !data.meters.some((each) => each.meterNumber === meterNumber);
  if (isMissing) {
    return (
      <EmptyNote
        level={2}
        heading="The emulator has no such meter"
        text="It may have been started with other meters. The street has those it has now."
      />
    );
  }
  if (watched.link === 'lost' || watched.isForeign) {
    return <EmulatorTrouble emulatorUrl={emulatorUrl} isForeign={watched.isForeign} />;
  }
  return <Skeleton height={520} radius="lg" aria-busy="true" />;
}

function OneEmulatedMeter(o: {
  readonly emulatorUrl: string;
  readonly meterNumber: string;
}): ReactNode {
  const { emulatorUrl, meterNumber } = o;
  const watched = useEmulatedMeter(emulatorUrl, meterNumber);
  return (
    <>
      <PageHead
        title={groupDigits(meterNumber)}
        help="A meter of the emulator"
        actions={
          <Button
            component={Link}
            to="/meter"
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
          >
            The street
          </Button>
        }
      />
      {watched.meter === null ? (
        <NotYet {...o} watched={watched} />
      ) : (
        <EmulatedWall emulatorUrl={emulatorUrl} meter={watched.meter} watched={watched} />
      )}
    </>
  );
}

export function EmulatedPage(): ReactNode {
  const { number = '' } = useParams();
  const { meter_emulator_url: emulatorUrl } = useSession();
  if (emulatorUrl === null) return <NotFound />;
  return <OneEmulatedMeter key={number} emulatorUrl={emulatorUrl} meterNumber={number} />;
}
