/**
 * What a memory of an earlier format says of what it did not know. A meter that was made before the
 * last format keeps its credit: its memory is read as it was written and is of the new format from the
 * next write on.
 */
import { ACCOUNTING_NEW } from '../accounting/accounting-state.ts';
import { ELECTRICITY } from '../accounting/services.ts';
import { LOG_EMPTY } from '../event-log.ts';
import { settingsForService } from '../settings-profiles.ts';
import { SUPPLY_NEW } from '../supply/supply-state.ts';
import { TAMPER_NONE } from '../tamper/tamper-state.ts';
import { LOCK_OUT_NONE } from '../token-entry/lock-out.ts';
import { FIRMWARE_NEW } from '../upgrade/firmware-state.ts';
import {
  FURTHER_UNLESS_SAID,
  type FurtherMemory,
  type PlainMemory,
  type WholeMeterMemory,
} from './memory-record-values.ts';

const KEY_TYPE_DCTK = 3;

/**
 * A meter of format 1. It said nothing of carriers, and its program made meters with a common key
 * too. Such a key is for magnetic cards alone, so such a meter has them, and keeps its credit and its
 * key.
 */
export function furtherOfFormat1({ keyType }: PlainMemory): FurtherMemory {
  return { ...FURTHER_UNLESS_SAID, tokenCarrierType: keyType === KEY_TYPE_DCTK ? '01' : '02' };
}

/**
 * A meter of format 1 or 2: in service, with nothing logged, and with a lock-out from now on. What it
 * charges is the first of its registers.
 */
export function wholeMeterBeforeFormat3(memory: FurtherMemory): WholeMeterMemory {
  const first = memory.takesElectricity ? ELECTRICITY : memory.otherRegisters[0]?.service;
  return {
    tamper: TAMPER_NONE,
    lockOut: LOCK_OUT_NONE,
    lastCredit: null,
    accounting: ACCOUNTING_NEW,
    supply: SUPPLY_NEW,
    firmware: FIRMWARE_NEW,
    log: LOG_EMPTY,
    settings: settingsForService(first ?? ELECTRICITY),
  };
}
