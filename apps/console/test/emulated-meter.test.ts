/** What another program says is data until it was looked at. */
import { describe, expect, test } from 'vitest';
import { keyRequest, liveAddress, startCommand } from '../src/emulated-meter/ask-emulator.ts';
import { parseEmulatorMessage, parseStreet } from '../src/emulated-meter/emulator-messages.ts';

const ICONS = {
  ...{ load_switch_closed: true, accept: false, reject: false, low_credit: true },
  ...{ low_credit_level: 2, tamper: false, emergency: false, locked: false, overload: false },
  ...{ buzzer: false, link: 'none', load_bar: 3 },
};

const PICTURE = {
  ...{ meter_number: '00900000019', model: 'residential', commodity: 'electricity' },
  ...{ clock: '2026-11-22T12:00:00.000Z', speed: 60, is_powered: true, flowing: 150 },
  display: {
    ...{ primary: '<b>10.000 kWh</b>', secondary: 'CREDIT', sentence: 'Ten.' },
    ...{ entry_groups: ['1234', '5'], digit_count: 5, icons: ICONS },
  },
  phases: [{ power_w: 50 }, { power_w: 50 }, { power_w: 50 }],
  sensors: { 'terminal-cover': false, 'meter-cover': false, magnet: true },
  load: { profile: 'household', appliances: ['lamp'] },
  log: [{ number: 7, at: '2026-11-22T11:00:00.000Z', code: 'power-failed', detail: '' }],
};

function read(picture: unknown) {
  return parseEmulatorMessage(JSON.stringify({ kind: 'picture', picture }));
}

describe('a picture', () => {
  test('becomes a meter; what stands in it stays text', () => {
    const message = read({ ...PICTURE, of_a_later_version: 1 });
    expect(message).toMatchObject({
      kind: 'picture',
      meter: {
        ...{ meterNumber: '00900000019', isElectric: true, speed: 60, phases: 3 },
        display: { primary: '<b>10.000 kWh</b>', digitCount: 5, entryGroups: ['1234', '5'] },
        ...{ sensors: ['magnet'], appliances: ['lamp'] },
        // 11:00 on that day, in milliseconds since 1970.
        log: [{ number: 7, at: Date.UTC(2026, 10, 22, 11), code: 'power-failed' }],
      },
    });
    const { icons } = (message as Extract<typeof message, { kind: 'picture' }>).meter.display;
    expect(icons).toEqual({
      ...{ loadSwitchClosed: true, accept: false, reject: false, lowCredit: true },
      ...{ lowCreditLevel: 2, tamper: false, emergency: false, locked: false, overload: false },
      ...{ buzzer: false, link: 'none', loadBar: 3 },
    });
  });

  test.each(Object.keys(PICTURE))('is none without %s', (name) => {
    expect(read({ ...PICTURE, [name]: undefined })).toEqual({ kind: 'fault' });
  });

  test.each(Object.keys(ICONS))('is none without the sign %s', (name) => {
    const display = { ...PICTURE.display, icons: { ...ICONS, [name]: undefined } };
    expect(read({ ...PICTURE, display })).toEqual({ kind: 'fault' });
  });

  test.each([
    { meter_number: '../../0090000' },
    { meter_number: 900_000_019 },
    { clock: 'yesterday' },
    { clock: '2026-99-99T12:00:00Z' },
    { speed: 1.5 },
    { model: 'x'.repeat(1_001) },
    { log: [{ ...PICTURE.log[0], code: 'toString' }] },
    { log: { length: 0 } },
    { sensors: [] },
    { display: { ...PICTURE.display, icons: { ...ICONS, low_credit_level: 4 } } },
    { display: null },
  ])('is none with %j', (wrong) => {
    expect(read({ ...PICTURE, ...wrong })).toEqual({ kind: 'fault' });
  });
});

test.each([
  ['{"kind":"answer","id":null,"answer":{"kind":"done"}}', { kind: 'done' }],
  ['{"kind":"problem","problem":{"detail":"No."}}', { kind: 'refused', sentence: 'No.' }],
  ['{"kind":"problem","problem":{}}', { kind: 'fault' }],
  ['{"kind":"something"}', { kind: 'fault' }],
  ['null', { kind: 'fault' }],
  ['<html>', { kind: 'fault' }],
])('%s', (text, expected) => {
  expect(parseEmulatorMessage(text)).toEqual(expected);
});

test('a street has meters of electricity and of other things', () => {
  const meter = { meter_number: '00900000019', model: 'residential', supply: { is_closed: true } };
  const credits = [
    [{ service: 0, credit: '10000' }],
    [{ service: 1, credit: '70' }],
    [{ service: 0, credit: '1e3' }],
  ];
  const meters = credits.map((credit) => ({ ...meter, credit }));
  expect(parseStreet({ meters })?.map(({ creditWh }) => creditWh)).toEqual([10_000, null, null]);
  expect(parseStreet({ meters: [{ ...meter, credit: null }] })).toBeNull();
  expect(parseStreet([])).toBeNull();
});

test('keys, the live address and the command', () => {
  expect(keyRequest({ kind: 'digit', digit: '7' })).toEqual({ kind: 'key', key: '7' });
  expect(keyRequest({ kind: 'hold-enter' })).toEqual({ kind: 'key', key: 'hold-enter' });
  expect(liveAddress('http://127.0.0.1:9340', '00900000019')).toBe(
    'ws://127.0.0.1:9340/v1/meters/00900000019/live',
  );
  const page = 'http://127.0.0.1:8080';
  const program = 'node apps/meter-emulator/bin/meter-emulator.js --test-meters 3';
  expect(startCommand('http://127.0.0.1:9340', page)).toBe(`${program} --allow-origin ${page}`);
  expect(startCommand('http://lab', page)).toBe(`${program} --port 80 --allow-origin ${page}`);
});
