/**
 * Manufacture of a meter: an identity, a key of its own, the settings of its model, and the first
 * entry of its log.
 *
 * A new meter has a DITK. The standard leaves open whether it takes credit under it; this meter does,
 * because DDTKError is for default keys alone and no other result says so. Whoever made the key could
 * make credit: a utility changes the key before it installs the meter, and may have it made out of
 * service (isCommissioned false), so that it supplies nothing before an installer was there.
 */
import type { Instant } from '@wattvend/quantities/time.js';
import type { DecoderKey, EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import { KEY_EXPIRY_NUMBER_NEVER } from '@wattvend/sts/key-expiry.js';
import {
  keyRevisionNumber,
  type SupplyGroupCode,
  type TariffIndex,
} from '@wattvend/sts/supply-group.js';
import type { BaseDate } from '@wattvend/sts/token-identifier.js';
import type { MeterTariff } from '../accounting/meter-tariff.ts';
import { accountService } from '../accounting/services.ts';
import type { LogEntry } from '../event-log.ts';
import { applyWrite, type MeterMemory, manufactureMeter, memoryWrite } from '../memory.ts';
import type { MeterSettings } from '../settings.ts';
import { FIRMWARE_NEW, type Hardware, TRUSTED_KEYS_MAX } from '../upgrade/firmware-state.ts';
import { isTrustableKey } from '../upgrade/image.ts';
import type { MeterNumber } from './serial-range.ts';

const KEY_TYPE_DITK = 0;

/** What all meters of a batch have in common. */
export interface BatchOrder {
  readonly encryptionAlgorithm: EncryptionAlgorithm;
  readonly supplyGroupCode: SupplyGroupCode;
  readonly tariffIndex: TariffIndex;
  readonly baseDate: BaseDate;
  readonly manufacturedAt: Instant;
  readonly settings: MeterSettings;
  readonly tariff?: MeterTariff;
  readonly isCommissioned?: boolean;
  readonly hardware?: Hardware;
  readonly firmwareVersion?: string;
  /** Ed25519 public keys in lower-case hex, at most TRUSTED_KEYS_MAX; none unless said. */
  readonly trustedKeys?: readonly string[];
}

export interface MadeMeter {
  readonly memory: MeterMemory;
  /** The entries of the log that the memory counts. */
  readonly logged: readonly LogEntry[];
}

/**
 * Makes one meter. Refuses, with a RangeError, more than TRUSTED_KEYS_MAX trusted keys, one that is no
 * public key or stands there twice, and what manufactureMeter refuses.
 */
export function makeMeter(
  batch: BatchOrder,
  number: MeterNumber,
  decoderKey: DecoderKey,
): MadeMeter {
  const { settings, tariff, isCommissioned, trustedKeys = [] } = batch;
  if (trustedKeys.length > TRUSTED_KEYS_MAX || new Set(trustedKeys).size !== trustedKeys.length) {
    throw new RangeError(`a meter trusts at most ${TRUSTED_KEYS_MAX} different keys`);
  }
  if (!trustedKeys.every(isTrustableKey)) {
    throw new RangeError('a trusted key is an Ed25519 public key in lower-case hex');
  }
  const made = manufactureMeter({
    meterPan: number.meterPan,
    encryptionAlgorithm: batch.encryptionAlgorithm,
    decoderKey,
    keyType: KEY_TYPE_DITK,
    supplyGroupCode: batch.supplyGroupCode,
    tariffIndex: batch.tariffIndex,
    keyRevisionNumber: keyRevisionNumber(1),
    keyExpiryNumber: KEY_EXPIRY_NUMBER_NEVER,
    baseDate: batch.baseDate,
    manufacturedAt: batch.manufacturedAt,
    registers: [{ service: accountService(settings.accounting) }],
    settings,
    ...(tariff !== undefined && { tariff }),
    ...(isCommissioned !== undefined && { isCommissioned }),
  });
  const { hardware = FIRMWARE_NEW.hardware, firmwareVersion = FIRMWARE_NEW.runningVersion } = batch;
  const firmware = { ...FIRMWARE_NEW, runningVersion: firmwareVersion, hardware, trustedKeys };
  const write = memoryWrite(
    made,
    { firmware },
    {
      now: batch.manufacturedAt,
      events: [{ code: 'meter-made', detail: number.drn }],
    },
  );
  return { memory: applyWrite(made, write), logged: write.logged };
}
