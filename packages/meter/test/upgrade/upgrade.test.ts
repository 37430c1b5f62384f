import { ACTIVATIONS_MAX, type FirmwareState } from '@wattvend/meter/firmware-state.js';
import { decodeImageHeader, type ImageOrder } from '@wattvend/meter/image.js';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import { parseMeterMemory, serialiseMeterMemory } from '@wattvend/meter/memory-record.js';
import { blockCount, firstMissingBlock, withBlock } from '@wattvend/meter/transfer-blocks.js';
import {
  activateTransfer,
  BANK_OCTETS,
  confirmProgram,
  giveUpTrial,
  imageTransferStatus,
  initiateTransfer,
  programStarted,
  receiveBlock,
  runUpgrade,
  TRIAL_LONGEST,
  TRIAL_STARTS_MAX,
  type UpgradeOutcome,
  upgradeChangesIn,
  verifyTransfer,
} from '@wattvend/meter/upgrade.js';
import { instant, milliseconds } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  doAll,
  NOON,
  type OwnedMeter,
  octetsThere,
  ownedMeter,
  PowerFailure,
  powerReturned,
  receivedImage,
} from './owned-meter.ts';
import { image, program } from './signed-image.ts';

const OLD = image({ version: '1.0.0', securityNumber: 3 }, program(300));
const BLOCK = 64;

function answer(outcome: UpgradeOutcome): string {
  if (outcome.kind === 'refused') return outcome.refusal;
  return outcome.kind === 'done' ? 'done' : outcome.fault;
}

function initiate(owned: OwnedMeter, octets: Uint8Array, identification = '1.1.0'): string {
  const announced = { identification, size: octets.length, blockSize: BLOCK };
  return answer(doAll(owned, initiateTransfer(owned.memory, announced)));
}

function send(owned: OwnedMeter, octets: Uint8Array, number: number): string {
  const block = { number, octets: octets.slice(number * BLOCK, (number + 1) * BLOCK) };
  return answer(doAll(owned, receiveBlock(owned.memory, block, octetsThere(owned, number))));
}

function sendAll(owned: OwnedMeter, octets: Uint8Array): void {
  for (let at = 0; at < Math.ceil(octets.length / BLOCK); at++) send(owned, octets, at);
}

const verify = (owned: OwnedMeter): string =>
  answer(doAll(owned, verifyTransfer(owned.memory, receivedImage(owned))));
const activate = (owned: OwnedMeter, at: number | null = null): string =>
  answer(
    doAll(
      owned,
      activateTransfer(owned.memory, receivedImage(owned), {
        at: at === null ? null : instant(at),
        now: NOON,
      }),
    ),
  );
const start = (owned: OwnedMeter): string => answer(doAll(owned, programStarted(owned.memory)));
const confirm = (owned: OwnedMeter): string => answer(doAll(owned, confirmProgram(owned.memory)));
const run = (owned: OwnedMeter, elapsed: number, now = NOON): string =>
  answer(
    doAll(
      owned,
      runUpgrade(owned.memory, receivedImage(owned), { elapsed: milliseconds(elapsed), now }),
    ),
  );

function onTrial(changes: Partial<ImageOrder> = {}): OwnedMeter {
  const owned = ownedMeter(OLD);
  const octets = image(changes);
  initiate(owned, octets);
  sendAll(owned, octets);
  verify(owned);
  activate(owned);
  return owned;
}

/** The version in the header of what stands in the bank that runs. */
function versionThatRuns({ banks, memory }: OwnedMeter): string {
  const decoded = decodeImageHeader(banks[memory.firmware.running]);
  return decoded.kind === 'header' ? decoded.header.version : decoded.fault;
}

describe('an upgrade', () => {
  test('goes from the first block to the confirmation, and every step is logged', () => {
    const owned = ownedMeter(OLD);
    const before = owned.memory;
    const octets = image();
    const statuses = [imageTransferStatus(owned.memory.firmware)];
    const note = (said: string): void => {
      expect(said).toBe('done');
      statuses.push(imageTransferStatus(owned.memory.firmware));
    };
    note(initiate(owned, octets));
    sendAll(owned, octets);
    note(verify(owned));
    note(activate(owned));
    expect(owned.memory.firmware).toMatchObject({ running: 'B', runningVersion: '1.1.0' });
    expect(owned.memory.firmware.securityNumber).toBe(3);
    note(start(owned));
    note(confirm(owned));
    expect(statuses).toEqual([0, 1, 3, 5, 5, 6]);
    expect(owned.log).toEqual([
      'upgrade-started 1.0.0>1.1.0',
      'upgrade-verified 1.1.0 application',
      'upgrade-activated 1.0.0>1.1.0',
      'upgrade-confirmed 1.0.0>1.1.0',
    ]);
    expect(owned.memory.firmware).toMatchObject({ securityNumber: 5, activations: 1 });
    expect(versionThatRuns(owned)).toBe('1.1.0');
    expectOnlyFirmwareChanged(before, owned.memory);
  });

  test('a stored memory keeps all of it', () => {
    const owned = onTrial({ notBefore: instant(5), component: 'legally-relevant' });
    start(owned);
    expect(parseMeterMemory(serialiseMeterMemory(owned.memory))).toEqual({
      kind: 'memory',
      memory: owned.memory,
    });
  });

  test('takes blocks in any order, with gaps and again, and knows the first that is missing', () => {
    const octets = image();
    const count = Math.ceil(octets.length / BLOCK);
    const anyBlocks = fc.array(fc.nat({ max: count - 1 }), { maxLength: 40 });
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const owned = ownedMeter(OLD);
        initiate(owned, octets);
        const sent = new Set<number>();
        for (const block of blocks) {
          expect(send(owned, octets, block)).toBe('done');
          sent.add(block);
        }
        const { transfer } = owned.memory.firmware;
        if (transfer === null) throw new Error('no transfer');
        const missing = Array.from({ length: count }, (_, at) => at).filter((at) => !sent.has(at));
        expect(blockCount(transfer)).toBe(count);
        expect(firstMissingBlock(transfer)).toBe(missing[0] ?? count);
        expect(verify(owned)).toBe(missing.length === 0 ? 'done' : 'blocks-missing');
        for (const block of missing.toReversed()) send(owned, octets, block);
        expect(receivedImage(owned)).toEqual(octets);
        expect(verify(owned)).toBe('done');
      }),
    );
  });

  test('comes into the other bank again and again, and the number of trials is bounded', () => {
    const owned = ownedMeter(OLD);
    for (const [version, bank] of [
      ['1.1.0', 'B'],
      ['1.2.0', 'A'],
      ['1.3.0', 'B'],
    ] as const) {
      const octets = image({ version });
      expect(initiate(owned, octets, version)).toBe('done');
      sendAll(owned, octets);
      expect([verify(owned), activate(owned), confirm(owned)]).toEqual(['done', 'done', 'done']);
      expect(owned.memory.firmware).toMatchObject({ running: bank, runningVersion: version });
      expect(versionThatRuns(owned)).toBe(version);
    }
    expect(owned.memory.firmware.activations).toBe(3);
  });
});

test('the bitmap has its first block in the most significant bit', () => {
  const transfer = { size: 640, blockSize: 64, received: '0000' };
  const marked = (...blocks: number[]): string =>
    blocks.reduce((received, block) => withBlock({ ...transfer, received }, block), '0000');
  expect([marked(0), marked(3), marked(5), marked(9), marked(0, 1, 8)]).toEqual([
    '8000',
    '1000',
    '0400',
    '0040',
    'c080',
  ]);
});

describe('a trial', () => {
  test('ends with the old program when the new one does not come up', () => {
    const owned = onTrial();
    for (let at = 1; at <= TRIAL_STARTS_MAX; at++) {
      start(owned);
      expect(owned.memory.firmware).toMatchObject({ running: 'B', transfer: { starts: at } });
    }
    start(owned);
    expect(owned.memory.firmware).toMatchObject({ running: 'A', runningVersion: '1.0.0' });
    expect(owned.memory.firmware).toMatchObject({ securityNumber: 3, activations: 1 });
    expect(imageTransferStatus(owned.memory.firmware)).toBe(7);
    expect(owned.log.at(-1)).toBe('upgrade-fell-back 1.1.0 did-not-start');
    expect(versionThatRuns(owned)).toBe('1.0.0');
  });

  test('ends with the old program when nobody confirms it in its time, however that is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90_000 }), { maxLength: 9 }), (parts) => {
        const owned = onTrial();
        for (const part of parts) run(owned, part);
        const left = TRIAL_LONGEST - parts.reduce((sum, part) => sum + part, 0);
        expect(upgradeChangesIn(owned.memory.firmware, NOON)).toBe(left);
        run(owned, left - 1);
        expect(owned.memory.firmware.running).toBe('B');
        run(owned, 1);
        expect(owned.memory.firmware).toMatchObject({ running: 'A', runningVersion: '1.0.0' });
        expect(owned.log.at(-1)).toBe('upgrade-fell-back 1.1.0 not-confirmed');
      }),
    );
  });

  test('ends when the new program gives up, and another image may be tried', () => {
    const owned = onTrial();
    doAll(owned, giveUpTrial(owned.memory));
    expect(owned.log.at(-1)).toBe('upgrade-fell-back 1.1.0 gave-up');
    expect(initiate(owned, image())).toBe('done');
  });

  test('that is confirmed is over: neither starts nor time end it', () => {
    const owned = onTrial();
    confirm(owned);
    for (let at = 0; at < 9; at++) start(owned);
    run(owned, TRIAL_LONGEST * 2);
    expect(owned.memory.firmware.running).toBe('B');
    expect(upgradeChangesIn(owned.memory.firmware, NOON)).toBeNull();
  });

  test('does not lower the security number that a confirmed image raised', () => {
    const owned = onTrial({ securityNumber: 9 });
    confirm(owned);
    expect(owned.memory.firmware.securityNumber).toBe(9);
    const older = image({ version: '1.1.1', securityNumber: 8 });
    initiate(owned, older, '1.1.1');
    sendAll(owned, older);
    expect(verify(owned)).toBe('rolled-back');
    expect(owned.memory.firmware.securityNumber).toBe(9);
  });
});

describe('an activation at a time', () => {
  function scheduled(changes: Partial<ImageOrder> = {}): OwnedMeter {
    const owned = ownedMeter(OLD);
    const octets = image(changes);
    initiate(owned, octets);
    sendAll(owned, octets);
    verify(owned);
    return owned;
  }

  test('waits for it, and begins the trial then', () => {
    const owned = scheduled();
    expect(activate(owned, NOON + 1000)).toBe('done');
    expect(imageTransferStatus(owned.memory.firmware)).toBe(3);
    expect(upgradeChangesIn(owned.memory.firmware, NOON)).toBe(1000);
    run(owned, 999, instant(NOON + 999));
    expect(owned.memory.firmware.running).toBe('A');
    run(owned, 1, instant(NOON + 1000));
    expect(owned.memory.firmware).toMatchObject({ running: 'B', transfer: { tried: 0 } });
  });

  test('is not before the image may run', () => {
    const owned = scheduled({ notBefore: instant(NOON + 500) });
    expect([activate(owned), activate(owned, NOON + 499)]).toEqual(['too-early', 'too-early']);
    expect(activate(owned, NOON + 500)).toBe('done');
  });

  test('finds a bank that decayed while it waited, and the old program runs on', () => {
    const owned = scheduled();
    activate(owned, NOON + 1000);
    owned.banks.B[400] = (owned.banks.B[400] ?? 0) ^ 1;
    expect(run(owned, 1000, instant(NOON + 1000))).toBe('hash');
    expect(owned.memory.firmware).toMatchObject({ running: 'A', runningVersion: '1.0.0' });
    expect(owned.log.at(-1)).toBe('upgrade-refused 1.1.0 hash');
    expect(imageTransferStatus(owned.memory.firmware)).toBe(4);
  });

  test('needs the octets when it is due', () => {
    const { memory } = scheduled();
    const due = { elapsed: milliseconds(0), now: NOON };
    const transfer = memory.firmware.transfer;
    if (transfer === null) throw new Error('no transfer');
    const firmware: FirmwareState = {
      ...memory.firmware,
      transfer: { ...transfer, status: 'scheduled', activateAt: NOON },
    };
    expect(() => runUpgrade({ ...memory, firmware }, null, due)).toThrow(RangeError);
  });
});

describe('what is refused', () => {
  const announced = { identification: '1.1.0', size: 100, blockSize: 64 };
  const firmwareOf = (change: Partial<FirmwareState>): MeterMemory => {
    const { memory } = ownedMeter(OLD);
    return { ...memory, firmware: { ...memory.firmware, ...change } };
  };
  const trying = onTrial().memory.firmware;
  const bad = { identification: '', size: 0, blockSize: 63 };
  const full = { trustedKeys: [], activations: ACTIVATIONS_MAX };

  test.each([
    ['trial-running', { ...full, transfer: trying.transfer }, bad],
    ['audit-full', full, bad],
    ['no-trusted-key', { trustedKeys: [] }, bad],
    ['identification-invalid', {}, bad],
    ['identification-invalid', {}, { ...bad, identification: 'x'.repeat(33) }],
    ['identification-invalid', {}, { ...bad, identification: 'a\nb' }],
    ['size-invalid', {}, { ...bad, identification: '1.1.0' }],
    ['size-invalid', {}, { ...announced, size: BANK_OCTETS + 1 }],
    ['size-invalid', {}, { ...announced, size: 1.5 }],
    ['block-size-invalid', {}, { ...announced, blockSize: 63 }],
    ['block-size-invalid', {}, { ...announced, blockSize: 65_536 }],
    ['done', { activations: ACTIVATIONS_MAX - 1 }, { ...announced, size: BANK_OCTETS }],
  ])('initiate: %s', (expected, change, said) => {
    expect(answer(initiateTransfer(firmwareOf(change), said))).toBe(expected);
  });

  test('blocks: none before it begins, none that does not belong, none that says another thing', () => {
    const owned = ownedMeter(OLD);
    const octets = image();
    const last = Math.ceil(octets.length / BLOCK) - 1;
    expect(send(owned, octets, 0)).toBe('no-transfer');
    initiate(owned, octets);
    expect([-1, last + 1, 0.5].map((number) => send(owned, octets, number))).toEqual(
      Array(3).fill('block-unknown'),
    );
    const sized = (number: number, length: number): string =>
      answer(
        receiveBlock(owned.memory, { number, octets: new Uint8Array(length) }, new Uint8Array()),
      );
    const short = octets.length - last * BLOCK;
    expect([sized(0, 63), sized(0, 65), sized(last, short - 1), sized(last, short + 1)]).toEqual(
      Array(4).fill('block-length'),
    );
    expect([send(owned, octets, 2), send(owned, octets, 2)]).toEqual(['done', 'done']);
    const another = octets.map((octet, at) => (at === 2 * BLOCK + 5 ? octet ^ 1 : octet));
    expect(send(owned, another, 2)).toBe('block-differs');
    expect(octetsThere(owned, 2)).toEqual(octets.slice(2 * BLOCK, 3 * BLOCK));
    sendAll(owned, octets);
    verify(owned);
    expect(send(owned, octets, 2)).toBe('no-transfer');
  });

  test('verification and activation out of turn', () => {
    const owned = ownedMeter(OLD);
    expect([verify(owned), activate(owned), confirm(owned)]).toEqual([
      'no-transfer',
      'not-verified',
      'no-trial',
    ]);
    expect(answer(giveUpTrial(owned.memory))).toBe('no-trial');
    initiate(owned, image());
    expect([verify(owned), activate(owned)]).toEqual(['blocks-missing', 'not-verified']);
    const tried = onTrial();
    expect([activate(tried), initiate(tried, image())]).toEqual(['trial-running', 'trial-running']);
    const { transfer } = tried.memory.firmware;
    if (transfer === null) throw new Error('no transfer');
    const verified: FirmwareState['transfer'] = { ...transfer, status: 'verified' };
    const filled = firmwareOf({ transfer: verified, activations: ACTIVATIONS_MAX });
    expect(answer(activateTransfer(filled, image(), { at: null, now: NOON }))).toBe('audit-full');
  });

  test('an image under another name, which must be sent anew', () => {
    const owned = ownedMeter(OLD);
    initiate(owned, image(), '1.1.1');
    sendAll(owned, image());
    expect(verify(owned)).toBe('other-identification');
    expect(owned.log.at(-1)).toBe('upgrade-refused 1.1.1 other-identification');
    expect([verify(owned), activate(owned)]).toEqual(['no-transfer', 'not-verified']);
    expect(versionThatRuns(owned)).toBe('1.0.0');
    expect(initiate(owned, image())).toBe('done');
  });

  test('an image for meters of another maker', () => {
    const owned = ownedMeter(OLD);
    const foreign = image({ manufacturerCode: '13' });
    initiate(owned, foreign);
    sendAll(owned, foreign);
    expect(verify(owned)).toBe('other-maker');
  });
});

describe('a power failure', () => {
  // Everything a sender and a meter do from the first block to the end of a trial.
  function everything(owned: OwnedMeter, octets: Uint8Array, isGood: boolean): void {
    if (owned.memory.firmware.transfer?.status !== 'receiving') initiate(owned, octets);
    sendAll(owned, octets);
    verify(owned);
    activate(owned, NOON + 10);
    run(owned, 10, instant(NOON + 10));
    start(owned);
    if (isGood) confirm(owned);
    else for (let at = 0; at <= TRIAL_STARTS_MAX; at++) start(owned);
  }

  function stepsOfAll(isGood: boolean): number {
    const owned = ownedMeter(OLD);
    owned.untilCut = 1_000_000;
    everything(owned, image(), isGood);
    return 1_000_000 - owned.untilCut;
  }

  test.each([true, false])('at any point leaves a whole program (good: %s)', (isGood) => {
    const octets = image();
    const steps = stepsOfAll(isGood);
    expect(steps).toBeGreaterThan(octets.length);
    for (let cut = 0; cut < steps; cut++) {
      const owned = ownedMeter(OLD);
      const before = owned.memory;
      owned.untilCut = cut;
      expect(() => everything(owned, octets, isGood)).toThrow(PowerFailure);
      expectWholeProgram(owned, octets);
      expectOnlyFirmwareChanged(before, owned.memory);
      // The power returns: the loader asks, and a whole program starts.
      powerReturned(owned);
      expectWholeProgram(owned, octets);
      start(owned);
      expectWholeProgram(owned, octets);
      if (cut % 16 !== 0 || owned.memory.firmware.transfer?.status === 'trying') continue;
      // The sender goes on or begins anew, and the end is the same.
      if (owned.memory.firmware.runningVersion === '1.0.0') everything(owned, octets, isGood);
      expect([cut, versionThatRuns(owned)]).toEqual([cut, isGood ? '1.1.0' : '1.0.0']);
    }
  });

  test('while a new transfer begins forgets the image before its bank is erased', () => {
    const octets = image();
    for (let cut = 0; cut < 30; cut++) {
      const owned = ownedMeter(OLD);
      initiate(owned, octets);
      sendAll(owned, octets);
      verify(owned);
      owned.untilCut = cut;
      try {
        initiate(owned, image({ version: '1.2.0' }), '1.2.0');
      } catch (error) {
        expect(error).toBeInstanceOf(PowerFailure);
      }
      powerReturned(owned);
      const { transfer } = owned.memory.firmware;
      if (transfer === null || transfer.identification === '1.2.0') continue;
      expect(receivedImage(owned)).toEqual(octets);
    }
  });

  function expectWholeProgram({ banks, memory }: OwnedMeter, octets: Uint8Array): void {
    const { running, runningVersion } = memory.firmware;
    const whole = runningVersion === '1.0.0' ? OLD : octets;
    expect(['1.0.0', '1.1.0']).toContain(runningVersion);
    expect(Buffer.compare(banks[running].subarray(0, whole.length), whole)).toBe(0);
  }
});

function expectOnlyFirmwareChanged(before: MeterMemory, after: MeterMemory): void {
  const { firmware: had, generation, log, ...rest } = after;
  expect(rest).toEqual(
    Object.fromEntries(
      Object.entries(before).filter(([name]) => !['firmware', 'generation', 'log'].includes(name)),
    ),
  );
  expect(log.count).toBeGreaterThanOrEqual(before.log.count);
  expect(generation).toBeGreaterThanOrEqual(before.generation);
  expect([had.trustedKeys, had.hardware]).toEqual([
    before.firmware.trustedKeys,
    before.firmware.hardware,
  ]);
}
