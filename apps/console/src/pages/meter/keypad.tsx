import { IconBackspace, IconCornerDownLeft } from '@tabler/icons-react';
import type { PointerEvent, ReactNode } from 'react';
import classes from './meter-body.module.css';
import type { Key } from './use-wall-meter.ts';

interface Cap {
  readonly key: Key;
  readonly face: ReactNode;
  readonly label: string;
  readonly tone?: string;
}

function digit(face: string): Cap {
  return { key: { digit: face }, face, label: face };
}

// Drawn signs: not every device has a font with the characters for them.
const CAPS: readonly Cap[] = [
  ...['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(digit),
  { key: 'backspace', face: <IconBackspace />, label: 'Backspace', tone: 'back' },
  digit('0'),
  { key: 'enter', face: <IconCornerDownLeft />, label: 'Enter', tone: 'enter' },
];

// A key pressed with a finger or mouse does not take the focus: the keyboard stays the meter's.
function keepFocus(event: PointerEvent): void {
  event.preventDefault();
}

function MeterKey(o: { readonly cap: Cap; readonly onPress: (key: Key) => void }): ReactNode {
  return (
    <button
      type="button"
      className={classes['key']}
      data-tone={o.cap.tone ?? 'digit'}
      aria-label={o.cap.label}
      onPointerDown={keepFocus}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => o.onPress(o.cap.key)}
    >
      {o.cap.face}
    </button>
  );
}

const INFO: Cap = { key: 'info', face: 'i', label: 'Information', tone: 'info' };

/** Real buttons, so that a screen reader and a switch device can press them too. */
export function Keypad({ onPress }: { readonly onPress: (key: Key) => void }): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and this is a keypad
    <div className={classes['keypad']} role="group" aria-label="Keypad of the meter">
      {CAPS.map((cap) => (
        <MeterKey key={cap.label} cap={cap} onPress={onPress} />
      ))}
      <MeterKey cap={INFO} onPress={onPress} />
    </div>
  );
}
