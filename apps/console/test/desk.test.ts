import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recoveryOf, shareOf } from '../src/forms/debt-draft.ts';
import { operationOf, wattHoursOf } from '../src/forms/meter-operation-draft.ts';
import { eventDetail, eventWords, operationsOf } from '../src/meter-life.ts';
import { floatShares } from '../src/pages/today/float-shares.ts';

describe('the share of a debt', () => {
  test.each([
    ['25', '25 %'],
    [' 25 % ', '25 %'],
    ['12,5', '12.5 %'],
    ['0.01', '0.01 %'],
    ['100', '100 %'],
    ['100.00 %', '100.00 %'],
    ['0', null],
    ['0.00', null],
    ['100.01', null],
    ['101', null],
    ['12.345', null],
    ['a quarter', null],
    ['-5', null],
    ['', null],
  ])('"%s"', (typed, share) => {
    expect(shareOf(typed)).toBe(share);
  });

  test('is above nothing and at most all, whatever is typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (hundredths) => {
        const typed = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
        expect(shareOf(typed) !== null).toBe(hundredths > 0 && hundredths <= 10_000);
      }),
    );
  });

  test('a recovery is whole, or null while its number is missing', () => {
    expect(recoveryOf('whole', '', null)).toEqual({ kind: 'whole' });
    expect(recoveryOf('share', '25', null)).toEqual({ kind: 'share', share: '25 %' });
    expect(recoveryOf('share', '', '100')).toBeNull();
    expect(recoveryOf('month', '25', '100')).toEqual({
      kind: 'fixed',
      fixed_minor: '100',
      per: 'month',
    });
    expect(recoveryOf('purchase', '25', null)).toBeNull();
  });
});

describe('what is done with a meter', () => {
  test.each([
    ['', null],
    ['  ', null],
    ['0', 0],
    ['12', 12_000],
    ['12.5', 12_500],
    ['12,005', 12_005],
    ['0.001', 1],
    ['12.0005', undefined],
    ['-1', undefined],
    ['12 kWh', undefined],
    ['1234567890', undefined],
  ])('"%s" kWh in watt-hours', (typed, wattHours) => {
    expect(wattHoursOf(typed)).toBe(wattHours);
  });

  const draft = {
    ...{ place: '', newMeter: '', reason: '', reading: '', credit: '', newReading: '' },
  };

  test('nothing is sent while something is missing or is no number', () => {
    expect(operationOf('install', draft)).toBeNull();
    expect(operationOf('remove', draft)).toBeNull();
    expect(operationOf('block', { ...draft, reason: ' ' })).toBeNull();
    const replaced = { ...draft, reason: 'broken', newMeter: '0090 0000 019' };
    expect(operationOf('replace', { ...replaced, newMeter: '123' })).toBeNull();
    expect(operationOf('replace', { ...replaced, credit: 'some' })).toBeNull();
    expect(operationOf('replace', { ...replaced, credit: '7.5' })).toEqual({
      kind: 'replace',
      reason: 'broken',
      new_meter_number: '00900000019',
      removed_reading_wh: null,
      credit_left_wh: 7500,
      installed_reading_wh: null,
    });
  });

  test('each state offers what can follow it, and a scrapped meter nothing', () => {
    expect(operationsOf('in_store')).toEqual(['install', 'scrap']);
    expect(operationsOf('active')).toEqual(['replace', 'block', 'remove']);
    expect(operationsOf('scrapped')).toEqual([]);
  });

  test('an event that is new to the page is read as it is written', () => {
    expect(eventWords('returned_to_store')).toBe('Back in the store');
    expect(eventWords('moon_landed')).toBe('Moon landed');
    expect(eventWords('key_epoch_1')).toBe('First key');
    expect(eventWords('key_epoch_12')).toBe('Key 12');
  });

  test('what is known of an event is told, exactly', () => {
    const told = { address: '1 Lane', code: 'L-1', reason: null, reading_wh: 12_005 };
    expect(eventDetail({ ...told, credit_left_wh: 7_500 })).toBe(
      '1 Lane · L-1 · register 12.005 kWh · credit left 7.5 kWh',
    );
    expect(eventDetail({ meter_number: '62400000030' })).toBe('meter 6240 0000 030');
    expect(eventDetail({ from_meter_number: '62400000014', credit_left_wh: 5 })).toBe(
      'from meter 6240 0000 014 · credit left 0.005 kWh',
    );
    expect(
      eventDetail({ supply_group_code: '100002', key_revision_number: 1, tariff_index: '01' }),
    ).toBe('SGC 100002, KRN 1, TI 01');
    expect(eventDetail({})).toBe('');
  });
});

test('a float that never moved is not low; one that is used up is', () => {
  const float = { posted_minor: '0', reserved_minor: '0', available_minor: '0', floor_minor: '0' };
  expect(floatShares(float).low).toBe(false);
  expect(floatShares({ ...float, floor_minor: '-500', available_minor: '0' }).low).toBe(true);
  expect(floatShares({ ...float, posted_minor: '1000', available_minor: '99' }).low).toBe(true);
  expect(floatShares({ ...float, posted_minor: '1000', available_minor: '100' }).low).toBe(false);
});
