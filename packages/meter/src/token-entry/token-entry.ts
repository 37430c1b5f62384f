/**
 * What a payment meter does with a number typed on its keypad (IEC 62055-41, the meter application
 * process): parse, decrypt, authenticate, validate, act. The answers have the standard's own names.
 */
import type { Watts } from '@wattvend/quantities/energy.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import type { CreditToken } from '@wattvend/sts/credit.js';
import type { SectionNumber } from '@wattvend/sts/key-change.js';
import type { KeyChangeSectionToken } from '@wattvend/sts/key-change-section.js';
import { ALL_CREDIT_REGISTERS, type TimedManagementToken } from '@wattvend/sts/management.js';
import { decryptToken, type Token } from '@wattvend/sts/token.js';
import { parseNumericToken } from '@wattvend/sts/token-carrier.js';
import { cleared, creditedWith, servicesOf, unitsOfToken } from '../accounting/credit.ts';
import type { Service } from '../accounting/services.ts';
import {
  type MemoryChanges,
  type MemoryWrite,
  type MeterMemory,
  memoryWrite,
  storeWith,
} from '../memory.ts';
import {
  changesOfKeyChange,
  isKeyChangeSection,
  type KeyChangeEntry,
  keyChangeEntry,
  meterCipher,
  SECTION_RESULTS,
} from './key-change-entry.ts';
import { type ShownTest, shownTests } from './meter-tests.ts';
import { type EnteredToken, TOKEN_CHECKS } from './token-checks.ts';
import type { TokenResult } from './token-result.ts';

export interface TokenOutcome {
  readonly result: TokenResult;
  /**
   * One write for an accepted token that changes the meter, and for one that completes a refused key
   * change set; none for other refused ones and for class 1, which shows only.
   */
  readonly writes: readonly MemoryWrite[];
  /** What an accepted token did. */
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
  | { readonly kind: 'tests'; readonly shown: readonly ShownTest[] };

// Its tokens are refused for their class, whatever stands in the place of a checksum.
const CLASS_RESERVED = 3;

/** When a token is entered: of one clock, which also runs while the power is off. */
export interface TokenEntryTime {
  readonly now: Instant;
}

/**
 * Judges a number typed on the keypad. Nothing typed makes it throw. A time that is none, which is a
 * bug of the caller, is refused with a RangeError before anything is judged: kept with a token of a
 * key change, it would make a memory that cannot be read again.
 *
 * The answer is the first of: FormatError (not twenty digits, or above 66 bits); CRCError, which is
 * also what a token of another meter looks like; FunctionError for a token of which nothing but the
 * subclass is known (reserved, proprietary) and for the reserved class 3, whatever its CRC;
 * TOKEN_CHECKS in their order; the name of a key change section while others are missing; Accept.
 * The CRC comes before the subclass, because under a wrong key the subclass is noise.
 *
 * A refused token changes nothing and is not remembered: it may be entered again. One exception: when
 * it completes a key change set that is refused, the tokens of the set are forgotten.
 */
export function applyToken(memory: MeterMemory, typed: string, time: TokenEntryTime): TokenOutcome {
  const now = instant(time.now);
  const parsed = parseNumericToken(typed);
  if (parsed.kind === 'fault') return refused('FormatError');
  const cipher = meterCipher(memory);
  const decrypted = decryptToken(parsed.token, cipher);
  if (decrypted.kind === 'fault') {
    const isUnreadable = decrypted.fault === 'crc' && decrypted.tokenClass !== CLASS_RESERVED;
    return refused(isUnreadable ? 'CRCError' : 'FunctionError');
  }
  const { token } = decrypted;
  if (isKeyChangeSection(token)) {
    const entry = keyChangeEntry(memory, cipher, { section: token, digits: parsed.token, now });
    const refusal = refusalOf(memory, { token, keyChange: entry.change });
    if (refusal === null) return keepSection(memory, entry);
    return entry.change === null ? refused(refusal) : setRefused(memory, refusal);
  }
  const refusal = refusalOf(memory, { token, keyChange: null });
  return refusal === null ? act(memory, token) : refused(refusal);
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

function keepSection(memory: MeterMemory, entry: KeyChangeEntry): TokenOutcome {
  const { change, kept, missing, section } = entry;
  if (change !== null) {
    return accepted(memory, changesOfKeyChange(memory, change), { kind: 'key-changed' });
  }
  return {
    result: SECTION_RESULTS[section],
    writes: [memoryWrite(memory, { keyChangeTokens: kept })],
    effect: { kind: 'key-section', missing },
  };
}

function act(memory: MeterMemory, token: Exclude<Token, KeyChangeSectionToken>): TokenOutcome {
  if (token.tokenClass === 1) {
    const effect = { kind: 'tests', shown: shownTests(memory, token) } as const;
    return { result: 'Accept', writes: [], effect };
  }
  const { changes, effect } =
    token.tokenClass === 0 ? creditAction(memory, token) : managementAction(memory, token);
  // What a token does and its identifier change in one write. In two writes, whichever comes first,
  // a power failure between them either gives the token twice or takes it away.
  const tokenIdentifierStore = storeWith(memory.tokenIdentifierStore, [token.tokenIdentifier]);
  return accepted(memory, { ...changes, tokenIdentifierStore }, effect);
}

function accepted(memory: MeterMemory, changes: MemoryChanges, effect: TokenEffect): TokenOutcome {
  return { result: 'Accept', writes: [memoryWrite(memory, changes)], effect };
}

interface Action {
  readonly changes: MemoryChanges;
  readonly effect: TokenEffect;
}

function creditAction(memory: MeterMemory, token: CreditToken): Action {
  return {
    changes: creditedWith(memory, token),
    effect: { kind: 'credit', service: token.subclass, units: unitsOfToken(token) },
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
        changes: cleared(memory, services),
        effect: { kind: 'credit-cleared', services },
      };
    }
    case 'clearTamperCondition':
      return { changes: { isTampered: false }, effect: { kind: 'tamper-cleared' } };
    case 'setTariffRate':
    case 'setWaterMeterFactor':
      // TOKEN_CHECKS has refused them.
      throw new Error(`unreachable: ${token.name} was refused before`);
  }
}
