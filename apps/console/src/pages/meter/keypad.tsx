import { IconBackspace, IconCornerDownLeft } from '@tabler/icons-react';
import type { MeterKey } from '@wattvend/meter/meter-event.js';
import type { MouseEvent, PointerEvent, ReactNode } from 'react';
import classes from './keypad.module.css';
import { SwitchSign } from './lcd-signs.tsx';
import type { EnterHold } from './use-enter-hold.ts';
import { ENTER_KEY_MARK } from './use-meter-keys.ts';

interface Cap {
  readonly key: MeterKey;
  readonly face: ReactNode;
  readonly label: string;
  readonly tone: string;
}

function digit(face: string): Cap {
  return { key: { kind: 'digit', digit: face }, face, label: face, tone: 'digit' };
}

// Drawn signs: not every device has a font with the characters for them.
const CAPS: readonly Cap[] = [
  ...['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(digit),
  { key: { kind: 'backspace' }, face: <IconBackspace />, label: 'Backspace', tone: 'back' },
  digit('0'),
];

const INFO: Cap = { key: { kind: 'info' }, face: 'i', label: 'Information', tone: 'info' };
const CLEAR: Cap = { key: { kind: 'clear' }, face: 'C', label: 'Clear', tone: 'small' };

// A key pressed with a finger or mouse does not take the focus: the keyboard stays the meter's.
function keepFocus(event: PointerEvent | MouseEvent): void {
  event.preventDefault();
}

type Press = (key: MeterKey) => void;

function CapKey(o: { readonly cap: Cap; readonly onPress: Press }): ReactNode {
  return (
    <button
      type="button"
      className={classes['key']}
      data-tone={o.cap.tone}
      aria-label={o.cap.label}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      onClick={() => o.onPress(o.cap.key)}
    >
      {o.cap.face}
    </button>
  );
}

/** Fills up while ENTER is held. */
function HoldRing(): ReactNode {
  return (
    <svg className={classes['ring']} viewBox="0 0 36 36" aria-hidden="true">
      <circle cx="18" cy="18" r="15" pathLength="100" />
    </svg>
  );
}

function EnterKey({ hold, onPress }: { readonly hold: EnterHold; readonly onPress: Press }) {
  return (
    <button
      type="button"
      className={classes['key']}
      data-tone="enter"
      data-held={hold.isHeld}
      aria-label="Enter"
      {...{ [ENTER_KEY_MARK]: true }}
      onPointerDown={(event) => {
        keepFocus(event);
        if (event.button === 0) hold.begin();
      }}
      onPointerUp={hold.end}
      onPointerLeave={hold.cancel}
      onPointerCancel={hold.cancel}
      onContextMenu={(event) => event.preventDefault()}
      onMouseDown={keepFocus}
      // A screen reader clicks without a pointer; a click of the pointer was its going up.
      onClick={(event) => {
        if (event.detail === 0) onPress({ kind: 'enter' });
      }}
    >
      <IconCornerDownLeft />
      {hold.isHeld && <HoldRing />}
    </button>
  );
}

/** Real buttons, so that a screen reader and a switch device can press them too. */
export function Keypad(o: { readonly hold: EnterHold; readonly onPress: Press }): ReactNode {
  const { hold, onPress } = o;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and this is a keypad
    <div className={classes['keypad']} role="group" aria-label="Keypad of the meter">
      {CAPS.map((cap) => (
        <CapKey key={cap.label} cap={cap} onPress={onPress} />
      ))}
      <EnterKey hold={hold} onPress={onPress} />
      <CapKey cap={INFO} onPress={onPress} />
      <CapKey cap={CLEAR} onPress={onPress} />
      <button
        type="button"
        className={classes['key']}
        data-tone="hold"
        onPointerDown={keepFocus}
        onMouseDown={keepFocus}
        onClick={() => onPress({ kind: 'hold-enter' })}
      >
        Hold ENTER for 3 s
      </button>
    </div>
  );
}

/** The load switch with its key: it gives the supply back, or takes it away. */
export function SwitchKey(o: { readonly closed: boolean; readonly onPress: Press }): ReactNode {
  return (
    <div className={classes['switchRow']}>
      <span className={classes['switchState']} data-closed={o.closed}>
        <SwitchSign closed={o.closed} />
        <span>Load switch {o.closed ? 'closed' : 'open'}</span>
      </span>
      <button
        type="button"
        className={classes['key']}
        data-tone="switch"
        aria-label="Key at the load switch"
        onPointerDown={keepFocus}
        onMouseDown={keepFocus}
        onClick={() => o.onPress({ kind: 'switch' })}
      >
        <SwitchSign closed />
      </button>
    </div>
  );
}
