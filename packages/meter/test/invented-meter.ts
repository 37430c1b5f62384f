/** Meters, keys and tokens invented for these tests. No utility uses them. */

import { measuredUnits } from '@wattvend/meter/account-units.js';
import { accountForSpan } from '@wattvend/meter/consumption.js';
import { LOCK_OUT_PROFILES } from '@wattvend/meter/lock-out.js';
import {
  applyWrite,
  type ManufactureOrder,
  type MemoryWrite,
  type MeterMemory,
  manufactureMeter,
  memoryWrite,
} from '@wattvend/meter/memory.js';
import type { MeterSettings } from '@wattvend/meter/settings.js';
import { settingsForService } from '@wattvend/meter/settings-profiles.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { type TenthKwh, tenthKwh } from '@wattvend/quantities/energy.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { tokenCrc } from '@wattvend/sts/crc.js';
import { DecoderKey, type EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import { makeDrn, meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { encryptToken, type NumericToken, type Token } from '@wattvend/sts/token.js';
import { type TokenCipher, tokenCipher } from '@wattvend/sts/token-cipher.js';
import {
  instantOfTokenIdentifier,
  type TokenIdentifier,
  tokenIdentifier,
} from '@wattvend/sts/token-identifier.js';

export const ENCRYPTION_ALGORITHMS: readonly EncryptionAlgorithm[] = ['07', '09', '11', '61', '62'];

const SHORT_KEY = '0123456789abcdef';
const LONG_KEY = '000102030405060708090a0b0c0d0e0f';

export const INVENTED_KEYS: Readonly<Record<EncryptionAlgorithm, string>> = {
  '07': SHORT_KEY,
  '09': SHORT_KEY,
  '11': LONG_KEY,
  '61': LONG_KEY,
  '62': LONG_KEY,
};

/** Somewhere in block 91 of base date 2014, and not the reserved minute of its day. */
export const MANUFACTURED: TokenIdentifier = tokenIdentifier(6_000_000);

/** When tokens are entered unless a test says otherwise. */
export const NOON: Instant = instant(1_800_000_000_000);

/** Of a meter that may be told as many wrong tokens as a test likes. */
function laboratorySettings({ registers = [] }: Partial<ManufactureOrder>): MeterSettings {
  const [first = 0] = registers.map(({ service }) => service).sort((left, right) => left - right);
  return { ...settingsForService(first), lockOut: LOCK_OUT_PROFILES.none };
}

export function inventedMeter(
  encryptionAlgorithm: EncryptionAlgorithm = '07',
  changes: Partial<ManufactureOrder> = {},
): MeterMemory {
  return manufactureMeter({
    meterPan: meterPanFromDrn(makeDrn('12', '34567890')),
    encryptionAlgorithm,
    decoderKey: DecoderKey.fromHex(INVENTED_KEYS[encryptionAlgorithm]),
    keyType: 2,
    supplyGroupCode: supplyGroupCode('123456'),
    tariffIndex: tariffIndex('01'),
    keyRevisionNumber: keyRevisionNumber(1),
    keyExpiryNumber: keyExpiryNumber(255),
    baseDate: 2014,
    manufacturedAt: instantOfTokenIdentifier(MANUFACTURED, 2014),
    settings: laboratorySettings(changes),
    ...changes,
  });
}

/** The cipher of those who make tokens for this meter. */
export function vendingCipher(memory: MeterMemory): TokenCipher {
  const key = DecoderKey.fromHex(memory.decoderKey);
  return tokenCipher(memory.encryptionAlgorithm, key, { meterPan: memory.meterPan });
}

/** Any token for this meter. */
export function tokenFor(memory: MeterMemory, token: Token): NumericToken {
  return encryptToken(token, vendingCipher(memory));
}

/** The random number and time of a token some minutes after the meter's manufacture. */
export function minute(after: number): {
  readonly random: number;
  readonly tokenIdentifier: TokenIdentifier;
} {
  return { random: after & 0xf, tokenIdentifier: tokenIdentifier(MANUFACTURED + after) };
}

/** A token for this meter, some minutes after its manufacture. */
export function creditToken(
  memory: MeterMemory,
  minutesAfterManufacture: number,
  energy: TenthKwh = tenthKwh(100),
): NumericToken {
  const timed = minute(minutesAfterManufacture);
  return tokenFor(memory, {
    tokenClass: 0,
    subclass: 0,
    name: 'electricity',
    ...timed,
    energy,
  });
}

/** Enters tokens and keeps every write; returns the results and the memory at the end. */
export function enter(
  memory: MeterMemory,
  ...typed: readonly string[]
): { readonly results: readonly string[]; readonly memory: MeterMemory } {
  let after = memory;
  const results: string[] = [];
  for (const token of typed) {
    const outcome = applyToken(after, token, { now: NOON });
    results.push(outcome.result);
    after = outcome.writes.reduce(applyWrite, after);
  }
  return { results, memory: after };
}

/**
 * A class 2 token of any 44 bits, for those that no encoder makes. The digits are put together here
 * as IEC 62055-41 says, without the codec.
 */
export function rawManagementToken(memory: MeterMemory, subclass: number, bits44: bigint): string {
  const withoutCrc = (BigInt(subclass) << 60n) | (bits44 << 16n);
  const block = { high: Number(withoutCrc >> 32n), low: Number(withoutCrc & 0xffff_ffffn) };
  block.low = (block.low | tokenCrc(2, block)) >>> 0;
  vendingCipher(memory).encrypt(block);
  const encrypted = (BigInt(block.high) << 32n) | BigInt(block.low);
  const moved = (encrypted >> 27n) & 3n;
  const number = (moved << 64n) | (encrypted & ~(3n << 27n)) | (2n << 27n);
  return String(number).padStart(20, '0');
}

/** The write of some Wh that were used, if any. */
export function consumed(memory: MeterMemory, energy: number): readonly MemoryWrite[] {
  const units = measuredUnits(energy);
  const { changes } = accountForSpan(memory, { units, from: NOON, until: NOON });
  return energy === 0 ? [] : [memoryWrite(memory, changes, { keep: 'running' })];
}
