/** Tokens for the emulator's own test meters, made from what it prints of them. */
import { createHmac } from 'node:crypto';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { instant } from '@wattvend/quantities/time.js';
import type { DecoderKey, DecoderKeyData } from '@wattvend/sts/decoder-key.js';
import { deriveDecoderKeyDkga04 } from '@wattvend/sts/dkga04.js';
import { drnFromMeterPan, type MeterPan } from '@wattvend/sts/meter-pan.js';
import { keyRevisionNumber, supplyGroupCode, tariffIndex } from '@wattvend/sts/supply-group.js';
import { encryptToken, type Token } from '@wattvend/sts/token.js';
import { tokenCipher } from '@wattvend/sts/token-cipher.js';
import { tokenIdentifierAt } from '@wattvend/sts/token-identifier.js';
import type { TestKeyDescription } from '../src/start/test-meters.ts';

const MINUTE_MS = 60_000;

export function meterNumberOf({ pan }: TestKeyDescription): string {
  return drnFromMeterPan(pan as MeterPan);
}

export function decoderKeyOf(described: TestKeyDescription): DecoderKey {
  const data: DecoderKeyData = {
    meterPan: described.pan as MeterPan,
    supplyGroupCode: supplyGroupCode(described.sgc),
    tariffIndex: tariffIndex(described.ti),
    keyRevisionNumber: keyRevisionNumber(described.krn),
    keyType: described.kt,
    baseDate: described.baseDate,
    encryptionAlgorithm: described.ea,
  };
  const vendingKey = Buffer.from(described.vendingKey, 'hex');
  return deriveDecoderKeyDkga04(
    (message) => createHmac('sha256', vendingKey).update(message).digest(),
    data,
  );
}

/** Of the minute that is so many minutes after a time; the reserved minute of a day is passed over. */
export function creditTokenAt(
  described: TestKeyDescription,
  time: { readonly from: number; readonly minute: number },
  tenths: number,
): string {
  const at = instant(time.from + time.minute * MINUTE_MS);
  const stamped = tokenIdentifierAt(at, described.baseDate);
  if (stamped.kind === 'fault') throw new RangeError(stamped.fault);
  const token: Token = {
    ...{ tokenClass: 0, subclass: 0, name: 'electricity', random: time.minute & 0xf },
    ...{ tokenIdentifier: stamped.tokenIdentifier, energy: tenthKwh(tenths) },
  };
  return encryptToken(
    token,
    tokenCipher(described.ea, decoderKeyOf(described), { meterPan: described.pan as MeterPan }),
  );
}
