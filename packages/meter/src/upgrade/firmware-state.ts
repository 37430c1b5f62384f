/** Which program runs, which waits, and how far a transfer has come; see upgrade.ts. */
import { type Instant, type Milliseconds, milliseconds } from '@wattvend/quantities/time.js';

/** A meter has two places for a program, so that one is whole whatever happens to the other. */
export type Bank = 'A' | 'B';

export interface FirmwareState {
  /** The bank that runs, also while a new program is on trial. */
  readonly running: Bank;
  readonly runningVersion: string;
  /** No image below this number starts: the anti-rollback counter. It never falls. */
  readonly securityNumber: number;
  /** What the maker built: images name the hardware they are for. */
  readonly hardware: Hardware;
  /**
   * The roots of trust given at manufacture: Ed25519 public keys in lower-case hex. Nothing changes
   * them afterwards. A meter without one takes no image.
   */
  readonly trustedKeys: readonly string[];
  /** Trials begun since manufacture, the trail of audit; at ACTIVATIONS_MAX it is full. */
  readonly activations: number;
  readonly transfer: ImageTransfer | null;
}

export interface Hardware {
  /** At most HARDWARE_MODEL_MAX printable ASCII characters. */
  readonly model: string;
  readonly revision: number;
}

/**
 * What became of the last image. The first five are on the way; a new transfer may begin in any
 * state but 'trying'.
 */
export const TRANSFER_STATUSES = [
  'receiving',
  'verified',
  'refused',
  'scheduled',
  'trying',
  'confirmed',
  'fell-back',
] as const;
export type TransferStatus = (typeof TRANSFER_STATUSES)[number];

/** The image transfer of DLMS/COSEM class 18, as the engine keeps it. */
export interface ImageTransfer {
  readonly status: TransferStatus;
  /** What the sender calls the image; it must be the version in its header. */
  readonly identification: string;
  readonly size: number;
  readonly blockSize: number;
  /** One bit for each block, in hex, the first block in the most significant bit. */
  readonly received: string;
  readonly activateAt: Instant | null;
  /** Starts of the new program that were not confirmed yet. */
  readonly starts: number;
  /** How long the new program has run without being confirmed. */
  readonly tried: Milliseconds;
  /** From the header; null until the image is verified. */
  readonly image: VerifiedImage | null;
  /** What ran before the trial, in the other bank; null before a trial. */
  readonly previousVersion: string | null;
}

/** What is kept of a verified image. */
export interface VerifiedImage {
  readonly version: string;
  readonly securityNumber: number;
  readonly component: ImageComponent;
  readonly notBefore: Instant | null;
}

/**
 * What of the program an image changes: the part that measures and charges, which the law looks at,
 * or only what is around it.
 */
export type ImageComponent = 'legally-relevant' | 'application';

export const FIRMWARE_VERSION_FIRST = '0.1.0';

export const TRUSTED_KEYS_MAX = 2;

/** An audit that is full blocks further updates, so that none goes unseen. */
export const ACTIVATIONS_MAX = 1000;

/** The settings' model has as many. */
export const HARDWARE_MODEL_MAX = 16;

export const HARDWARE_REVISION_MAX = 65_535;

export const FIRMWARE_NEW: FirmwareState = {
  running: 'A',
  runningVersion: FIRMWARE_VERSION_FIRST,
  securityNumber: 0,
  hardware: { model: 'WATTVEND', revision: 1 },
  trustedKeys: [],
  activations: 0,
  transfer: null,
};

/** A transfer that has just begun, of so many blocks. */
export function newTransfer(announced: {
  readonly identification: string;
  readonly size: number;
  readonly blockSize: number;
}): ImageTransfer {
  const octets = Math.ceil(Math.ceil(announced.size / announced.blockSize) / 8);
  return {
    status: 'receiving',
    identification: announced.identification,
    size: announced.size,
    blockSize: announced.blockSize,
    received: '00'.repeat(octets),
    activateAt: null,
    starts: 0,
    tried: milliseconds(0),
    image: null,
    previousVersion: null,
  };
}

export function otherBank(bank: Bank): Bank {
  return bank === 'A' ? 'B' : 'A';
}
