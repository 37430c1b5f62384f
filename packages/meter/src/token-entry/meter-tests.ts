/**
 * What the meter shows for a test token, class 1 (IEC 62055-41, 6.2.3). Reading never changes
 * anything. The standard leaves most tests to the maker; these texts are ours.
 */
import { formatWattHoursAsKwh } from '@wattvend/quantities/energy.js';
import { ENCRYPTION_ALGORITHMS } from '@wattvend/sts/encryption-algorithms.js';
import { drnFromMeterPan } from '@wattvend/sts/meter-pan.js';
import { type InitiateMeterTestDisplayToken, testsOfControl } from '@wattvend/sts/test-display.js';
import { accountCredit } from '../accounting/account.ts';
import { formatUnitsForDisplay } from '../accounting/services.ts';
import { COMMODITY_WORDS } from '../face/commodity-words.ts';
import { TAMPER_WORDS, tamperInputsOf } from '../face/tamper-words.ts';
import type { MeterMemory } from '../memory.ts';
import type { SwitchDecision } from '../supply/switch-decision.ts';

/** What the tests read: the memory, and what the meter sees at the moment. */
export interface TestFacts {
  readonly memory: MeterMemory;
  /** What flows, W or dm³ per hour; null where it is not known. */
  readonly power: number | null;
  /** Null where nothing but the credit is known to decide about the switch. */
  readonly switch: SwitchDecision | null;
}

interface MeterTestRow {
  readonly number: number;
  /** What the value is; at most 16 characters. */
  readonly label: string;
  /**
   * The values as texts of at most 24 characters, to be shown one after the other. None where the
   * value is not known.
   */
  readonly read: (facts: TestFacts) => readonly string[];
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
 * The tests this meter has, rising. It lacks 12 and 13, which the standard reserves, and all above 18.
 *
 * Test 1 shows the state of the load switch and why it is open; it does not move it. Some meters open
 * or pulse the switch: then anybody with a published number could switch a house off.
 */
const SUPPORTED_TESTS: readonly MeterTestRow[] = [
  { number: 1, label: 'LOAD SWITCH', read: (facts) => [switchText(facts)] },
  { number: 2, label: 'DISPLAY', read: () => [ALL_SEGMENTS] },
  { number: 3, label: 'TOTAL USED', read: ({ memory }) => totalsUsed(memory) },
  {
    number: 4,
    label: 'KRN, KT',
    read: ({ memory }) => [`${memory.keyRevisionNumber} ${memory.keyType}`],
  },
  { number: 5, label: 'TI', read: ({ memory }) => [memory.tariffIndex] },
  { number: 6, label: 'TOKEN INPUT', read: ({ memory }) => [tokenInput(memory)] },
  { number: 7, label: 'POWER LIMIT', read: ({ memory }) => [limit(powerLimit(memory))] },
  { number: 8, label: 'TAMPER', read: ({ memory }) => tampering(memory) },
  { number: 9, label: 'POWER NOW', read: powerNow },
  { number: 10, label: 'VERSION', read: ({ memory }) => [memory.firmware.runningVersion] },
  {
    number: 11,
    label: 'PHASE UNBALANCE',
    read: ({ memory }) => [limit(memory.maximumPhasePowerUnbalanceLimit)],
  },
  { number: 14, label: 'EA', read: ({ memory }) => [encryptionAlgorithm(memory)] },
  {
    number: 15,
    label: 'KEY TOKENS',
    read: ({ memory }) => [String(KEY_CHANGE_TOKENS_OF_KEY_BITS[keyBitsOf(memory)])],
  },
  { number: 16, label: 'SGC', read: ({ memory }) => [memory.supplyGroupCode] },
  { number: 17, label: 'KEN', read: ({ memory }) => [String(memory.keyExpiryNumber)] },
  { number: 18, label: 'METER NUMBER', read: ({ memory }) => [drnFromMeterPan(memory.meterPan)] },
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

function switchText({ memory, switch: decision }: TestFacts): string {
  if (decision === null) return accountCredit(memory) > 0 ? 'CLOSED' : 'OPEN';
  return decision.isClosed ? 'CLOSED' : `OPEN: ${decision.reason.toUpperCase()}`;
}

// A token typed is proof enough that the keys work.
function tokenInput({ settings, tokenCarrierType }: MeterMemory): string {
  if (tokenCarrierType === '01') return 'CARD';
  if (tokenCarrierType !== '02') return 'LINE';
  return settings.face.isSplit ? 'KEYPAD, SPLIT' : 'KEYPAD';
}

function powerLimit({ maximumPowerLimit, settings }: MeterMemory): number | null {
  return maximumPowerLimit ?? settings.supply.maximumPower;
}

function tampering({ isTampered, tamper }: MeterMemory): readonly string[] {
  const inputs = tamperInputsOf(tamper).map((input) => TAMPER_WORDS[input].short);
  if (inputs.length > 0) return inputs;
  return [isTampered ? 'TAMPERED' : 'NONE'];
}

function powerNow({ memory, power }: TestFacts): readonly string[] {
  if (power === null) return [];
  const { flowUnit } = COMMODITY_WORDS[memory.settings.accounting.commodity];
  return [flowUnit === '' ? (power > 0 ? 'IN USE' : 'NOT IN USE') : `${power} ${flowUnit}`];
}

function limit(power: number | null): string {
  return power === null ? 'NONE' : `${power} W`;
}

/** The tests a token asks for and this meter has; test 0 asks for all. */
export function supportedTests(token: InitiateMeterTestDisplayToken): readonly number[] {
  const asked = testsOfControl(token.control, token.subclass);
  const numbers = SUPPORTED_TESTS.map(({ number }) => number);
  return asked.includes(0) ? numbers : numbers.filter((number) => asked.includes(number));
}

/**
 * What the meter shows for the token: a test it lacks among others it has is passed over, and so is
 * one whose value is not known.
 */
export function shownTests(
  facts: TestFacts,
  token: InitiateMeterTestDisplayToken,
): readonly ShownTest[] {
  const asked = supportedTests(token);
  return SUPPORTED_TESTS.filter(({ number }) => asked.includes(number)).flatMap(
    ({ number, label, read }) => read(facts).map((value) => ({ number, label, value })),
  );
}
