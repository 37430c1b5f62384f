/**
 * Remote upgrade of a meter's program: the machine behind DLMS/COSEM class 18.
 *
 * A meter has two banks. An image comes in blocks into the bank that does not run, is verified there,
 * and is tried: it must say that it works within some starts and some minutes, or the old program
 * comes back. The engine changes `firmware` and nothing else of a memory, so credit, keys, token
 * identifiers and the log do not know of it.
 *
 * What must be done is returned as actions in order. The owner does one after the other and may be
 * interrupted between any two and within a write to a bank: the bank that `firmware.running` names
 * always holds a whole program, and bits of the bitmap are set only after their octets are written.
 */
import { type Instant, type Milliseconds, milliseconds } from '@wattvend/quantities/time.js';
import { splitMeterPan } from '@wattvend/sts/meter-pan.js';
import type { LoggedEvent } from '../event-log.ts';
import type { MeterMemory } from '../memory.ts';
import {
  ACTIVATIONS_MAX,
  type Bank,
  type FirmwareState,
  type ImageTransfer,
  newTransfer,
  otherBank,
  type TransferStatus,
} from './firmware-state.ts';
import { type ImageFault, verifyImage } from './image.ts';
import { blockCount, firstMissingBlock, hasBlock, withBlock } from './transfer-blocks.ts';

/** The part of a memory the engine reads. */
export type UpgradeMemory = Pick<MeterMemory, 'firmware' | 'meterPan'>;

/**
 * One thing to do. `keep` becomes one memory write of the change and its events; kept 'running' it may
 * be gathered with others, because what a power failure takes of it is only sent again. An erased
 * octet is 0xff; a block is written where nothing was written since the bank was erased, or where
 * the same was.
 */
export type UpgradeAction =
  | {
      readonly kind: 'keep';
      readonly keep: 'at-once' | 'running';
      readonly changes: { readonly firmware: FirmwareState };
      readonly events: readonly LoggedEvent[];
    }
  | { readonly kind: 'erase-bank'; readonly bank: Bank }
  | {
      readonly kind: 'write-bank';
      readonly bank: Bank;
      readonly offset: number;
      readonly octets: Readonly<Uint8Array>;
    };

/**
 * In this order for each request: the first that applies is the answer. An image that is refused as a
 * whole is not among them: that is the outcome of a verification that was done.
 */
export const UPGRADE_REFUSALS = [
  'trial-running',
  'audit-full',
  'no-trusted-key',
  'identification-invalid',
  'size-invalid',
  'block-size-invalid',
  'no-transfer',
  'block-unknown',
  'block-length',
  'block-differs',
  'blocks-missing',
  'not-verified',
  'too-early',
  'no-trial',
] as const;
export type UpgradeRefusal = (typeof UPGRADE_REFUSALS)[number];

export type UpgradeOutcome =
  | { readonly kind: 'done'; readonly actions: readonly UpgradeAction[] }
  | { readonly kind: 'refused'; readonly refusal: UpgradeRefusal }
  /** The verification was done, and the image is not for this meter. */
  | {
      readonly kind: 'image-refused';
      readonly fault: ImageRefusal;
      readonly actions: readonly UpgradeAction[];
    };

/** The sender announced another version than the image has, or it is wrong in itself. */
export type ImageRefusal = ImageFault | 'other-identification';

/** A bank of a small meter; the size of a whole image, header and signature included. */
export const BANK_OCTETS = 1_048_576;

/** DLMS blocks fit an APDU; smaller ones would make a bitmap longer than the rest of the memory. */
export const BLOCK_OCTETS_MIN = 64;
export const BLOCK_OCTETS_MAX = 65_535;

/** A new program has so many starts and so much time to say that it works. */
export const TRIAL_STARTS_MAX = 3;
export const TRIAL_LONGEST: Milliseconds = milliseconds(15 * 60_000);

const IDENTIFICATION = /^[\x20-\x7e]{1,32}$/;
const DETAIL_MAX = 32;

/** image_transfer_status of DLMS/COSEM class 18 for what the engine keeps; 2 is over within a call. */
export const IMAGE_TRANSFER_STATUS: Readonly<Record<TransferStatus | 'none', number>> = {
  none: 0,
  receiving: 1,
  verified: 3,
  refused: 4,
  // The script that activates at a time has not run yet.
  scheduled: 3,
  trying: 5,
  confirmed: 6,
  'fell-back': 7,
};

/** The attribute of class 18. */
export function imageTransferStatus({ transfer }: FirmwareState): number {
  return IMAGE_TRANSFER_STATUS[transfer?.status ?? 'none'];
}

/**
 * Begins a transfer; one that was under way, verified or scheduled is forgotten. Refuses: trial-running,
 * audit-full, no-trusted-key, identification-invalid, size-invalid, block-size-invalid.
 */
export function initiateTransfer(
  { firmware }: UpgradeMemory,
  announced: {
    readonly identification: string;
    readonly size: number;
    readonly blockSize: number;
  },
): UpgradeOutcome {
  const { blockSize, identification, size } = announced;
  if (firmware.transfer?.status === 'trying') return refused('trial-running');
  if (firmware.activations >= ACTIVATIONS_MAX) return refused('audit-full');
  if (firmware.trustedKeys.length === 0) return refused('no-trusted-key');
  if (!IDENTIFICATION.test(identification)) return refused('identification-invalid');
  if (!isWhole(size, 1, BANK_OCTETS)) return refused('size-invalid');
  if (!isWhole(blockSize, BLOCK_OCTETS_MIN, BLOCK_OCTETS_MAX)) return refused('block-size-invalid');
  const event: LoggedEvent = {
    code: 'upgrade-started',
    detail: detailText(`${firmware.runningVersion}>${identification}`),
  };
  // What was verified is forgotten before it is erased: an activation would otherwise start nothing.
  return done(
    keep({ ...firmware, transfer: null }),
    { kind: 'erase-bank', bank: otherBank(firmware.running) },
    keep({ ...firmware, transfer: newTransfer(announced) }, [event]),
  );
}

/** Where a block of the transfer stands, or null where there is no such block. */
export function placeOfBlock(
  { running, transfer }: FirmwareState,
  number: number,
): { readonly bank: Bank; readonly offset: number; readonly length: number } | null {
  if (transfer === null || !isWhole(number, 0, blockCount(transfer) - 1)) return null;
  const offset = number * transfer.blockSize;
  const length = Math.min(transfer.blockSize, transfer.size - offset);
  return { bank: otherBank(running), offset, length };
}

/**
 * Takes a block, in any order and as often as it comes. `octetsThere` are those that stand at
 * placeOfBlock, which are compared where the block was received before. A sender that cannot say
 * twice the same is refused, for one of the two images is not what it announced.
 * Refuses: no-transfer, block-unknown, block-length, block-differs.
 */
export function receiveBlock(
  { firmware }: UpgradeMemory,
  block: { readonly number: number; readonly octets: Readonly<Uint8Array> },
  octetsThere: Readonly<Uint8Array>,
): UpgradeOutcome {
  const { transfer } = firmware;
  if (transfer?.status !== 'receiving') return refused('no-transfer');
  const place = placeOfBlock(firmware, block.number);
  if (place === null) return refused('block-unknown');
  if (block.octets.length !== place.length) return refused('block-length');
  if (hasBlock(transfer, block.number)) {
    return isSame(block.octets, octetsThere) ? done() : refused('block-differs');
  }
  const { bank, offset } = place;
  const received = withBlock(transfer, block.number);
  return done(
    { kind: 'write-bank', bank, offset, octets: block.octets },
    keep({ ...firmware, transfer: { ...transfer, received } }, [], 'running'),
  );
}

/**
 * Verifies the image that was received. The octets are the first `size` octets of the bank that does
 * not run. An image that is refused is over: a sender begins anew. Refuses: no-transfer (also where it
 * is over), blocks-missing.
 */
export function verifyTransfer(
  memory: UpgradeMemory,
  octets: Readonly<Uint8Array>,
): UpgradeOutcome {
  const { firmware } = memory;
  const { transfer } = firmware;
  if (transfer?.status === 'verified' || transfer?.status === 'scheduled') return done();
  if (transfer?.status !== 'receiving') return refused('no-transfer');
  if (firstMissingBlock(transfer) < blockCount(transfer)) return refused('blocks-missing');
  const checked = checkedImage(memory, transfer, octets);
  if (checked.kind === 'fault') return imageRefused(firmware, transfer, checked.fault);
  const { component, notBefore, securityNumber, version } = checked.header;
  const image = { version, securityNumber, component, notBefore };
  const event: LoggedEvent = {
    code: 'upgrade-verified',
    detail: detailText(`${version} ${component}`),
  };
  return done(keep({ ...firmware, transfer: { ...transfer, status: 'verified', image } }, [event]));
}

/**
 * Starts the trial of the verified image now, or at a time. The image is verified once more, because
 * much may have happened to a bank since. After it the owner starts the program of the bank that
 * `running` names; see programStarted. Refuses: trial-running, audit-full, not-verified, too-early.
 */
export function activateTransfer(
  memory: UpgradeMemory,
  octets: Readonly<Uint8Array>,
  { at, now }: { readonly at: Instant | null; readonly now: Instant },
): UpgradeOutcome {
  const { firmware } = memory;
  const { transfer } = firmware;
  if (transfer?.status === 'trying') return refused('trial-running');
  if (firmware.activations >= ACTIVATIONS_MAX) return refused('audit-full');
  const isWaiting = transfer?.status === 'verified' || transfer?.status === 'scheduled';
  if (!isWaiting || transfer.image === null) return refused('not-verified');
  const startsAt = at ?? now;
  if (transfer.image.notBefore !== null && startsAt < transfer.image.notBefore) {
    return refused('too-early');
  }
  if (startsAt > now) {
    return done(
      keep({ ...firmware, transfer: { ...transfer, status: 'scheduled', activateAt: startsAt } }),
    );
  }
  return trialStarted(memory, transfer, octets);
}

function trialStarted(
  memory: UpgradeMemory,
  transfer: ImageTransfer,
  octets: Readonly<Uint8Array>,
): UpgradeOutcome {
  const { firmware } = memory;
  const checked = checkedImage(memory, transfer, octets);
  if (checked.kind === 'fault') return imageRefused(firmware, transfer, checked.fault);
  const { version } = checked.header;
  const event: LoggedEvent = {
    code: 'upgrade-activated',
    detail: detailText(`${firmware.runningVersion}>${version}`),
  };
  return done(
    keep(
      {
        ...firmware,
        running: otherBank(firmware.running),
        runningVersion: version,
        activations: firmware.activations + 1,
        transfer: {
          ...transfer,
          status: 'trying',
          previousVersion: firmware.runningVersion,
          starts: 0,
          tried: milliseconds(0),
        },
      },
      [event],
    ),
  );
}

/**
 * How long until the engine wants to be asked again, by runUpgrade: zero where it is late, null where
 * nothing waits.
 */
export function upgradeChangesIn({ transfer }: FirmwareState, now: Instant): Milliseconds | null {
  if (transfer?.status === 'scheduled' && transfer.activateAt !== null) {
    return milliseconds(Math.max(0, transfer.activateAt - now));
  }
  if (transfer?.status !== 'trying') return null;
  return milliseconds(Math.max(0, TRIAL_LONGEST - transfer.tried));
}

/**
 * What time brings: the trial that was scheduled begins, or one that was not confirmed is over. The
 * octets are needed where a trial begins; null where none can. Time of a trial is the time the new
 * program ran, so that no clock that is set prolongs it.
 */
export function runUpgrade(
  memory: UpgradeMemory,
  octets: Readonly<Uint8Array> | null,
  { elapsed, now }: { readonly elapsed: Milliseconds; readonly now: Instant },
): UpgradeOutcome {
  const { firmware } = memory;
  const { transfer } = firmware;
  if (transfer?.status === 'scheduled' && upgradeChangesIn(firmware, now) === 0) {
    if (octets === null) throw new RangeError('a trial begins: the octets of its bank are needed');
    return trialStarted(memory, transfer, octets);
  }
  if (transfer?.status !== 'trying') return done();
  const tried = milliseconds(transfer.tried + elapsed);
  if (tried >= TRIAL_LONGEST) return fellBack(firmware, transfer, 'not-confirmed');
  return done(keep({ ...firmware, transfer: { ...transfer, tried } }, [], 'running'));
}

/**
 * What the loader asks at every start, before any program runs. It counts the start of a program on
 * trial before that program has a chance to fail, and goes back after TRIAL_STARTS_MAX of them. When
 * the actions are done the loader starts the bank that `running` names.
 */
export function programStarted({ firmware }: UpgradeMemory): UpgradeOutcome {
  const { transfer } = firmware;
  if (transfer?.status !== 'trying') return done();
  if (transfer.starts >= TRIAL_STARTS_MAX) return fellBack(firmware, transfer, 'did-not-start');
  return done(keep({ ...firmware, transfer: { ...transfer, starts: transfer.starts + 1 } }));
}

/**
 * The new program says that it works: it measures, reads its memory and can be reached. Only now the
 * security number rises, so that the old program could come back until here. Refuses: no-trial.
 */
export function confirmProgram({ firmware }: UpgradeMemory): UpgradeOutcome {
  const { securityNumber, transfer } = firmware;
  if (transfer?.status !== 'trying' || transfer.image === null) return refused('no-trial');
  const event: LoggedEvent = {
    code: 'upgrade-confirmed',
    detail: detailText(`${transfer.previousVersion ?? ''}>${transfer.image.version}`),
  };
  return done(
    keep(
      {
        ...firmware,
        securityNumber: Math.max(securityNumber, transfer.image.securityNumber),
        transfer: { ...transfer, status: 'confirmed' },
      },
      [event],
    ),
  );
}

/** The new program itself finds that it does not work. Refuses: no-trial. */
export function giveUpTrial({ firmware }: UpgradeMemory): UpgradeOutcome {
  const { transfer } = firmware;
  if (transfer?.status !== 'trying') return refused('no-trial');
  return fellBack(firmware, transfer, 'gave-up');
}

function fellBack(
  firmware: FirmwareState,
  transfer: ImageTransfer,
  cause: 'did-not-start' | 'not-confirmed' | 'gave-up',
): UpgradeOutcome {
  const detail = detailText(`${firmware.runningVersion} ${cause}`);
  return done(
    keep(
      {
        ...firmware,
        running: otherBank(firmware.running),
        runningVersion: transfer.previousVersion ?? firmware.runningVersion,
        transfer: { ...transfer, status: 'fell-back' },
      },
      [{ code: 'upgrade-fell-back', detail }],
    ),
  );
}

function imageRefused(
  firmware: FirmwareState,
  transfer: ImageTransfer,
  fault: ImageRefusal,
): UpgradeOutcome {
  const detail = detailText(`${transfer.identification} ${fault}`);
  return {
    kind: 'image-refused',
    fault,
    actions: [
      keep({ ...firmware, transfer: { ...transfer, status: 'refused', image: null } }, [
        { code: 'upgrade-refused', detail },
      ]),
    ],
  };
}

function checkedImage(
  { firmware, meterPan }: UpgradeMemory,
  transfer: ImageTransfer,
  octets: Readonly<Uint8Array>,
):
  | Extract<ReturnType<typeof verifyImage>, { kind: 'image' }>
  | { readonly kind: 'fault'; readonly fault: ImageRefusal } {
  if (octets.length !== transfer.size) {
    throw new RangeError(`the image has ${transfer.size} octets, got ${octets.length}`);
  }
  const parts = splitMeterPan(meterPan);
  const manufacturerCode = parts.kind === 'parts' ? parts.manufacturerCode : '';
  const target = { ...firmware, manufacturerCode };
  const verified = verifyImage(octets, firmware.trustedKeys, target);
  if (verified.kind === 'image' && verified.header.version !== transfer.identification) {
    return { kind: 'fault', fault: 'other-identification' };
  }
  return verified;
}

function keep(
  firmware: FirmwareState,
  events: readonly LoggedEvent[] = [],
  when: 'at-once' | 'running' = 'at-once',
): UpgradeAction {
  return { kind: 'keep', keep: when, changes: { firmware }, events };
}

function done(...actions: readonly UpgradeAction[]): UpgradeOutcome {
  return { kind: 'done', actions };
}

function refused(refusal: UpgradeRefusal): UpgradeOutcome {
  return { kind: 'refused', refusal };
}

function detailText(text: string): string {
  return text.slice(0, DETAIL_MAX);
}

function isSame(left: Readonly<Uint8Array>, right: Readonly<Uint8Array>): boolean {
  return left.length === right.length && left.every((octet, at) => octet === right[at]);
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}
