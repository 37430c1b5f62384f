/** Meters, keys and tokens invented for these tests. No utility uses them. */

import {
  type ManufactureOrder,
  type MeterMemory,
  manufactureMeter,
} from '@wattvend/meter/memory.js';
import { type TenthKwh, tenthKwh } from '@wattvend/quantities/energy.js';
import { DecoderKey, type EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import { makeDrn, meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { encryptCreditElectricity, type NumericToken } from '@wattvend/sts/token.js';
import { tokenCipher } from '@wattvend/sts/token-cipher.js';
import {
  instantOfTokenIdentifier,
  type TokenIdentifier,
  tokenIdentifier,
} from '@wattvend/sts/token-identifier.js';

export const ENCRYPTION_ALGORITHMS: readonly EncryptionAlgorithm[] = ['07', '11'];

export const INVENTED_KEYS: Readonly<Record<EncryptionAlgorithm, string>> = {
  '07': '0123456789abcdef',
  '11': '000102030405060708090a0b0c0d0e0f',
};

/** Somewhere in block 91 of base date 2014. */
export const MANUFACTURED: TokenIdentifier = tokenIdentifier(6_000_000);

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
    ...changes,
  });
}

/** A token for this meter, some minutes after its manufacture. */
export function creditToken(
  memory: MeterMemory,
  minutesAfterManufacture: number,
  energy: TenthKwh = tenthKwh(100),
): NumericToken {
  return encryptCreditElectricity(
    {
      random: minutesAfterManufacture & 0xf,
      tokenIdentifier: tokenIdentifier(MANUFACTURED + minutesAfterManufacture),
      energy,
    },
    tokenCipher(memory.encryptionAlgorithm, DecoderKey.fromHex(memory.decoderKey)),
  );
}
