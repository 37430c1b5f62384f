/** A meter drawn with letters: pure, a picture in, lines out. */
import type { MeterPicture } from '../street/picture-schema.ts';

const DISPLAY_WIDTH = 24;
const LOAD_BAR_PARTS = 10;
const LOG_LINES = 8;

const HELP = [
  '0-9 digits   Enter ENTER   Backspace   Esc clear   i info   e hold ENTER   s switch key',
  't terminal cover   c meter cover   m magnet   p mains   l more load   q quit',
];

/** What stands on the screen, from its top. */
export function screenLines(picture: MeterPicture, notes: readonly string[]): readonly string[] {
  const { display, supply } = picture;
  return [
    `${picture.model}  meter ${picture.meter_number}`,
    '',
    `  .${'-'.repeat(DISPLAY_WIDTH + 2)}.`,
    `  | ${lineOfDisplay(display.primary)} |`,
    `  | ${lineOfDisplay(display.secondary)} |`,
    `  | ${lineOfDisplay(iconText(display.icons))} |`,
    `  '${'-'.repeat(DISPLAY_WIDTH + 2)}'`,
    '',
    `  clock    ${picture.clock.replace('T', ' ').replace(/\..*/, '')} UTC, x ${picture.speed}`,
    `  mains    ${picture.is_powered ? 'on' : 'off'}`,
    `  supply   ${supply.is_closed ? `on (${supply.carried_by})` : `off (${supply.reason})`}`,
    `  flowing  ${picture.flowing}`,
    `  load     ${loadText(picture)}`,
    `  sensors  ${sensorText(picture)}`,
    ...(picture.lock_out_seconds > 0 ? [`  locked   ${picture.lock_out_seconds} s`] : []),
    '',
    ...HELP,
    '',
    ...picture.log
      .slice(-LOG_LINES)
      .map(({ at, code, detail, number }) => `  ${number} ${at} ${code} ${detail}`.trimEnd()),
    ...notes.map((note) => `  ${note}`),
  ].map(printable);
}

/** Two lines of twenty-four characters, whatever a meter wants to say. */
function lineOfDisplay(text: string): string {
  return text.slice(0, DISPLAY_WIDTH).padEnd(DISPLAY_WIDTH);
}

function iconText(icons: MeterPicture['display']['icons']): string {
  const bar = Math.min(LOAD_BAR_PARTS, Math.max(0, icons.load_bar));
  const signs = [
    icons.load_switch_closed ? '/' : 'X',
    ...(icons.accept ? [':)'] : []),
    ...(icons.reject ? [':('] : []),
    ...(icons.low_credit ? ['$'] : []),
    ...(icons.emergency ? ['E'] : []),
    ...(icons.tamper ? ['!'] : []),
    ...(icons.locked ? ['#'] : []),
    ...(icons.overload ? ['^'] : []),
    ...(icons.buzzer ? ['~'] : []),
  ];
  return `${'='.repeat(bar)}${'.'.repeat(LOAD_BAR_PARTS - bar)} ${signs.join(' ')}`;
}

function loadText({ load }: MeterPicture): string {
  const base = load.phase_watts === null ? load.profile : `${load.phase_watts.join(' + ')} W`;
  return [base, ...load.appliances].join(' + ');
}

function sensorText({ sensors }: MeterPicture): string {
  const active = Object.entries(sensors).flatMap(([name, isActive]) => (isActive ? [name] : []));
  return active.length === 0 ? 'none' : active.join(', ');
}

/** Texts come from memories and settings; a terminal must not be told what to do by them. */
function printable(line: string): string {
  return line.replaceAll(/[^\x20-\x7e]/g, '?');
}
