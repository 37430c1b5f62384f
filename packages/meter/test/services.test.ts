/** Credit of every service, and the management tokens that set, clear and limit. */
import { creditUnits } from '@wattvend/meter/credit.js';
import {
  applyWrite,
  isBalanced,
  type MeterMemory,
  type RegisterOrder,
} from '@wattvend/meter/memory.js';
import { SERVICES, type Service } from '@wattvend/meter/services.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { tenthKwh, watts } from '@wattvend/quantities/energy.js';
import { hundredThousandths } from '@wattvend/quantities/money.js';
import { tenthMinutes } from '@wattvend/quantities/time.js';
import { tenthCubicMetres } from '@wattvend/quantities/volume.js';
import { TOKEN_ROWS } from '@wattvend/sts/layouts.js';
import { CREDIT_REGISTERS } from '@wattvend/sts/management.js';
import type { NumericToken, Token } from '@wattvend/sts/token.js';
import { expect, test } from 'vitest';
import { consumed, enter, inventedMeter, minute, NOON, tokenFor } from './invented-meter.ts';

const ALL: readonly Service[] = [0, 1, 2, 3, 4, 5, 6, 7];

function meterWith(...registers: readonly RegisterOrder[]): MeterMemory {
  return inventedMeter('11', { registers });
}

/** A token of so many units for any service. */
function serviceToken(
  memory: MeterMemory,
  service: Service,
  units: number,
  at: number,
): NumericToken {
  const { random, tokenIdentifier } = minute(at);
  const timed = { random, tokenIdentifier };
  const currency = hundredThousandths(BigInt(units));
  const account = { tokenIdentifier, currency };
  const volume = tenthCubicMetres(Math.abs(units));
  const tokens: Readonly<Record<Service, () => Token>> = {
    0: () => ({
      tokenClass: 0,
      subclass: 0,
      name: 'electricity',
      ...timed,
      energy: tenthKwh(units),
    }),
    1: () => ({ tokenClass: 0, subclass: 1, name: 'water', ...timed, volume }),
    2: () => ({ tokenClass: 0, subclass: 2, name: 'gas', ...timed, volume }),
    3: () => ({ tokenClass: 0, subclass: 3, name: 'time', ...timed, span: tenthMinutes(units) }),
    4: () => ({ tokenClass: 0, subclass: 4, name: 'electricityCurrency', ...account }),
    5: () => ({ tokenClass: 0, subclass: 5, name: 'waterCurrency', ...account }),
    6: () => ({ tokenClass: 0, subclass: 6, name: 'gasCurrency', ...account }),
    7: () => ({ tokenClass: 0, subclass: 7, name: 'timeCurrency', ...account }),
  };
  return tokenFor(memory, tokens[service]());
}

function clearToken(memory: MeterMemory, register: number, at: number): NumericToken {
  const rest = { ...minute(at), register };
  return tokenFor(memory, { tokenClass: 2, subclass: 1, name: 'clearCredit', ...rest });
}

test('the services are the credit tokens and the credit registers of the standard, by number', () => {
  const rows = TOKEN_ROWS.filter((row) => row.tokenClass === 0 && row.status === 'defined');
  expect(SERVICES.map(({ service }) => service)).toEqual(ALL);
  expect(rows.map((row) => 'subclass' in row && row.subclass)).toEqual(ALL);
  expect(CREDIT_REGISTERS.slice(0, -1).map(({ register }) => register)).toEqual(ALL);
  expect(
    CREDIT_REGISTERS.slice(0, -1)
      .map(({ confidence }) => confidence)
      .slice(4),
  ).toEqual(SERVICES.map(({ confidence }) => confidence).slice(4));
});

test.each(ALL)('a token for service %s fills its register and no other', (service) => {
  const memory = meterWith(...ALL.map((one) => ({ service: one, credit: 7n })));
  const outcome = applyToken(memory, serviceToken(memory, service, 25, 1), { now: NOON });
  expect(outcome).toMatchObject({
    result: 'Accept',
    effect: { kind: 'credit', service, units: 25n },
  });
  expect(outcome.writes).toHaveLength(1);
  const after = outcome.writes.reduce(applyWrite, memory);
  expect(ALL.map((one) => creditUnits(after, one))).toEqual(
    ALL.map((one) => (one === service ? 32n : 7n)),
  );
  expect(isBalanced(after)).toBe(true);
});

test.each(ALL)('a meter without service %s has no function for its tokens', (service) => {
  const memory = meterWith(
    ...ALL.filter((one) => one !== service).map((one) => ({ service: one })),
  );
  const { results } = enter(
    memory,
    serviceToken(memory, service, 25, 1),
    clearToken(memory, service, 2),
  );
  expect(results).toEqual(['FunctionError', 'FunctionError']);
});

test.each(ALL)('register %s is filled to exactly its maximum', (service) => {
  const memory = meterWith({ service, credit: 10n, maximum: 30n });
  const tokens = [21, 20, 1].map((units, at) => serviceToken(memory, service, units, at + 1));
  expect(enter(memory, ...tokens).results).toEqual(['OverflowError', 'Accept', 'OverflowError']);
});

test.each([4, 5, 6, 7] as const)(
  'a debit takes account %s below zero, and a credit repays it',
  (service) => {
    const memory = meterWith({ service, credit: 100n, maximum: 150n });
    const debit = enter(memory, serviceToken(memory, service, -260, 1));
    expect(debit.results).toEqual(['Accept']);
    expect(creditUnits(debit.memory, service)).toBe(-160n);
    expect(debit.memory.otherRegisters[0]).toMatchObject({
      totalAccepted: -160n,
      totalConsumed: 0n,
    });
    expect(isBalanced(debit.memory)).toBe(true);
    const repaid = enter(debit.memory, serviceToken(memory, service, 310, 2));
    expect(creditUnits(repaid.memory, service)).toBe(150n);
    const sum = enter(debit.memory, serviceToken(memory, service, 311, 2));
    expect(sum.results).toEqual(['OverflowError']);
  },
);

test('tokens of all services and class 2 share one store', () => {
  const memory = meterWith({ service: 0 }, { service: 1 });
  const { results } = enter(
    memory,
    serviceToken(memory, 1, 5, 1),
    serviceToken(memory, 0, 5, 1),
    clearToken(memory, 0, 1),
    clearToken(memory, 0, 2),
    serviceToken(memory, 0, 5, 2),
  );
  expect(results).toEqual(['Accept', 'UsedError', 'UsedError', 'Accept', 'UsedError']);
});

test('ClearCredit takes one register, or all, and what it took is booked', () => {
  const orders = [
    { service: 0, credit: 100n },
    { service: 1, credit: 5n },
    { service: 4, credit: -9n },
  ] as const;
  const made = meterWith(...orders);
  const memory = consumed(made, 1).reduce(applyWrite, made);
  const one = enter(memory, clearToken(memory, 1, 1)).memory;
  expect([0, 1, 4].map((service) => creditUnits(one, service as Service))).toEqual([99n, 0n, -9n]);
  expect(one.otherRegisters[0]).toMatchObject({ totalAccepted: 5n, totalForfeited: 5n });
  expect(one.totalEnergyForfeited).toBe(0);
  const all = enter(one, clearToken(memory, 0xffff, 2)).memory;
  expect([0, 1, 4].map((service) => creditUnits(all, service as Service))).toEqual([0n, 0n, 0n]);
  expect(all.totalEnergyForfeited).toBe(9_999);
  expect(all.otherRegisters[1]).toMatchObject({ totalConsumed: 9n, totalForfeited: -9n });
  expect([one, all].every((each) => isBalanced(each))).toBe(true);
  const electricity = enter(memory, clearToken(memory, 0, 1)).memory;
  expect(electricity.creditRegister).toBe(0);
  expect(electricity.otherRegisters).toBe(memory.otherRegisters);
});

test('what several clearings took adds up', () => {
  const memory = meterWith({ service: 0, credit: 100n }, { service: 1, credit: 5n });
  const { memory: after } = enter(
    memory,
    clearToken(memory, 0xffff, 1),
    serviceToken(memory, 0, 30, 2),
    serviceToken(memory, 1, 40, 3),
    clearToken(memory, 0xffff, 4),
  );
  expect(after).toMatchObject({ totalEnergyAccepted: 13_000, totalEnergyForfeited: 13_000 });
  expect(after.otherRegisters[0]).toMatchObject({ totalAccepted: 45n, totalForfeited: 45n });
});

test.each([8, 9, 0x100, 0xfffe])('ClearCredit of register %s is RangeError', (register) => {
  const memory = meterWith(...ALL.map((service) => ({ service })));
  expect(enter(memory, clearToken(memory, register, 1)).results).toEqual(['RangeError']);
});

test('limits are set and set again, and say so', () => {
  const memory = meterWith({ service: 0, credit: 3n });
  const power = (limit: number, at: number) =>
    tokenFor(memory, {
      tokenClass: 2,
      subclass: 0,
      name: 'setMaximumPowerLimit',
      ...minute(at),
      maximumPowerLimit: watts(limit),
    });
  const unbalance = tokenFor(memory, {
    tokenClass: 2,
    subclass: 6,
    name: 'setMaximumPhasePowerUnbalanceLimit',
    ...minute(3),
    maximumPhasePowerUnbalanceLimit: watts(16_384),
  });
  expect(memory).toMatchObject({ maximumPowerLimit: null, maximumPhasePowerUnbalanceLimit: null });
  const outcome = applyToken(memory, power(5_000, 1), { now: NOON });
  expect(outcome.effect).toEqual({ kind: 'power-limit', limit: 5_000 });
  const set = enter(memory, power(5_000, 1), power(180_225, 2), unbalance);
  expect(set.results).toEqual(['Accept', 'Accept', 'Accept']);
  expect(set.memory).toMatchObject({
    // The next value the field holds.
    maximumPowerLimit: 180_324,
    maximumPhasePowerUnbalanceLimit: 16_384,
    creditRegister: 300,
  });
});

test('ClearTamperCondition clears the condition, and on a sound meter does no harm', () => {
  const tampered = inventedMeter('07', { isTampered: true });
  const token = (at: number) =>
    tokenFor(tampered, {
      tokenClass: 2,
      subclass: 5,
      name: 'clearTamperCondition',
      ...minute(at),
      padding: 0,
    });
  const once = enter(tampered, token(1));
  expect(once.memory.isTampered).toBe(false);
  expect(enter(once.memory, token(2))).toMatchObject({ results: ['Accept'] });
});
