/** A meter with two banks of flash, whose owner does what the engine says and may be interrupted. */
import type { Bank } from '@wattvend/meter/firmware-state.js';
import { FIRMWARE_NEW } from '@wattvend/meter/firmware-state.js';
import { applyWrite, type MeterMemory, memoryWrite } from '@wattvend/meter/memory.js';
import { placeOfBlock, type UpgradeAction, type UpgradeOutcome } from '@wattvend/meter/upgrade.js';
import { instant } from '@wattvend/quantities/time.js';
import { inventedMeter } from '../invented-meter.ts';
import { MAKER } from './signed-image.ts';

export const NOON = instant(1_800_000_000_000);
const ERASED = 0xff;
const BANK_OCTETS = 4096;

export interface OwnedMeter {
  memory: MeterMemory;
  /** What a power failure leaves: writes that may be gathered are lost with it. */
  stored: MeterMemory;
  readonly banks: Record<Bank, Uint8Array>;
  readonly log: string[];
  /** Octets of actions still to come until the power fails; an action that keeps counts as one. */
  untilCut: number;
}

/** Thrown where the power fails. */
export class PowerFailure extends Error {}

export function ownedMeter(running: Uint8Array, version = '1.0.0'): OwnedMeter {
  const memory = inventedMeter();
  const trustedKeys = [MAKER.publicKeyHex];
  const firmware = { ...FIRMWARE_NEW, runningVersion: version, securityNumber: 3, trustedKeys };
  const blank = new Uint8Array(BANK_OCTETS).fill(ERASED);
  const banks = { A: blank.slice(), B: blank.slice() };
  banks.A.set(running);
  const made = { ...memory, firmware };
  return { memory: made, stored: made, banks, log: [], untilCut: Number.MAX_SAFE_INTEGER };
}

/** Does all actions of an outcome; throws PowerFailure in the middle of one, or before it. */
export function doAll(owned: OwnedMeter, outcome: UpgradeOutcome): UpgradeOutcome {
  for (const action of outcome.kind === 'refused' ? [] : outcome.actions) doOne(owned, action);
  return outcome;
}

function doOne(owned: OwnedMeter, action: UpgradeAction): void {
  switch (action.kind) {
    case 'keep': {
      spend(owned);
      const { changes, events } = action;
      const write = memoryWrite(owned.memory, changes, { now: NOON, events });
      owned.memory = applyWrite(owned.memory, write);
      if (action.keep === 'at-once') owned.stored = owned.memory;
      owned.log.push(...write.logged.map(({ code, detail }) => `${code} ${detail}`));
      return;
    }
    case 'erase-bank':
      for (let at = 0; at < BANK_OCTETS; at += 512) {
        spend(owned);
        owned.banks[action.bank].fill(ERASED, at, at + 512);
      }
      return;
    case 'write-bank':
      for (const [at, octet] of action.octets.entries()) {
        spend(owned);
        const bank = owned.banks[action.bank];
        const place = action.offset + at;
        // Flash only clears bits: writing over something else is found at once.
        if (((bank[place] ?? 0) & octet) !== octet) throw new Error(`octet ${place} is not erased`);
        bank[place] = octet;
      }
  }
}

function spend(owned: OwnedMeter): void {
  if (owned.untilCut === 0) throw new PowerFailure();
  owned.untilCut -= 1;
}

/** The power is back. */
export function powerReturned(owned: OwnedMeter): void {
  owned.memory = owned.stored;
  owned.untilCut = Number.MAX_SAFE_INTEGER;
}

/** What stands where a block goes. */
export function octetsThere({ banks, memory }: OwnedMeter, number: number): Uint8Array {
  const place = placeOfBlock(memory.firmware, number);
  if (place === null) return new Uint8Array();
  return banks[place.bank].slice(place.offset, place.offset + place.length);
}

/** The image that was received. */
export function receivedImage({ banks, memory }: OwnedMeter): Uint8Array {
  const waiting = memory.firmware.running === 'A' ? 'B' : 'A';
  return banks[waiting].slice(0, memory.firmware.transfer?.size ?? 0);
}
