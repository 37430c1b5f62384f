import {
  isBalanced,
  MEMORY_FORMAT,
  type MemoryChanges,
  type MeterMemory,
} from '@wattvend/meter/memory.js';
import { isConsistent } from '@wattvend/meter/memory-consistency.js';
import {
  meterMemoryRecord,
  parseMeterMemory,
  serialiseMeterMemory,
} from '@wattvend/meter/memory-record.js';
import type { Service } from '@wattvend/meter/services.js';
import { GAS, RESIDENTIAL, TIME, WATER } from '@wattvend/meter/settings-profiles.js';
import { wattHours } from '@wattvend/quantities/energy.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditToken, enter, inventedMeter } from '../invented-meter.ts';
import { anyMemory } from './any-memory.ts';

/** One memory that has something to say of every slice; always the same. */
function richMemory(): MeterMemory {
  const found = fc
    .sample(anyMemory, { seed: 4, numRuns: 400 })
    .filter(
      ({ accounting, firmware, lastCredit, settings }) =>
        accounting.charges.length > 0 &&
        accounting.passiveTariff !== null &&
        firmware.transfer !== null &&
        lastCredit !== null &&
        settings.accounting.friendly !== null &&
        settings.accounting.emergency !== null,
    )
    // The shortest, because tests below alter every character of it.
    .toSorted((left, right) => lengthOf(left) - lengthOf(right))[0];
  if (found === undefined) throw new Error('no memory of the sample is rich');
  return found;
}

function lengthOf(memory: MeterMemory): number {
  return serialiseMeterMemory(memory).length;
}

const RICH = richMemory();
const RICH_TEXT = serialiseMeterMemory(RICH);

test('any memory is read back as it was, value for value and byte for byte', () => {
  fc.assert(
    fc.property(anyMemory, (memory) => {
      const text = serialiseMeterMemory(memory);
      const parsed = parseMeterMemory(text);
      expect(parsed).toEqual({ kind: 'memory', memory });
      if (parsed.kind === 'memory') expect(serialiseMeterMemory(parsed.memory)).toBe(text);
      expect(isConsistent(memory)).toBe(true);
    }),
  );
});

test('what is as on the simplest meter is left out, slice by slice', () => {
  const simplest = inventedMeter('07', { settings: RESIDENTIAL });
  const plain = Object.keys(meterMemoryRecord(simplest));
  expect(plain.slice(-2)).toEqual(['total_energy_consumed_wh', 'checksum']);
  const names: Partial<Record<keyof MemoryChanges, string>> = {
    tamper: 'tamper',
    lockOut: 'lock_out',
    lastCredit: 'last_credit',
    accounting: 'accounting',
    supply: 'supply',
    firmware: 'firmware',
    log: 'log',
    settings: 'settings',
  };
  for (const [slice, name] of Object.entries(names)) {
    const memory = { ...simplest, [slice]: RICH[slice as keyof MemoryChanges] };
    const further = Object.keys(meterMemoryRecord(memory)).filter((one) => !plain.includes(one));
    expect(further).toEqual([name]);
    // Equal values are left out, whether or not they are the same object.
    const copy = { ...simplest, [slice]: structuredClone(simplest[slice as keyof MemoryChanges]) };
    expect(serialiseMeterMemory(copy)).toBe(serialiseMeterMemory(simplest));
  }
});

describe('a rich memory', () => {
  test('torn at any character is a fault', () => {
    for (let length = 0; length < RICH_TEXT.length; length++) {
      const parsed = parseMeterMemory(RICH_TEXT.slice(0, length));
      expect(parsed).toEqual({ kind: 'fault', fault: 'not-json' });
    }
  });

  test('with any one character replaced is a fault', () => {
    let altered = 0;
    for (let at = 0; at < RICH_TEXT.length; at++) {
      // A digit, and what makes a number with an exponent of two digits.
      for (const character of ['7', 'e']) {
        if (RICH_TEXT[at] === character) continue;
        const text = RICH_TEXT.slice(0, at) + character + RICH_TEXT.slice(at + 1);
        expect(parseMeterMemory(text).kind).toBe('fault');
        altered += 1;
      }
    }
    expect(altered).toBeGreaterThan(RICH_TEXT.length);
  });

  test('without any one of its members, or with one more anywhere, is a fault', () => {
    const stored = meterMemoryRecord(RICH);
    let altered = 0;
    for (const path of pathsOfObjects(stored)) {
      const faulty = [changedAt(stored, path, (object) => ({ ...object, note: 1 }))];
      for (const name of Object.keys(objectAt(stored, path))) {
        faulty.push(changedAt(stored, path, ({ [name]: _, ...others }) => others));
      }
      for (const one of faulty) expect(parseMeterMemory(one).kind).toBe('fault');
      altered += faulty.length;
    }
    expect(altered).toBeGreaterThan(100);
  });
});

type Path = readonly (string | number)[];

function pathsOfObjects(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.entries(value).flatMap(([name, member]) =>
    pathsOfObjects(member, [...path, name]),
  );
  return Array.isArray(value) ? within : [path, ...within];
}

function objectAt(value: unknown, path: Path): Record<string, unknown> {
  return path.reduce<unknown>(
    (inner, name) => (inner as Record<string, unknown>)[name],
    value,
  ) as Record<string, unknown>;
}

function changedAt(
  value: unknown,
  path: Path,
  change: (object: Record<string, unknown>) => Record<string, unknown>,
): unknown {
  const copy = structuredClone(value);
  const last = path.at(-1);
  if (last === undefined) return change(copy as Record<string, unknown>);
  const parent = objectAt(copy, path.slice(0, -1));
  parent[last] = change(parent[last] as Record<string, unknown>);
  return copy;
}

describe('between the members', () => {
  const meter = inventedMeter('07', { settings: RESIDENTIAL });
  const money = { ...RESIDENTIAL.accounting, mode: 'currency' } as const;
  const three = { ...RICH.accounting, measuredByRate: RICH.accounting.measuredByRate };
  const broken: readonly (readonly [string, MeterMemory])[] = [
    ['no account of money', { ...meter, settings: { ...RESIDENTIAL, accounting: money } }],
    ['no register of water', { ...meter, settings: WATER }],
    ['a key of another length', { ...meter, encryptionAlgorithm: '11' }],
    ['a common key without cards', { ...meter, keyType: 3 }],
    ['more credit than the maximum', { ...meter, creditMaximum: wattHours(-1) }],
    [
      'fewer totals than rates',
      {
        ...meter,
        accounting: {
          ...three,
          tariff: twoRates(meter),
          measuredByRate: meter.accounting.measuredByRate,
        },
      },
    ],
  ];

  test.each(broken)('a memory is none of a meter: %s', (_name, memory) => {
    expect(isConsistent(memory)).toBe(false);
    const stored = meterMemoryRecord(memory);
    expect(parseMeterMemory(stored)).toEqual({ kind: 'fault', fault: 'value-out-of-range' });
  });

  test('books that do not balance are not consistent', () => {
    const memory = { ...meter, creditRegister: wattHours(1) };
    expect(isBalanced(memory)).toBe(false);
    expect(isConsistent(memory)).toBe(false);
    expect(isConsistent(meter)).toBe(true);
  });

  test('a meter without any register has nothing to charge, and is one', () => {
    const memory = inventedMeter('07', { registers: [] });
    expect(parseMeterMemory(meterMemoryRecord(memory))).toEqual({ kind: 'memory', memory });
  });
});

function twoRates({ accounting }: MeterMemory) {
  const { tariff } = accounting;
  return { ...tariff, rates: [...tariff.rates, ...tariff.rates] };
}

test('no value in any place of a record makes the parser throw', () => {
  const stored = meterMemoryRecord(RICH);
  const paths = pathsOfObjects(stored).filter((path) => path.length > 0);
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.jsonValue(), fc.string(), (path, value, name) => {
      const altered = changedAt(stored, path, (object) => ({ ...object, [name]: value }));
      expect(['memory', 'fault']).toContain(parseMeterMemory(altered).kind);
      const replaced = changedAt(stored, path, () => value as Record<string, unknown>);
      expect(parseMeterMemory(JSON.stringify(replaced)).kind).toBe('fault');
    }),
  );
});

test('only its own members are those of a record', () => {
  const stored = meterMemoryRecord(RICH);
  expect(parseMeterMemory(Object.create(stored)).kind).toBe('fault');
  for (const name of ['supply', 'settings', 'accounting']) {
    const inherited = { ...stored, [name]: Object.create(stored[name] as object) };
    expect(parseMeterMemory(inherited).kind).toBe('fault');
    const text = RICH_TEXT.replace(`"${name}":{`, `"${name}":{"__proto__":null,`);
    expect(text).not.toBe(RICH_TEXT);
    expect(parseMeterMemory(text)).toEqual({ kind: 'fault', fault: 'value-out-of-range' });
  }
});

// Both texts were written by the program that still had format 2: after a token and some consumption,
// and with something in every member.
const FORMAT_2_USED = [
  '{"format":2,"generation":2,"meter_pan":"600727123456789030","encryption_algorithm":"',
  '07","decoder_key_hex":"0123456789abcdef","key_type":2,"supply_group_code":"123456","',
  'tariff_index":"01","key_revision_number":1,"key_expiry_number":255,"base_date":2014,',
  `"token_identifier_store":[${'6000000,'.repeat(49)}6000007]`,
  ',"credit_register_wh":9679,"credit_maximum_wh":9999999900,"total_energy_accepted_wh"',
  ':10000,"total_energy_consumed_wh":321,"checksum":"336f1b20"}',
].join('');

const FORMAT_2_BUSY = [
  '{"format":2,"generation":4,"meter_pan":"600727123456789030","encryption_algorithm":"',
  '11","decoder_key_hex":"000102030405060708090a0b0c0d0e0f","key_type":2,"supply_group_',
  'code":"123456","tariff_index":"01","key_revision_number":1,"key_expiry_number":255,"',
  'base_date":2014,',
  `"token_identifier_store":[${'6000000,'.repeat(49)}6000001]`,
  ',"credit_register_wh":0,"credit_maximum_wh":9999999900,"total_energy_accepted_wh":50',
  '000,"total_energy_consumed_wh":0,"total_energy_forfeited_wh":50000,"other_registers"',
  ':[{"service":1,"credit":"0","maximum":"99999999","total_accepted":"7","total_consume',
  'd":"0","total_forfeited":"7"},{"service":4,"credit":"0","maximum":"10000000000000000',
  '00000000000000000000000000000000000000000000","total_accepted":"0","total_consumed":',
  '"10000000000000000000000000000000000000000","total_forfeited":"-10000000000000000000',
  '000000000000000000000"}],"token_carrier_type":"07","key_change_timeout_ms":1000,"key',
  '_change_tokens":[{"digits":"06463810293916844480","received_at_ms":1800000000000},{"',
  'digits":"15239222659450791627","received_at_ms":1800000000000},{"digits":"0235320383',
  '4534542350","received_at_ms":1800000000000}],"maximum_power_limit_w":5000,"maximum_p',
  'hase_power_unbalance_limit_w":0,"is_tampered":true,"checksum":"f52ff5a4"}',
].join('');

// Closed by the program of format 2 too: new meters that sell one service other than electricity, with
// five units in it, and the checksums of their records.
const FORMAT_2_SERVICES = [
  [1, '99999999', 'eda94373'],
  [2, '99999999', 'ede16fe5'],
  [3, '99999999', '5b0989a8'],
  [4, '999999999999', 'd3413867'],
  [5, '999999999999', 'a3f57bc8'],
  [6, '999999999999', '3229bf39'],
  [7, '999999999999', '429dfc96'],
] as const;

function format2Of(service: number, maximum: string, checksum: string): unknown {
  const { checksum: _, ...values } = JSON.parse(FORMAT_2_USED) as Record<string, unknown>;
  return {
    ...values,
    generation: 0,
    token_identifier_store: Array.from({ length: 50 }, () => 6_000_000),
    credit_register_wh: 0,
    credit_maximum_wh: 0,
    total_energy_accepted_wh: 0,
    total_energy_consumed_wh: 0,
    takes_electricity: false,
    other_registers: [
      {
        service,
        credit: '5',
        maximum,
        total_accepted: '5',
        total_consumed: '0',
        total_forfeited: '0',
      },
    ],
    checksum,
  };
}

describe('a record of format 2', () => {
  test('keeps its credit, and is of the new format from the next write on', () => {
    const parsed = parseMeterMemory(FORMAT_2_USED);
    if (parsed.kind === 'fault') throw new Error(parsed.fault);
    const { memory } = parsed;
    expect(memory).toMatchObject({ format: MEMORY_FORMAT, generation: 2, creditRegister: 9_679 });
    // In service, with the lock-out of a new meter, and nothing in its log.
    const { accounting, firmware, lockOut, supply, tamper } = inventedMeter();
    expect(memory).toMatchObject({ accounting, firmware, lockOut, supply, tamper });
    expect(memory.settings).toEqual(RESIDENTIAL);
    expect(memory.settings.lockOut.freeFailures).toBe(2);
    expect(memory.log).toEqual({ count: 0, chain: '00000000' });
    const entered = enter(memory, creditToken(memory, 8));
    expect(entered.results).toEqual(['Accept']);
    const after = meterMemoryRecord(entered.memory);
    expect(after).toMatchObject({ format: 3, generation: 3, credit_register_wh: 19_679 });
    expect(parseMeterMemory(after)).toEqual({ kind: 'memory', memory: entered.memory });
  });

  test('keeps everything it said, tampering and half a key change among it', () => {
    const parsed = parseMeterMemory(FORMAT_2_BUSY);
    if (parsed.kind === 'fault') throw new Error(parsed.fault);
    expect(parsed.memory.isTampered).toBe(true);
    expect(parsed.memory.settings).toEqual(RESIDENTIAL);
    // The same members and values as it had, under the new number.
    const { checksum: _old, ...before } = JSON.parse(FORMAT_2_BUSY) as Record<string, unknown>;
    const { checksum: _new, ...after } = meterMemoryRecord(parsed.memory);
    expect(after).toEqual({ ...before, format: 3 });
    expect(parseMeterMemory(meterMemoryRecord(parsed.memory))).toEqual(parsed);
  });

  test('of a meter that sells something else charges that', () => {
    const profiles = [RESIDENTIAL, WATER, GAS, TIME];
    for (const [service, maximum, checksum] of FORMAT_2_SERVICES) {
      const parsed = parseMeterMemory(format2Of(service, maximum, checksum));
      if (parsed.kind === 'fault') throw new Error(parsed.fault);
      const { otherRegisters, settings } = parsed.memory;
      expect(otherRegisters).toMatchObject([{ service: service as Service, credit: 5n }]);
      expect(settings.model).toBe(profiles[service % 4]?.model);
      expect(settings.accounting.mode).toBe(service < 4 ? 'energy' : 'currency');
    }
  });

  test('is no other meter when it was altered, and has nothing that came later', () => {
    const stored = JSON.parse(FORMAT_2_BUSY) as Record<string, unknown>;
    for (const [altered, fault] of [
      [{ generation: 5 }, 'checksum'],
      [{ is_tampered: false }, 'value-out-of-range'],
      [{ supply: {} }, 'value-out-of-range'],
      [{ settings: meterMemoryRecord(RICH)['settings'] }, 'value-out-of-range'],
      [{ format: 1 }, 'value-out-of-range'],
      [{ format: 3 }, 'checksum'],
    ] as const) {
      expect(parseMeterMemory({ ...stored, ...altered })).toEqual({ kind: 'fault', fault });
    }
  });
});
