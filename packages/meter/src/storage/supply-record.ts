/** The stored form of what the supply, the tamper inputs and the firmware leave behind. */
import { watts } from '@wattvend/quantities/energy.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import type { TamperInput } from '../settings.ts';
import {
  type DemandState,
  OVERLOAD_NONE,
  type OverloadState,
  SUPPLY_NEW,
  type SupplyState,
} from '../supply/supply-state.ts';
import { UNIT, UNIT_REMAINDER_NONE, type UnitRemainder } from '../supply/unit-remainder.ts';
import { TAMPER_INPUTS } from '../tamper/tamper.ts';
import type { TamperState } from '../tamper/tamper-state.ts';
import {
  ACTIVATIONS_MAX,
  FIRMWARE_NEW,
  type FirmwareState,
  HARDWARE_MODEL_MAX,
  HARDWARE_REVISION_MAX,
  type Hardware,
  type ImageTransfer,
  TRANSFER_STATUSES,
  TRUSTED_KEYS_MAX,
  type VerifiedImage,
} from '../upgrade/firmware-state.ts';
import {
  flag,
  list,
  nullable,
  oneOf,
  printable,
  record,
  type StoredForm,
  type StoredObjectForm,
  text,
  where,
  whole,
} from './stored-form.ts';
import { instantForm } from './tariff-record.ts';

const span = whole(0, Number.MAX_SAFE_INTEGER, milliseconds);
const count = whole(0, Number.MAX_SAFE_INTEGER);

const overload: StoredForm<OverloadState> = where(
  record<OverloadState>({
    status: ['status', oneOf('normal', 'over', 'waiting', 'held')],
    elapsed: ['elapsed_ms', span],
    trips: ['trips', count],
    timeOver: ['time_over_ms', span, milliseconds(0)],
  }),
  ({ status, trips }) =>
    (status === 'waiting' || status === 'held') && trips === 0
      ? { place: 'trips', expected: `at least 1 in the status ${status}` }
      : null,
);

const demand: StoredForm<DemandState> = record<DemandState>({
  windowEnergy: ['window_energy_w_ms', count],
  windowElapsed: ['window_elapsed_ms', span],
  maximum: ['maximum_w', whole(0, Number.MAX_SAFE_INTEGER, watts)],
  maximumAt: ['maximum_at_ms', nullable(instantForm)],
});

const unitRemainder: StoredForm<UnitRemainder> = whole(
  0,
  UNIT - 1,
  (value) => value as UnitRemainder,
);

export const SUPPLY_FORM: StoredObjectForm<SupplyState> = record<SupplyState>({
  isCommissioned: ['is_commissioned', flag, true],
  remote: ['remote', oneOf('connected', 'disconnected', 'ready'), 'connected'],
  isOffByKey: ['is_off_by_key', flag, false],
  overload: ['overload', overload, OVERLOAD_NONE],
  unbalance: ['unbalance', overload, OVERLOAD_NONE],
  reconnectionDelay: ['reconnection_delay_ms', span, milliseconds(0)],
  isSwitchWelded: ['is_switch_welded', flag, false],
  demand: ['demand', demand, SUPPLY_NEW.demand],
  remainder: ['remainder_w_ms', unitRemainder, UNIT_REMAINDER_NONE],
});

const tamperInputs: StoredForm<readonly TamperInput[]> = where(
  list(oneOf(...TAMPER_INPUTS), { longest: TAMPER_INPUTS.length }),
  (inputs) => (new Set(inputs).size === inputs.length ? null : 'each input once'),
);

export const TAMPER_FORM: StoredObjectForm<TamperState> = record<TamperState>({
  active: ['active', tamperInputs, []],
  kept: ['kept', tamperInputs, []],
});

/** A gibibyte: far above any program of a meter. */
const IMAGE_SIZE_MAX = 2 ** 30;

const BLOCK_SIZE_MAX = 65_535;

const verifiedImage: StoredForm<VerifiedImage> = record<VerifiedImage>({
  version: ['version', printable(1, 32)],
  securityNumber: ['security_number', count],
  component: ['component', oneOf('legally-relevant', 'application')],
  notBefore: ['not_before_ms', nullable(instantForm)],
});

const transfer: StoredForm<ImageTransfer> = where(
  record<ImageTransfer>({
    status: ['status', oneOf(...TRANSFER_STATUSES)],
    identification: ['identification', printable(0, 128)],
    size: ['size_octets', whole(0, IMAGE_SIZE_MAX)],
    blockSize: ['block_size_octets', whole(1, BLOCK_SIZE_MAX)],
    received: ['received_hex', text(/^[0-9a-f]*$/, 'lower-case hex digits')],
    activateAt: ['activate_at_ms', nullable(instantForm)],
    starts: ['starts', whole(0, 255)],
    tried: ['tried_ms', span],
    image: ['image', nullable(verifiedImage)],
    previousVersion: ['previous_version', nullable(printable(1, 32))],
  }),
  ({ blockSize, received, size }) => {
    const blocks = Math.ceil(size / blockSize);
    // Whole hex digits or whole octets.
    const lengths = [Math.ceil(blocks / 4), Math.ceil(blocks / 8) * 2];
    const expected = `one bit for each of ${blocks} blocks`;
    return lengths.includes(received.length) ? null : { place: 'received_hex', expected };
  },
);

const hardware: StoredForm<Hardware> = record<Hardware>({
  model: ['model', printable(1, HARDWARE_MODEL_MAX)],
  revision: ['revision', whole(0, HARDWARE_REVISION_MAX)],
});

const trustedKeys: StoredForm<readonly string[]> = list(
  text(/^[0-9a-f]{64}$/, '64 lower-case hex digits'),
  { longest: TRUSTED_KEYS_MAX },
);

export const FIRMWARE_FORM: StoredObjectForm<FirmwareState> = record<FirmwareState>({
  running: ['running', oneOf('A', 'B'), FIRMWARE_NEW.running],
  runningVersion: ['running_version', printable(1, 32), FIRMWARE_NEW.runningVersion],
  securityNumber: ['security_number', count, 0],
  hardware: ['hardware', hardware, FIRMWARE_NEW.hardware],
  trustedKeys: ['trusted_keys_hex', trustedKeys, []],
  activations: ['activations', whole(0, ACTIVATIONS_MAX), 0],
  transfer: ['transfer', nullable(transfer), null],
});
