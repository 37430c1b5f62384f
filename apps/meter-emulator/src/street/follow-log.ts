/** Tells the event logs of a street as they grow, a line for each entry, and what goes wrong. */
import type { House } from './house.ts';
import { logEntryPicture } from './picture.ts';
import type { Street } from './street.ts';

type Say = (line: Readonly<Record<string, unknown>>) => void;
type Report = (what: string, fault: unknown) => void;

/** Gives the function that ends it, after the last entries are told. */
export function followLog(street: Street, say: Say, report: Report): () => void {
  const toldTo = new Map<string, number>();
  const conditions = new Map<string, House['condition']['kind']>();
  for (const { log, meterNumber } of street.houses.values()) {
    toldTo.set(meterNumber, log.at(-1)?.number ?? 0);
  }
  const look = (meterNumber: string): void => {
    const house = street.houses.get(meterNumber);
    if (house === undefined) return;
    const before = toldTo.get(meterNumber) ?? 0;
    const entries = house.log.filter(({ number }) => number > before);
    for (const entry of entries) {
      say({ event: 'log', meter_number: meterNumber, ...logEntryPicture(entry) });
    }
    const last = entries.at(-1);
    if (last !== undefined) toldTo.set(meterNumber, last.number);
    tellCondition(house);
  };
  const tellCondition = ({ condition, meterNumber }: House): void => {
    if ((conditions.get(meterNumber) ?? 'ready') === condition.kind) return;
    conditions.set(meterNumber, condition.kind);
    say({ event: 'condition', meter_number: meterNumber, condition: condition.kind });
    if (condition.kind !== 'ready') report(`meter ${meterNumber}`, condition.cause);
  };
  street.changes.on('changed', look);
  return () => {
    street.changes.off('changed', look);
    for (const meterNumber of street.houses.keys()) look(meterNumber);
  };
}
