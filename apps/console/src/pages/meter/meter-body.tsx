import type { Display } from '@wattvend/meter/display.js';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import { ENCRYPTION_ALGORITHMS } from '@wattvend/sts/encryption-algorithms.js';
import { drnFromMeterPan } from '@wattvend/sts/meter-pan.js';
import type { CSSProperties, ReactNode } from 'react';
import { groupDigits } from '../../digits.ts';
import { Keypad } from './keypad.tsx';
import { Lcd } from './lcd.tsx';
import classes from './meter-body.module.css';
import type { Key } from './use-wall-meter.ts';

/** Code and name; a private profile says on the plate that it is not STS. */
function algorithmOf(memory: MeterMemory): string {
  const code = memory.encryptionAlgorithm;
  const { name, standard } = ENCRYPTION_ALGORITHMS[code];
  return `${code} ${name}${standard ? '' : ', not STS'}`;
}

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
      <p className={classes['plateSmall']}>230 V · 5(60) A · 50 Hz · Cl. 1 · UC2 · 1000 imp/kWh</p>
    </div>
  );
}

function Pulse({ seconds }: { readonly seconds: number | null }): ReactNode {
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

/** Two sealing screws, the wire through both and the lead that closes it. */
function Seal(): ReactNode {
  return (
    <svg className={classes['seal']} viewBox="0 0 240 44" aria-hidden="true">
      <g fill="#c8c6bd" stroke="#8f8d84" strokeWidth="1.2">
        <circle cx="24" cy="16" r="9" />
        <circle cx="216" cy="16" r="9" />
      </g>
      <path d="M18 16h12M210 16h12" stroke="#6d6b63" strokeWidth="2.2" />
      <path
        d="M24 19c14 26 70 6 92 14M216 19c-14 26-70 6-92 14"
        fill="none"
        stroke="#a8792f"
        strokeWidth="1.8"
      />
      <circle cx="120" cy="33" r="9" fill="#b9433a" stroke="#8c2c25" strokeWidth="1.2" />
      <path d="m116.500 33 2.500 2.500 5-5" fill="none" stroke="#fff" strokeWidth="1.8" />
    </svg>
  );
}

export function MeterBody(o: {
  readonly display: Display;
  readonly memory: MeterMemory;
  readonly pulse: number | null;
  readonly onPress: (key: Key) => void;
}): ReactNode {
  return (
    <section className={classes['case']} aria-label="Payment meter">
      <div className={classes['body']}>
        <div className={classes['brand']}>
          <span>wattvend</span>
          <Pulse seconds={o.pulse} />
        </div>
        <Lcd display={o.display} />
        <Keypad onPress={o.onPress} />
        <Plate memory={o.memory} />
      </div>
      <div className={classes['terminals']}>
        <Seal />
      </div>
      <div className={classes['cables']} aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </div>
    </section>
  );
}
