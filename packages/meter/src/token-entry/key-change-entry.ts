/**
 * A key change at the meter (IEC 62055-41, 6.2.7, 6.2.8): tokens of a set are kept until all are
 * there, and then the new key is put in place in one write.
 *
 * What the standard leaves open, and what this meter does:
 *
 * - A token of a set is remembered for the time-out from when it was entered itself, and entering it
 *   again begins its time anew. It is remembered across a power failure: it stands in the memory
 *   with its time, and the time without power counts. A meter whose clock was set back further
 *   than the time-out forgets it too, so that setting the clock cannot make it last.
 * - No field says which tokens are of one set. When a token takes the place of another one of its
 *   section, a new set has begun, and the meter forgets the other sections it kept: they would be
 *   mixed into it. The same digits again are no new set. Where no section comes twice before all are
 *   there, two sets can still be mixed; no meter can know.
 * - A set that is refused as a whole is forgotten whole, and the old key stays. Tokens of it that
 *   waited on would make, with tokens of the next set, a key that nobody issued, and a meter that
 *   nobody could open again.
 * - RO = 1 means the next base date, 1993 to 2014 to 2035; no token says which. After 2035 the
 *   standard has none yet, and the meter stays there. It needs the base date to show times and for
 *   nothing else: identifiers are compared as they are.
 * - RO = 1 to the key the meter has is refused. It would empty the store of token identifiers and make
 *   no old token void, and the set, under that same key, could be entered again and again.
 *
 * What no meter can do: it does not remember the keys it had. One that went from key A to key B and
 * back to A, with RO = 1 on either way, takes the old tokens of A once more. A utility must never
 * return to an earlier key with a rollover; whoever issues key change sets must refuse it.
 */
import type { Instant } from '@wattvend/quantities/time.js';
import { DecoderKey } from '@wattvend/sts/decoder-key.js';
import {
  combineKeyChange,
  type KeyChangeInProgress,
  type ReceivedKeyChange,
  type SectionNumber,
  sectionNumber,
  withSection,
} from '@wattvend/sts/key-change.js';
import type { KeyChangeSectionToken } from '@wattvend/sts/key-change-section.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  supplyGroupCode,
  supplyGroupCodeOfNumber,
  tariffIndex,
  tariffIndexOfNumber,
} from '@wattvend/sts/supply-group.js';
import { decryptToken, type NumericToken, type Token } from '@wattvend/sts/token.js';
import { type TokenCipher, tokenCipher } from '@wattvend/sts/token-cipher.js';
import { type BaseDate, tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import {
  decoderKeyHex,
  type KeptKeyChangeToken,
  type MemoryChanges,
  type MeterMemory,
} from '../memory.ts';
import type { TokenResult } from './token-result.ts';

/** What the tokens of a set come to with one more. */
export interface KeyChangeEntry {
  readonly section: SectionNumber;
  readonly kept: readonly KeptKeyChangeToken[];
  /** Null as long as some are missing. */
  readonly change: ReceivedKeyChange | null;
  readonly missing: readonly SectionNumber[];
}

/** The answer to a section while others are missing. */
export const SECTION_RESULTS: Readonly<Record<SectionNumber, TokenResult>> = {
  1: '1stKCT',
  2: '2ndKCT',
  3: '3rdKCT',
  4: '4thKCT',
};

/** The key of this meter, prepared. */
export function meterCipher(
  memory: Pick<MeterMemory, 'encryptionAlgorithm' | 'decoderKey' | 'meterPan'>,
): TokenCipher {
  const { encryptionAlgorithm, meterPan } = memory;
  return tokenCipher(encryptionAlgorithm, DecoderKey.fromHex(memory.decoderKey), { meterPan });
}

/** Whether a token is one of a key change set. */
export function isKeyChangeSection(token: Token): token is KeyChangeSectionToken {
  return token.tokenClass === 2 && SECTION_SUBCLASSES.includes(token.subclass);
}

const SECTION_SUBCLASSES: readonly number[] = [3, 4, 8, 9];

/**
 * Puts an entered token to those that wait. One of its section and other digits makes place for it,
 * and all the others are forgotten with that one.
 */
export function keyChangeEntry(
  memory: MeterMemory,
  cipher: TokenCipher,
  entered: {
    readonly section: KeyChangeSectionToken;
    readonly digits: NumericToken;
    readonly now: Instant;
  },
): KeyChangeEntry {
  const number = sectionNumber(entered.section);
  const { digits, now: receivedAt, section } = entered;
  const remembered = rememberedSections(memory, cipher, entered.now);
  const isNewSet = remembered.some((one) => one.number === number && one.digits !== digits);
  const others = isNewSet ? [] : remembered.filter((one) => one.number !== number);
  const kept = [...others, { number, digits, receivedAt, section }].sort(
    (left, right) => left.number - right.number,
  );
  const progress = kept.reduce<KeyChangeInProgress>(
    (all, one) => withSection(all, one.section),
    {},
  );
  const combined = combineKeyChange(progress, cipher.keyBits);
  return {
    section: number,
    kept: kept.map((one) => ({ digits: one.digits, receivedAt: one.receivedAt })),
    change: combined.kind === 'complete' ? combined.change : null,
    missing: combined.kind === 'complete' ? [] : combined.missing,
  };
}

interface RememberedSection extends KeptKeyChangeToken {
  readonly number: SectionNumber;
  readonly section: KeyChangeSectionToken;
}

/** What is kept and has not timed out. */
function rememberedSections(
  memory: MeterMemory,
  cipher: TokenCipher,
  now: Instant,
): readonly RememberedSection[] {
  return memory.keyChangeTokens.flatMap(({ digits, receivedAt }) => {
    const section = decryptSection(digits, cipher);
    if (section === null || !isRemembered(memory, receivedAt, now)) return [];
    return [{ number: sectionNumber(section), digits, receivedAt, section }];
  });
}

/** The section that digits are under this key; null when they are none. */
export function decryptSection(
  digits: NumericToken,
  cipher: TokenCipher,
): KeyChangeSectionToken | null {
  const decrypted = decryptToken(digits, cipher);
  if (decrypted.kind === 'fault' || !isKeyChangeSection(decrypted.token)) return null;
  return decrypted.token;
}

function isRemembered(memory: MeterMemory, receivedAt: Instant, now: Instant): boolean {
  return Math.abs(now - receivedAt) <= memory.keyChangeTimeout;
}

/** Whether the fields that have more bits than values hold values. */
export function isKeyChangeInRange(change: ReceivedKeyChange): boolean {
  const { keyRevisionNumber: revision, supplyGroupCode: code } = change;
  return (
    revision >= KEY_REVISION_NUMBER_MIN &&
    revision <= KEY_REVISION_NUMBER_MAX &&
    tariffIndexOfNumber(change.tariffIndex).kind !== 'fault' &&
    (code === null || supplyGroupCodeOfNumber(code).kind !== 'fault')
  );
}

const KEY_REVISION_NUMBER_MIN = 1;
const KEY_REVISION_NUMBER_MAX = 9;

/**
 * All that a complete and good set changes, for one write: key, type, revision, expiry, tariff index
 * and, where the set carries it, the supply group; with RO also the store and the base date. Credit,
 * limits and the tamper condition stay.
 */
export function changesOfKeyChange(memory: MeterMemory, change: ReceivedKeyChange): MemoryChanges {
  const { supplyGroupCode: code } = change;
  return {
    decoderKey: decoderKeyHex(change.decoderKey),
    keyType: change.keyType,
    keyRevisionNumber: keyRevisionNumber(change.keyRevisionNumber),
    keyExpiryNumber: keyExpiryNumber(change.keyExpiryNumber),
    tariffIndex: tariffIndex(String(change.tariffIndex).padStart(2, '0')),
    keyChangeTokens: [],
    ...(code === null ? {} : { supplyGroupCode: supplyGroupCode(String(code).padStart(6, '0')) }),
    ...(change.rollover
      ? {
          baseDate: NEXT_BASE_DATE[memory.baseDate],
          tokenIdentifierStore: memory.tokenIdentifierStore.map(() => tokenIdentifier(0)),
        }
      : {}),
  };
}

const NEXT_BASE_DATE: Readonly<Record<BaseDate, BaseDate>> = { 1993: 2014, 2014: 2035, 2035: 2035 };
