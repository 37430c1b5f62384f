/**
 * What a payment meter does with a number typed on its keypad (IEC 62055-41, the meter application
 * process): parse, decrypt, authenticate, validate, act. The answers have the standard's own names.
 */
import type { Watts } from '@wattvend/quantities/energy.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { CreditToken } from '@wattvend/sts/credit.js';
import type { SectionNumber } from '@wattvend/sts/key-change.js';
import type { KeyChangeSectionToken } from '@wattvend/sts/key-change-section.js';
import { ALL_CREDIT_REGISTERS, type TimedManagementToken } from '@wattvend/sts/management.js';
import { decryptToken, type Token } from '@wattvend/sts/token.js';
import { parseNumericToken } from '@wattvend/sts/token-carrier.js';
import { cleared, creditedWith, servicesOf, unitsOfToken } from './credit.ts';
import {
  changesOfKeyChange,
  isKeyChangeSection,
  type KeyChangeEntry,
  keyChangeEntry,
  meterCipher,
  SECTION_RESULTS,
} from './key-change-entry.ts';
import {
  type MemoryChanges,
  type MemoryWrite,
  type MeterMemory,
  memoryWrite,
  storeWith,
} from './memory.ts';
import { type ShownTest, shownTests } from './meter-tests.ts';
import type { Service } from './services.ts';
import { type EnteredToken, TOKEN_CHECKS } from './token-checks.ts';
import type { TokenResult } from './token-result.ts';

export interface TokenOutcome {
  readonly result: TokenResult;
  /**
   * One write for an accepted token that changes the meter; none for a refused one and for class 1,
   * which shows only.
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

/** When a token is entered: of one clock, which also runs while the power is off. */
export interface TokenEntryTime {
  readonly now: Instant;
}

/**
 * Judges a number typed on the keypad. Nothing typed makes it throw.
 *
 * The answer is the first of: FormatError (not twenty digits, or above 66 bits); CRCError, which is
 * also what a token of another meter looks like; FunctionError for a token of which nothing but the
 * subclass is known (reserved, proprietary, the reserved class 3, of which no CRC can be known);
 * TOKEN_CHECKS in their order; the name of a key change section while others are missing; Accept.
 * The CRC comes before the subclass, because under a wrong key the subclass is noise.
 *
 * A refused token changes nothing and is not remembered: it may be entered again.
 */
export function applyToken(
  memory: MeterMemory,
  typed: string,
  { now }: TokenEntryTime,
): TokenOutcome {
  const parsed = parseNumericToken(typed);
  if (parsed.kind === 'fault') return refused('FormatError');
  const cipher = meterCipher(memory);
  const decrypted = decryptToken(parsed.token, cipher);
  if (decrypted.kind === 'fault') {
    return refused(decrypted.fault === 'crc' ? 'CRCError' : 'FunctionError');
  }
  const { token } = decrypted;
  if (isKeyChangeSection(token)) {
    const entry = keyChangeEntry(memory, cipher, { section: token, digits: parsed.token, now });
    return refusal(memory, { token, keyChange: entry.change }) ?? keepSection(memory, entry);
  }
  return refusal(memory, { token, keyChange: null }) ?? act(memory, token);
}

function refusal(memory: MeterMemory, entered: EnteredToken): TokenOutcome | null {
  const failed = TOKEN_CHECKS.find((check) => check.refuses(memory, entered));
  return failed ? refused(failed.result) : null;
}

function refused(result: TokenResult): TokenOutcome {
  return { result, writes: [] };
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
