/** What is typed about a meter at the desk, and the operation it becomes. */
import type { MeterOperation } from '../api/model.ts';
import type { OperationKind } from '../meter-life.ts';

export interface MeterOperationDraft {
  readonly place: string;
  readonly newMeter: string;
  readonly reason: string;
  readonly reading: string;
  readonly credit: string;
  readonly newReading: string;
}

/** A register's kWh with up to three decimals, in whole Wh; null for nothing, undefined for nonsense. */
export function wattHoursOf(typed: string): number | null | undefined {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  const found = /^(\d{1,9})(?:\.(\d{1,3}))?$/.exec(text);
  if (found === null) return undefined;
  return Number(found[1]) * 1000 + Number((found[2] ?? '').padEnd(3, '0'));
}

/** The operation as the API takes it; null while something is missing or is no number. */
export function operationOf(
  kind: OperationKind,
  draft: MeterOperationDraft,
): MeterOperation | null {
  const reading = wattHoursOf(draft.reading);
  const credit = wattHoursOf(draft.credit);
  const fresh = wattHoursOf(draft.newReading);
  const reason = draft.reason.trim();
  if (reading === undefined || credit === undefined || fresh === undefined) return null;
  if (kind === 'install') {
    return draft.place === '' ? null : { kind, service_point_id: draft.place, reading_wh: reading };
  }
  if (reason === '') return null;
  if (kind === 'remove') return { kind, reason, reading_wh: reading, credit_left_wh: credit };
  if (kind !== 'replace') return { kind, reason };
  const digits = draft.newMeter.replaceAll(/\s/g, '');
  if (!/^\d{11}(\d{2})?$/.test(digits)) return null;
  return {
    kind,
    reason,
    new_meter_number: digits,
    removed_reading_wh: reading,
    credit_left_wh: credit,
    installed_reading_wh: fresh,
  };
}
