import type { Display } from '@wattvend/meter/display.js';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import type { Meter } from '@wattvend/meter/meter.js';
import type { MeterKey } from '@wattvend/meter/meter-event.js';
import { ENCRYPTION_ALGORITHMS } from '@wattvend/sts/encryption-algorithms.js';
import { drnFromMeterPan } from '@wattvend/sts/meter-pan.js';
import type { CSSProperties, ReactNode } from 'react';
import { groupDigits } from '../../digits.ts';
import { Keypad, SwitchKey } from './keypad.tsx';
import { Lcd } from './lcd.tsx';
import classes from './meter-body.module.css';
import { Terminals } from './meter-terminals.tsx';
import type { EnterHold } from './use-enter-hold.ts';

/** Code and name; a private profile says on the plate that it is not STS. */
function algorithmOf(memory: MeterMemory): string {
  const code = memory.encryptionAlgorithm;
  const { name, standard } = ENCRYPTION_ALGORITHMS[code];
  return `${code} ${name}${standard ? '' : ', not STS'}`;
}

const PLATE_RATINGS: Readonly<Record<1 | 3, string>> = {
  1: '230 V · 5(60) A · 50 Hz · Cl. 1 · UC2 · 1000 imp/kWh',
  3: '3×230/400 V · 10(100) A · 50 Hz · Cl. 1 · UC2 · 1000 imp/kWh',
};

/** The plate that every meter carries: without it no token can be bought. */
function Plate({ memory }: { readonly memory: MeterMemory }): ReactNode {
  const number = drnFromMeterPan(memory.meterPan);
  return (
    <div className={classes['plate']}>
      <p className={classes['plateNumber']}>
        <span>Meter No.</span> <strong className="wv-mono">{groupDigits(number)}</strong>
      </p>
      <dl className={classes['plateFacts']}>
        <div>
          <dt>SGC</dt>
          <dd>{memory.supplyGroupCode}</dd>
        </div>
        <div>
          <dt>TI</dt>
          <dd>{memory.tariffIndex}</dd>
        </div>
        <div>
          <dt>KRN</dt>
          <dd>{memory.keyRevisionNumber}</dd>
        </div>
        <div>
          <dt>EA</dt>
          <dd>{algorithmOf(memory)}</dd>
        </div>
      </dl>
      <p className={classes['plateSmall']}>{PLATE_RATINGS[memory.settings.supply.phases]}</p>
    </div>
  );
}

/** Flashes once per watt-hour; null: nothing flows. */
export function Pulse({ seconds }: { readonly seconds: number | null }): ReactNode {
  const style = { '--pulse': `${seconds ?? 1}s` } as CSSProperties;
  return (
    <span className={classes['pulseBox']}>
      <span
        className={classes['pulse']}
        style={style}
        data-on={seconds !== null}
        role="img"
        aria-label={seconds === null ? 'Pulse light: still' : 'Pulse light: energy flows'}
      />
      <small>imp</small>
    </span>
  );
}

export function MeterBody(o: {
  readonly display: Display;
  readonly meter: Meter;
  readonly pulse: number | null;
  readonly hold: EnterHold;
  readonly onPress: (key: MeterKey) => void;
}): ReactNode {
  const { memory, working } = o.meter;
  return (
    <section className={classes['case']} aria-label="Payment meter">
      <div className={classes['body']}>
        <div className={classes['brand']}>
          <span>wattvend</span>
          <Pulse seconds={o.pulse} />
        </div>
        <Lcd display={o.display} isPowered={working.isPowered} />
        <Keypad hold={o.hold} onPress={o.onPress} />
        <SwitchKey closed={o.display.icons.loadSwitchClosed} onPress={o.onPress} />
        <Plate memory={memory} />
      </div>
      <Terminals
        isOpen={working.sensors.includes('terminal-cover')}
        phases={memory.settings.supply.phases}
      />
    </section>
  );
}
