/** What is asked of a meter from outside is done here, the same over HTTP, WebSocket and terminal. */
import type {
  CommandOutcome,
  CommandRefusal,
  MeterCommand,
  MeterKey,
} from '@wattvend/meter/meter-event.js';
import { parseMeterSettings } from '@wattvend/meter/settings-record.js';
import {
  parseMeterCharge,
  parseMeterTariff,
  parsePriceSchedule,
} from '@wattvend/meter/tariff-record.js';
import type { TokenOutcome } from '@wattvend/meter/token-entry.js';
import { tokenMessage } from '@wattvend/meter/token-message.js';
import { TOKEN_RESULTS } from '@wattvend/meter/token-result.js';
import type { Watts } from '@wattvend/quantities/energy.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import type { Connection } from '../load/connection.ts';
import { parseConsumptionProfile, splitOverPhases } from '../load/consumption-profile.ts';
import {
  type House,
  happen,
  type Moment,
  passTime,
  setClock,
  setPower,
  setSensor,
} from './house.ts';
import type {
  CommandAnswer,
  CommandBody,
  LoadBody,
  MeterAnswer,
  MeterRequest,
  TokenAnswer,
} from './request-schema.ts';

const DONE: MeterAnswer = { kind: 'done' };
const NOT_READY: MeterAnswer = { kind: 'not-ready' };

// The span in which tokens can be made: the base dates of 1993 to 2035 and 31 years after the last.
const CLOCK_FIRST = Date.UTC(1993, 0, 1);
const CLOCK_LAST = Date.UTC(2066, 0, 1);

/** Does what is asked. When it answers, all that must be kept is kept. */
export function performRequest(house: House, asked: MeterRequest, moment: Moment): MeterAnswer {
  switch (asked.kind) {
    case 'token': {
      const { carrier, token: typed } = asked;
      return tokenAnswer(happen(house, { kind: 'token', typed, carrier }, moment)?.token);
    }
    case 'key':
      return doneIf(happen(house, { kind: 'key', key: keyOf(asked.key) }, moment) !== null);
    case 'sensor':
      return doneIf(setSensor(house, { sensor: asked.sensor, isActive: asked.is_active }, moment));
    case 'load':
      return changeLoad(house, asked, moment);
    case 'power':
      return doneIf(setPower(house, asked.is_on, moment));
    case 'command':
      return command(house, asked.body, moment);
    case 'clock':
      return changeClock(house, instant(Date.parse(asked.at)), moment);
  }
}

function doneIf(isDone: boolean): MeterAnswer {
  return isDone ? DONE : NOT_READY;
}

/** A meter that cannot keep what a token brings has not looked at it. */
function tokenAnswer(outcome: TokenOutcome | undefined): TokenAnswer {
  const { effect, result }: Pick<TokenOutcome, 'result' | 'effect'> = outcome ?? {
    result: 'NotReady',
  };
  const { sentence, short } = tokenMessage(effect === undefined ? { result } : { result, effect });
  const { code, isGood } = TOKEN_RESULTS[result];
  return { kind: 'token', result, code, is_good: isGood, short, sentence };
}

function keyOf(key: string): MeterKey {
  return /^[0-9]$/.test(key)
    ? { kind: 'digit', digit: key }
    : { kind: key as Exclude<MeterKey['kind'], 'digit'> };
}

function changeClock(house: House, to: Instant, moment: Moment): MeterAnswer {
  if (to < CLOCK_FIRST || to >= CLOCK_LAST) {
    return { kind: 'invalid', path: 'at', message: 'a clock shows 1993 to 2065' };
  }
  return doneIf(setClock(house, to, moment));
}

/** What was used so far was used under the load so far. */
function changeLoad(house: House, asked: LoadBody, moment: Moment): MeterAnswer {
  const changed = connectionWith(house.connection, asked);
  if ('fault' in changed) return { kind: 'invalid', path: changed.fault, message: changed.message };
  if (!passTime(house, moment)) return NOT_READY;
  house.connection = changed;
  return DONE;
}

interface LoadFault {
  readonly fault: keyof LoadBody;
  readonly message: string;
}

function connectionWith(before: Connection, asked: LoadBody): Connection | LoadFault {
  const { phases } = before;
  const { phase_voltages_decivolt: voltages, phase_watts: phaseWatts, watts } = asked;
  const profile = asked.profile === undefined ? null : parseConsumptionProfile(asked.profile);
  if (asked.profile !== undefined && profile === null) {
    return { fault: 'profile', message: 'household, shop, or constant: and watts' };
  }
  const wrong = `this meter has ${phases === 1 ? 'one phase' : 'three phases'}`;
  if (phaseWatts !== undefined && phaseWatts.length !== phases) {
    return { fault: 'phase_watts', message: wrong };
  }
  if (voltages !== undefined && voltages !== null && voltages.length !== phases) {
    return { fault: 'phase_voltages_decivolt', message: wrong };
  }
  if (phaseWatts !== undefined && watts !== undefined) {
    return { fault: 'watts', message: 'give either watts or phase_watts' };
  }
  const consumer = profile === null ? before.consumer : { ...before.consumer, profile };
  return {
    ...before,
    consumer,
    ...(phaseWatts !== undefined && { fixed: phaseWatts }),
    ...(watts !== undefined && {
      fixed: watts === null ? null : splitOverPhases(consumer, watts as Watts, phases),
    }),
    ...(asked.appliances !== undefined && { appliances: asked.appliances }),
    ...(voltages !== undefined && { voltages }),
    ...(asked.missing_neutral_ma !== undefined && {
      missingNeutralCurrent: asked.missing_neutral_ma,
    }),
    ...(asked.behind_open_switch_w !== undefined && {
      powerBehindOpenSwitch: asked.behind_open_switch_w,
    }),
  };
}

function command(house: House, body: CommandBody, moment: Moment): MeterAnswer {
  const read = commandOf(body);
  if (read.kind === 'refused') return commandAnswer(read);
  const step = happen(house, { kind: 'command', command: read.command }, moment);
  return step?.command === undefined ? NOT_READY : commandAnswer(step.command);
}

function commandAnswer(outcome: CommandOutcome): CommandAnswer {
  return outcome.kind === 'done'
    ? { kind: 'command', outcome: 'done', refusal: null, detail: null }
    : {
        kind: 'command',
        outcome: 'refused',
        refusal: outcome.refusal,
        detail: outcome.detail ?? null,
      };
}

type ReadCommand =
  | { readonly kind: 'command'; readonly command: MeterCommand }
  | Extract<CommandOutcome, { readonly kind: 'refused' }>;

function commandOf(body: CommandBody): ReadCommand {
  switch (body.command) {
    case 'reconnect':
      return read({ kind: 'reconnect', needsKey: body.needs_key });
    case 'set-passive-tariff': {
      const parsed = parseMeterTariff(body.tariff);
      if (parsed.kind === 'fault') return refused('tariff-invalid', parsed.fault);
      const activateAt = instant(Date.parse(body.activate_at));
      return read({ kind: 'set-passive-tariff', tariff: parsed.tariff, activateAt });
    }
    case 'set-prices': {
      const parsed = parsePriceSchedule(body.schedule);
      if (parsed.kind === 'fault') return refused('prices-invalid', parsed.fault);
      return read({ kind: 'set-prices', schedule: parsed.schedule });
    }
    case 'set-charge': {
      const parsed = parseMeterCharge(body.charge);
      if (parsed.kind === 'fault') return refused('charge-invalid', parsed.fault);
      return read({ kind: 'set-charge', charge: parsed.charge });
    }
    case 'remove-charge':
      return read({ kind: 'remove-charge', name: body.name });
    case 'change-settings': {
      const parsed = parseMeterSettings(body.settings);
      if (parsed.kind === 'fault') return refused('settings-invalid', parsed.fault);
      return read({ kind: 'change-settings', settings: parsed.settings });
    }
    case 'disconnect':
    case 'commission':
    case 'decommission':
    case 'activate-tariff':
    case 'select-emergency-credit':
    case 'reset-demand':
      return read({ kind: body.command });
  }
}

function read(command: MeterCommand): ReadCommand {
  return { kind: 'command', command };
}

function refused(refusal: CommandRefusal, detail: string): ReadCommand {
  return { kind: 'refused', refusal, detail };
}
