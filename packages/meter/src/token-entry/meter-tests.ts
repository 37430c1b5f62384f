/**
 * What the meter shows for a test token, class 1 (IEC 62055-41, 6.2.3). Reading never changes
 * anything. The standard leaves most tests to the maker; these texts are ours.
 */
import type { Watts } from '@wattvend/quantities/energy.js';
import { formatWattHoursAsKwh } from '@wattvend/quantities/energy.js';
import { ENCRYPTION_ALGORITHMS } from '@wattvend/sts/encryption-algorithms.js';
import { drnFromMeterPan } from '@wattvend/sts/meter-pan.js';
import { type InitiateMeterTestDisplayToken, testsOfControl } from '@wattvend/sts/test-display.js';
import { formatUnitsForDisplay } from '../accounting/services.ts';
import type { MeterMemory } from '../memory.ts';
import { isLoadSwitchClosed } from '../supply/load-switch.ts';

/** Shown by test 10: the version of this package. */
const FIRMWARE_VERSION = '0.1.0';

interface MeterTestRow {
  readonly number: number;
  /** What the value is; at most 16 characters. */
  readonly label: string;
  /** The values as texts of at most 24 characters, to be shown one after the other. */
  readonly read: (memory: MeterMemory) => readonly string[];
}

/** One text of one test. */
export interface ShownTest {
  readonly number: number;
  readonly label: string;
  readonly value: string;
}

// All segments of the display, which test 2 lights.
const ALL_SEGMENTS = '8888 8888 8888 8888 8888';

/**
 * The tests this meter has, rising. It lacks 6 and 9, because it keeps neither its keypad nor the
 * power of the moment in its memory; 12 and 13, which the standard reserves; and all above 18.
 */
const SUPPORTED_TESTS: readonly MeterTestRow[] = [
  {
    number: 1,
    label: 'LOAD SWITCH',
    read: (memory) => [isLoadSwitchClosed(memory) ? 'CLOSED' : 'OPEN'],
  },
  { number: 2, label: 'DISPLAY', read: () => [ALL_SEGMENTS] },
  { number: 3, label: 'TOTAL USED', read: totalsUsed },
  {
    number: 4,
    label: 'KRN, KT',
    read: (memory) => [`${memory.keyRevisionNumber} ${memory.keyType}`],
  },
  { number: 5, label: 'TI', read: (memory) => [memory.tariffIndex] },
  { number: 7, label: 'POWER LIMIT', read: (memory) => [limit(memory.maximumPowerLimit)] },
  { number: 8, label: 'TAMPER', read: (memory) => [memory.isTampered ? 'TAMPERED' : 'NONE'] },
  { number: 10, label: 'VERSION', read: () => [FIRMWARE_VERSION] },
  {
    number: 11,
    label: 'PHASE UNBALANCE',
    read: (memory) => [limit(memory.maximumPhasePowerUnbalanceLimit)],
  },
  { number: 14, label: 'EA', read: (memory) => [encryptionAlgorithm(memory)] },
  {
    number: 15,
    label: 'KEY TOKENS',
    read: (memory) => [String(KEY_CHANGE_TOKENS_OF_KEY_BITS[keyBitsOf(memory)])],
  },
  { number: 16, label: 'SGC', read: (memory) => [memory.supplyGroupCode] },
  { number: 17, label: 'KEN', read: (memory) => [String(memory.keyExpiryNumber)] },
  { number: 18, label: 'METER NUMBER', read: (memory) => [drnFromMeterPan(memory.meterPan)] },
];

/** The longest set a meter takes: with keys of 64 bits the third token carries the supply group. */
const KEY_CHANGE_TOKENS_OF_KEY_BITS: Readonly<Record<64 | 128, number>> = { 64: 3, 128: 4 };

function keyBitsOf(memory: MeterMemory): 64 | 128 {
  return ENCRYPTION_ALGORITHMS[memory.encryptionAlgorithm].keyBits;
}

// Whoever shows a private profile says that it is not of the standard.
function encryptionAlgorithm(memory: MeterMemory): string {
  const { standard } = ENCRYPTION_ALGORITHMS[memory.encryptionAlgorithm];
  return standard ? memory.encryptionAlgorithm : `${memory.encryptionAlgorithm} NOT STS`;
}

function totalsUsed(memory: MeterMemory): readonly string[] {
  const others = memory.otherRegisters.map(({ service, totalConsumed }) =>
    formatUnitsForDisplay(service, totalConsumed),
  );
  const electricity = `${formatWattHoursAsKwh(memory.totalEnergyConsumed)} kWh`;
  return memory.takesElectricity ? [electricity, ...others] : others;
}

function limit(power: Watts | null): string {
  return power === null ? 'NONE' : `${power} W`;
}

/** The tests a token asks for and this meter has; test 0 asks for all. */
export function supportedTests(token: InitiateMeterTestDisplayToken): readonly number[] {
  const asked = testsOfControl(token.control, token.subclass);
  const numbers = SUPPORTED_TESTS.map(({ number }) => number);
  return asked.includes(0) ? numbers : numbers.filter((number) => asked.includes(number));
}

/** What the meter shows for the token: a test it lacks among others it has is passed over. */
export function shownTests(
  memory: MeterMemory,
  token: InitiateMeterTestDisplayToken,
): readonly ShownTest[] {
  const asked = supportedTests(token);
  return SUPPORTED_TESTS.filter(({ number }) => asked.includes(number)).flatMap(
    ({ number, label, read }) => read(memory).map((value) => ({ number, label, value })),
  );
}
