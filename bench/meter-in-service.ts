/** Meters for benchmarks: invented identities and keys, in service for a while. */
import { applyWrite, type MeterMemory, manufactureMeter } from '@wattvend/meter/memory.js';
import type { MeterTariff } from '@wattvend/meter/meter-tariff.js';
import type { MeterSettings } from '@wattvend/meter/settings.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { hundredThousandths } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { DecoderKey } from '@wattvend/sts/decoder-key.js';
import { ENCRYPTION_ALGORITHMS } from '@wattvend/sts/encryption-algorithms.js';
import { makeDrn, meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { encryptToken, type NumericToken } from '@wattvend/sts/token.js';
import { tokenCipher } from '@wattvend/sts/token-cipher.js';
import {
  instantOfTokenIdentifier,
  type TokenIdentifier,
  tokenIdentifier,
} from '@wattvend/sts/token-identifier.js';

/**
 * Twelve and three quarter years after base date 2014: the end of 2026. Of all token identifiers,
 * 59.8 per cent are still to come.
 */
export const MANUFACTURED_AT: TokenIdentifier = tokenIdentifier(6_749_000);

export interface BenchMeterOrder {
  readonly serial: number;
  readonly encryptionAlgorithm: '07' | '11';
  readonly settings: MeterSettings;
  readonly tariff?: MeterTariff;
  /** In units of the account's tokens; nothing unless said. */
  readonly credit?: bigint;
}

/** A new meter; its key is made of its serial number and is no utility's. */
export function newMeter(order: BenchMeterOrder): MeterMemory {
  const { credit = 0n, encryptionAlgorithm, serial, settings, tariff } = order;
  const isEnergy = settings.accounting.mode === 'energy';
  return manufactureMeter({
    meterPan: meterPanFromDrn(makeDrn('12', String(serial).padStart(8, '0'))),
    encryptionAlgorithm,
    decoderKey: inventedKey(serial, ENCRYPTION_ALGORITHMS[encryptionAlgorithm].keyOctets),
    keyType: 2,
    supplyGroupCode: supplyGroupCode('123456'),
    tariffIndex: tariffIndex('01'),
    keyRevisionNumber: keyRevisionNumber(1),
    keyExpiryNumber: keyExpiryNumber(255),
    baseDate: 2014,
    manufacturedAt: timeOf(MANUFACTURED_AT),
    registers: [{ service: isEnergy ? 0 : 4, credit }],
    settings,
    ...(tariff !== undefined && { tariff }),
  });
}

function inventedKey(serial: number, octets: number): DecoderKey {
  return new DecoderKey(
    Uint8Array.from({ length: octets }, (_, index) => (serial * (2 * index + 3) + 41 * index) >> 3),
  );
}

/** The start of the minute of a token. */
export function timeOf(minute: TokenIdentifier): Instant {
  return instantOfTokenIdentifier(minute, 2014);
}

/** The n-th token bought for a meter, one a week: 20 kWh, or 20 of the currency. */
export function boughtToken(memory: MeterMemory, n: number): NumericToken {
  const cipher = tokenCipher(memory.encryptionAlgorithm, DecoderKey.fromHex(memory.decoderKey));
  const identifier = minuteOfPurchase(n);
  return encryptToken(
    memory.takesElectricity
      ? {
          tokenClass: 0,
          subclass: 0,
          name: 'electricity',
          random: n % 16,
          tokenIdentifier: identifier,
          energy: tenthKwh(200),
        }
      : {
          tokenClass: 0,
          subclass: 4,
          name: 'electricityCurrency',
          tokenIdentifier: identifier,
          currency: hundredThousandths(2_000_000n),
        },
    cipher,
  );
}

/** In the afternoon, so that it never meets the reserved minute, 00:01. */
export function minuteOfPurchase(n: number): TokenIdentifier {
  const midnight = MANUFACTURED_AT - (MANUFACTURED_AT % 1440);
  return tokenIdentifier(midnight + 1440 * (1 + 7 * n) + 900);
}

/** The meter after it took a token; throws if it did not. */
export function withToken(memory: MeterMemory, digits: NumericToken, now: Instant): MeterMemory {
  const { result, writes } = applyToken(memory, digits, { now });
  if (result !== 'Accept') throw new Error(`a meter for a benchmark answered ${result}`);
  return writes.reduce(applyWrite, memory);
}

/** A meter that took so many tokens, one a week. */
export function meterInService(order: BenchMeterOrder, tokens: number): MeterMemory {
  let memory = newMeter(order);
  for (let n = 0; n < tokens; n++) {
    memory = withToken(memory, boughtToken(memory, n), timeOf(minuteOfPurchase(n)));
  }
  return memory;
}
