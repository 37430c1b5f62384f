/**
 * What a payment meter does with a number typed on its keypad (IEC 62055-41, the meter application
 * process): parse, decrypt, authenticate, validate, act. The answers have the standard's own names.
 */
import type { Watts } from '@wattvend/quantities/energy.js';
import { type Instant, instant, type Milliseconds } from '@wattvend/quantities/time.js';
import type { CreditToken } from '@wattvend/sts/credit.js';
import type { SectionNumber } from '@wattvend/sts/key-change.js';
import type { KeyChangeSectionToken } from '@wattvend/sts/key-change-section.js';
import { ALL_CREDIT_REGISTERS, type TimedManagementToken } from '@wattvend/sts/management.js';
import { decryptToken, type NumericToken, type Token, tokenClassOf } from '@wattvend/sts/token.js';
import { parseNumericToken } from '@wattvend/sts/token-carrier.js';
import { servicesOf, unitsOfToken } from '../accounting/credit.ts';
import { clearedAccount, creditedAccount } from '../accounting/credit-token.ts';
import { formatUnits, type Service } from '../accounting/services.ts';
import type { LoggedEvent } from '../event-log.ts';
import {
  type LastCredit,
  type MemoryChanges,
  type MemoryWrite,
  type MeterMemory,
  memoryWrite,
  storeWith,
} from '../memory.ts';
import type { SwitchDecision } from '../supply/switch-decision.ts';
import { TAMPER_NONE } from '../tamper/tamper-state.ts';
import {
  changesOfKeyChange,
  isKeyChangeSection,
  type KeyChangeEntry,
  keyChangeEntry,
  meterCipher,
  SECTION_RESULTS,
} from './key-change-entry.ts';
import { afterFailure, isLockedOut, LOCK_OUT_NONE } from './lock-out.ts';
import { type ShownTest, shownTests } from './meter-tests.ts';
import { type EnteredToken, TOKEN_CHECKS } from './token-checks.ts';
import type { TokenResult } from './token-result.ts';

export interface TokenOutcome {
  readonly result: TokenResult;
  /**
   * One write for an accepted token that changes the meter, for one that completes a refused key
   * change set, and for one that counts towards a lock-out; none for other refused ones and for class
   * 1, which shows only.
   */
  readonly writes: readonly MemoryWrite[];
  /** What an accepted token did, or how long the meter is locked. */
  readonly effect?: TokenEffect;
}

export type TokenEffect =
  /** In units of the service's token, negative for a debit. */
  | { readonly kind: 'credit'; readonly service: Service; readonly units: bigint }
  | { readonly kind: 'credit-cleared'; readonly services: readonly Service[] }
  | { readonly kind: 'power-limit'; readonly limit: Watts }
  | { readonly kind: 'phase-power-unbalance-limit'; readonly limit: Watts }
  | { readonly kind: 'tamper-cleared' }
  /** A token of a key change set was kept; these are still to come. */
  | { readonly kind: 'key-section'; readonly missing: readonly SectionNumber[] }
  | { readonly kind: 'key-changed' }
  /** The meter is locked from now on, or was before and did not look at the token. */
  | { readonly kind: 'locked'; readonly remaining: Milliseconds }
  | { readonly kind: 'tests'; readonly shown: readonly ShownTest[] };

// Its tokens are refused for their class, whatever stands in the place of a checksum.
const CLASS_RESERVED = 3;
const CLASS_TEST = 1;

/**
 * When a token is entered, of one clock, which also runs while the power is off; and what the meter
 * sees then.
 */
export interface TokenEntryTime {
  readonly now: Instant;
  /** What flows now, for the test token that asks; not known unless said. */
  readonly power?: number;
  /** For the same purpose; what the credit alone says, unless said. */
  readonly switch?: SwitchDecision;
}

/**
 * Judges a number, whichever carrier brought it. Nothing typed makes it throw. A time that is none,
 * which is a bug of the caller, is refused with a RangeError before anything is judged: kept with a
 * token of a key change, it would make a memory that cannot be read again.
 *
 * The answer is the first of: FormatError (not twenty digits, or above 66 bits); LockedOut, unread, for
 * any class but 1; CRCError, which is also what a token of another meter looks like; FunctionError for
 * a token of which nothing but the subclass is known (reserved, proprietary) and for the reserved
 * class 3, whatever its CRC; TOKEN_CHECKS in their order; the name of a key change section while
 * others are missing; Accept. The CRC comes before the subclass, because under a wrong key the
 * subclass is noise.
 *
 * A refused token changes nothing and is not remembered: it may be entered again. Two exceptions: when
 * it completes a key change set that is refused, the tokens of the set are forgotten; and one that
 * looks like a guess counts towards a lock-out.
 */
export function applyToken(memory: MeterMemory, typed: string, time: TokenEntryTime): TokenOutcome {
  const now = instant(time.now);
  const parsed = parseNumericToken(typed);
  if (parsed.kind === 'fault') return refused('FormatError');
  const isForThisMeter = tokenClassOf(parsed.token) !== CLASS_TEST;
  if (isForThisMeter && isLockedOut(memory.lockOut)) {
    const { remaining } = memory.lockOut;
    return { result: 'LockedOut', writes: [], effect: { kind: 'locked', remaining } };
  }
  const outcome = judge(memory, parsed.token, time);
  const { counted, freeFailures } = memory.settings.lockOut;
  const isGuess = isForThisMeter && freeFailures !== null && counted.includes(outcome.result);
  return isGuess ? countedAsGuess(memory, outcome, now) : outcome;
}

function judge(memory: MeterMemory, digits: NumericToken, time: TokenEntryTime): TokenOutcome {
  const { now } = time;
  const cipher = meterCipher(memory);
  const decrypted = decryptToken(digits, cipher);
  if (decrypted.kind === 'fault') {
    const isUnreadable = decrypted.fault === 'crc' && decrypted.tokenClass !== CLASS_RESERVED;
    return refused(isUnreadable ? 'CRCError' : 'FunctionError');
  }
  const { token } = decrypted;
  if (isKeyChangeSection(token)) {
    const entry = keyChangeEntry(memory, cipher, { section: token, digits, now });
    const refusal = refusalOf(memory, { token, keyChange: entry.change });
    if (refusal === null) return keepSection(memory, entry, now);
    return entry.change === null ? refused(refusal) : setRefused(memory, refusal);
  }
  const refusal = refusalOf(memory, { token, keyChange: null });
  return refusal === null ? act(memory, token, time) : refused(refusal);
}

/** The outcome with one failure more, in the same write as anything else it changes. */
function countedAsGuess(memory: MeterMemory, outcome: TokenOutcome, now: Instant): TokenOutcome {
  const lockOut = afterFailure(memory.lockOut, memory.settings.lockOut);
  const changes = { ...outcome.writes[0]?.changes, lockOut };
  const { remaining } = lockOut;
  const isLocked = remaining > 0;
  const events: readonly LoggedEvent[] = isLocked
    ? [{ code: 'locked-out', detail: `${lockOut.failures} FAILURES` }]
    : [];
  return {
    result: outcome.result,
    writes: [memoryWrite(memory, changes, { now, events })],
    ...(isLocked && { effect: { kind: 'locked', remaining } }),
  };
}

function refusalOf(memory: MeterMemory, entered: EnteredToken): TokenResult | null {
  return TOKEN_CHECKS.find((check) => check.refuses(memory, entered))?.result ?? null;
}

function refused(result: TokenResult): TokenOutcome {
  return { result, writes: [] };
}

/** A complete set that is refused is forgotten; all else stays. */
function setRefused(memory: MeterMemory, result: TokenResult): TokenOutcome {
  return { result, writes: [memoryWrite(memory, { keyChangeTokens: [] })] };
}

function keepSection(memory: MeterMemory, entry: KeyChangeEntry, now: Instant): TokenOutcome {
  const { change, kept, missing, section } = entry;
  if (change !== null) {
    const effect = { kind: 'key-changed' } as const;
    return accepted(memory, { changes: changesOfKeyChange(memory, change), effect }, now);
  }
  return {
    result: SECTION_RESULTS[section],
    writes: [memoryWrite(memory, { keyChangeTokens: kept })],
    effect: { kind: 'key-section', missing },
  };
}

function act(
  memory: MeterMemory,
  token: Exclude<Token, KeyChangeSectionToken>,
  time: TokenEntryTime,
): TokenOutcome {
  const { now } = time;
  if (token.tokenClass === 1) {
    const { power = null, switch: decision = null } = time;
    const shown = shownTests({ memory, power, switch: decision }, token);
    // The one value asked for is not known, which is no better than a test the meter lacks.
    if (shown.length === 0) return refused('FunctionError');
    return { result: 'Accept', writes: [], effect: { kind: 'tests', shown } };
  }
  const action =
    token.tokenClass === 0 ? creditAction(memory, token, now) : managementAction(memory, token);
  // What a token does and its identifier change in one write. In two writes, whichever comes first,
  // a power failure between them either gives the token twice or takes it away. With the identifier
  // goes the end of a series of failures: such a token can do that only once.
  const changes = {
    ...action.changes,
    tokenIdentifierStore: storeWith(memory.tokenIdentifierStore, [token.tokenIdentifier]),
    ...(memory.lockOut.failures > 0 && { lockOut: LOCK_OUT_NONE }),
  };
  return accepted(memory, { ...action, changes }, now);
}

function accepted(memory: MeterMemory, action: Action, now: Instant): TokenOutcome {
  const { changes, effect } = action;
  const events = [...eventsOfEffect(effect), ...(action.events ?? [])];
  return { result: 'Accept', writes: [memoryWrite(memory, changes, { now, events })], effect };
}

/** What the event log says of an accepted token. */
function eventsOfEffect(effect: TokenEffect): readonly LoggedEvent[] {
  switch (effect.kind) {
    case 'credit': {
      const units = formatUnits(effect.service, effect.units);
      return [
        { code: 'token-accepted', detail: `SERVICE ${effect.service} ${units}`.slice(0, 32) },
      ];
    }
    case 'credit-cleared':
      return [{ code: 'credit-cleared', detail: `SERVICE ${effect.services.join(' ')}` }];
    case 'power-limit':
      return [{ code: 'limit-set', detail: `POWER ${effect.limit} W` }];
    case 'phase-power-unbalance-limit':
      return [{ code: 'limit-set', detail: `UNBALANCE ${effect.limit} W` }];
    case 'tamper-cleared':
      return [{ code: 'tamper-cleared' }];
    case 'key-changed':
      return [{ code: 'key-changed' }];
    case 'key-section':
    case 'tests':
    case 'locked':
      return [];
  }
}

interface Action {
  readonly changes: MemoryChanges;
  readonly effect: TokenEffect;
  /** What it brought about beside itself. */
  readonly events?: readonly LoggedEvent[];
}

function creditAction(memory: MeterMemory, token: CreditToken, now: Instant): Action {
  const { subclass: service, tokenIdentifier } = token;
  const units = unitsOfToken(token);
  const lastCredit: LastCredit = { service, units, tokenIdentifier, enteredAt: now };
  const { changes, events } = creditedAccount(memory, token);
  return {
    changes: { ...changes, lastCredit },
    effect: { kind: 'credit', service, units },
    events,
  };
}

function managementAction(memory: MeterMemory, token: TimedManagementToken): Action {
  switch (token.name) {
    case 'setMaximumPowerLimit': {
      const { maximumPowerLimit } = token;
      return {
        changes: { maximumPowerLimit },
        effect: { kind: 'power-limit', limit: maximumPowerLimit },
      };
    }
    case 'setMaximumPhasePowerUnbalanceLimit': {
      const { maximumPhasePowerUnbalanceLimit } = token;
      return {
        changes: { maximumPhasePowerUnbalanceLimit },
        effect: { kind: 'phase-power-unbalance-limit', limit: maximumPhasePowerUnbalanceLimit },
      };
    }
    case 'clearCredit': {
      const services = servicesOf(memory).filter(
        (service) => token.register === ALL_CREDIT_REGISTERS || token.register === service,
      );
      return {
        ...clearedAccount(memory, services),
        effect: { kind: 'credit-cleared', services },
      };
    }
    case 'clearTamperCondition':
      return {
        changes: { isTampered: false, tamper: TAMPER_NONE },
        effect: { kind: 'tamper-cleared' },
      };
    case 'setTariffRate':
    case 'setWaterMeterFactor':
      // TOKEN_CHECKS has refused them.
      throw new Error(`unreachable: ${token.name} was refused before`);
  }
}
