/**
 * Meters under a vending key that everybody knows, for those who try things out. The key says of
 * itself what it is; no utility has it, and tokens made with it open no real meter.
 */
import { createHmac } from 'node:crypto';
import { type MeterMemory, manufactureMeter } from '@wattvend/meter/memory.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import type { DecoderKeyData } from '@wattvend/sts/decoder-key.js';
import { deriveDecoderKeyDkga04 } from '@wattvend/sts/dkga04.js';
import { makeDrn, meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';

/** Twenty octets of ASCII, as long as a vending key of DKGA04. */
const TEST_VENDING_KEY = 'TEST KEY NOT SECRET!';

// A meter leaves the factory before it is sold for: tokens of an earlier minute are old to it.
const MANUFACTURED_BEFORE_MS = 24 * 60 * 60_000;

// Of the manufacturer codes, one that is not given to anybody we know of.
const MANUFACTURER_CODE = '00';
const FIRST_SERIAL_NUMBER = 90_000_001;

/** What a vending system has to know of a test meter, as `wattvend sts answer` reads a key. */
export interface TestKeyDescription {
  readonly ea: '11';
  readonly dkga: '04';
  readonly vendingKey: string;
  readonly pan: string;
  readonly kt: 2;
  readonly sgc: string;
  readonly ti: string;
  readonly krn: number;
  readonly baseDate: 2014;
}

export interface TestMeter {
  readonly memory: MeterMemory;
  readonly keyDescription: TestKeyDescription;
}

/** The first, second … test meter; always the same, but for its minute of manufacture. */
export function makeTestMeter(index: number, now: Instant): TestMeter {
  const serialNumber = String(FIRST_SERIAL_NUMBER + index);
  const data: DecoderKeyData = {
    meterPan: meterPanFromDrn(makeDrn(MANUFACTURER_CODE, serialNumber)),
    supplyGroupCode: supplyGroupCode('999999'),
    tariffIndex: tariffIndex('01'),
    keyRevisionNumber: keyRevisionNumber(1),
    keyType: 2,
    baseDate: 2014,
    encryptionAlgorithm: '11',
  };
  const decoderKey = deriveDecoderKeyDkga04(
    (message) => createHmac('sha256', TEST_VENDING_KEY).update(message).digest(),
    data,
  );
  const memory = manufactureMeter({
    ...data,
    decoderKey,
    keyExpiryNumber: keyExpiryNumber(255),
    manufacturedAt: instant(now - MANUFACTURED_BEFORE_MS),
  });
  const keyDescription: TestKeyDescription = {
    ea: '11',
    dkga: '04',
    vendingKey: Buffer.from(TEST_VENDING_KEY, 'ascii').toString('hex'),
    pan: data.meterPan,
    kt: 2,
    sgc: data.supplyGroupCode,
    ti: data.tariffIndex,
    krn: data.keyRevisionNumber,
    baseDate: 2014,
  };
  return { memory, keyDescription };
}
