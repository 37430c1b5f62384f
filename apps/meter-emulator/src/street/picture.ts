/**
 * A meter as anybody may see it who may look at it: its face, and what an installer's instrument would
 * show. It is made member by member, so that what is secret in a memory, above all the decoder key,
 * has no way into it.
 */
import type { Display } from '@wattvend/meter/display.js';
import type { LogEntry } from '@wattvend/meter/event-log.js';
import { displayOfMeter, switchOf } from '@wattvend/meter/meter.js';
import { instant } from '@wattvend/quantities/time.js';
import { measurementOf } from '../load/connection.ts';
import { formatConsumptionProfile } from '../load/consumption-profile.ts';
import type { House, HouseCondition } from './house.ts';
import type { LogEntryPicture, MeterPicture } from './picture-schema.ts';

const LOG_TAIL = 20;
const MS_PER_SECOND = 1_000;
const MS_PER_MINUTE = 60_000;

const CONDITIONS: Readonly<Record<HouseCondition['kind'], MeterPicture['condition']>> = {
  ready: 'ready',
  'storage-failed': 'storage_failed',
  halted: 'halted',
};

/** As it is after the time that it was told last. */
export function pictureOf(house: House, speed: number): MeterPicture {
  const { connection, meter, toldUntil } = house;
  const { memory, working } = meter;
  return {
    meter_number: house.meterNumber,
    model: memory.settings.model,
    commodity: memory.settings.accounting.commodity,
    clock: instantText(toldUntil),
    speed,
    condition: CONDITIONS[house.condition.kind],
    is_powered: working.isPowered,
    display: displayPicture(shownBy(house)),
    supply: supplyPicture(house),
    credit: creditPicture(house),
    emergency_credit: memory.accounting.emergency.status,
    flowing: working.power,
    phases: phasesPicture(house),
    lock_out_seconds: Math.ceil(memory.lockOut.remaining / MS_PER_SECOND),
    tamper: {
      is_tampered: memory.isTampered,
      active: [...memory.tamper.active],
      kept: [...memory.tamper.kept],
    },
    sensors: { ...connection.sensors },
    load: {
      profile: formatConsumptionProfile(connection.consumer.profile),
      phase_watts: connection.fixed === null ? null : [...connection.fixed],
      appliances: [...connection.appliances],
      phase_voltages_decivolt: connection.voltages === null ? null : [...connection.voltages],
      missing_neutral_ma: connection.missingNeutralCurrent,
      behind_open_switch_w: connection.powerBehindOpenSwitch,
    },
    log: house.log.slice(-LOG_TAIL).map(logEntryPicture),
  };
}

export function logEntryPicture({ at, code, detail, number }: LogEntry): LogEntryPicture {
  return { number, at: instantText(at), code, detail };
}

/** What stands on the face. A meter that cannot keep what it does says so. */
function shownBy(house: House): Display {
  const shown = displayOfMeter(house.meter, house.toldUntil);
  if (house.condition.kind === 'ready') return shown;
  return {
    ...shown,
    primary: 'NOT READY',
    secondary: 'MEMORY FAULT',
    sentence: 'The meter is not ready: its memory does not take anything. Nothing is lost.',
    entryGroups: [],
    digitCount: 0,
  };
}

function displayPicture({
  digitCount,
  entryGroups,
  icons,
  ...texts
}: Display): MeterPicture['display'] {
  return {
    primary: texts.primary,
    secondary: texts.secondary,
    sentence: texts.sentence,
    entry_groups: [...entryGroups],
    digit_count: digitCount,
    icons: {
      load_switch_closed: icons.loadSwitchClosed,
      accept: icons.accept,
      reject: icons.reject,
      low_credit: icons.lowCredit,
      low_credit_level: icons.lowCreditLevel,
      tamper: icons.tamper,
      emergency: icons.emergency,
      locked: icons.locked,
      overload: icons.overload,
      buzzer: icons.buzzer,
      link: icons.link,
      load_bar: icons.loadBar,
    },
  };
}

function supplyPicture({ meter, toldUntil }: House): MeterPicture['supply'] {
  const decision = switchOf(meter, toldUntil);
  return decision.isClosed
    ? { is_closed: true, carried_by: decision.carriedBy, reason: null }
    : { is_closed: false, carried_by: null, reason: decision.reason };
}

function creditPicture({ meter: { memory } }: House): MeterPicture['credit'] {
  const others = memory.otherRegisters.map(({ credit, service }) => ({
    service,
    credit: String(credit),
  }));
  return memory.takesElectricity
    ? [{ service: 0, credit: String(memory.creditRegister) }, ...others]
    : others;
}

function phasesPicture({ connection, meter, toldUntil }: House): MeterPicture['phases'] {
  const { utcOffsetMinutes } = meter.memory.accounting.tariff;
  const local = instant(toldUntil + utcOffsetMinutes * MS_PER_MINUTE);
  return measurementOf(connection, local).phases.map(({ current, power, voltage }) => ({
    power_w: power,
    voltage_decivolt: voltage,
    current_ma: current,
  }));
}

function instantText(at: number): string {
  return new Date(at).toISOString();
}
