import type { MeterKey } from '@wattvend/meter/meter-event.js';
import type { ReactNode } from 'react';
import { groupDigits } from '../../digits.ts';
import type { EmulatedMeter } from '../../emulated-meter/emulator-messages.ts';
import { pulseSeconds } from '../../wall-meter/household.ts';
import { Keypad, SwitchKey } from './keypad.tsx';
import { Lcd } from './lcd.tsx';
import classes from './meter-body.module.css';
import { Pulse } from './meter-body.tsx';
import { Terminals } from './meter-terminals.tsx';
import type { EnterHold } from './use-enter-hold.ts';

/** The same case as on the wall of the demo; its plate says what an emulator tells. */
export function EmulatedBody(o: {
  readonly meter: EmulatedMeter;
  readonly hold: EnterHold;
  readonly onPress: (key: MeterKey) => void;
}): ReactNode {
  const { meter } = o;
  const { display } = meter;
  return (
    <section className={classes['case']} aria-label="Payment meter">
      <div className={classes['body']}>
        <div className={classes['brand']}>
          <span>wattvend emulator</span>
          <Pulse seconds={pulseSeconds(meter.flowing, meter.speed)} />
        </div>
        <Lcd display={display} isPowered={meter.isPowered} />
        <Keypad hold={o.hold} onPress={o.onPress} />
        <SwitchKey closed={display.icons.loadSwitchClosed} onPress={o.onPress} />
        <div className={classes['plate']}>
          <p className={classes['plateNumber']}>
            <span>Meter No.</span>{' '}
            <strong className="wv-mono">{groupDigits(meter.meterNumber)}</strong>
          </p>
          <p className={classes['plateSmall']}>{meter.model}</p>
        </div>
      </div>
      <Terminals isOpen={meter.sensors.includes('terminal-cover')} phases={meter.phases} />
    </section>
  );
}
