/**
 * Tokens of every kind in any order, with power failures before any write (invariants M2 and M3),
 * beside an auditor who keeps books of his own.
 */
import { creditUnits } from '@wattvend/meter/credit.js';
import { applyWrite, isBalanced, type MeterMemory } from '@wattvend/meter/memory.js';
import { parseMeterMemory, serialiseMeterMemory } from '@wattvend/meter/memory-record.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { TOKEN_RESULTS } from '@wattvend/meter/token-result.js';
import { tenthKwh, watts } from '@wattvend/quantities/energy.js';
import { hundredThousandths } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import { tenthCubicMetres } from '@wattvend/quantities/volume.js';
import { DecoderKey, type EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import { keyChangeSections } from '@wattvend/sts/key-change.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import type { Token } from '@wattvend/sts/token.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INVENTED_KEYS, inventedMeter, minute, NOON, tokenFor } from './invented-meter.ts';

// Few minutes, so that used ones and full registers come up often.
const at = fc.integer({ min: -1, max: 25 });
const units = fc.integer({ min: 0, max: 400 });

function keySections(keyHex: string, rollover: boolean): readonly Token[] {
  return keyChangeSections({
    decoderKey: DecoderKey.fromHex(keyHex),
    keyType: 2,
    keyRevisionNumber: keyRevisionNumber(2),
    keyExpiryNumber: keyExpiryNumber(255),
    tariffIndex: tariffIndex('02'),
    supplyGroupCode: supplyGroupCode('654321'),
    rollover,
  });
}

function anyToken(ea: EncryptionAlgorithm): fc.Arbitrary<Token> {
  const newKey = INVENTED_KEYS[ea].replace(/^../, 'a0');
  return fc.oneof(
    fc.tuple(at, units).map(([after, amount]): Token => {
      const energy = tenthKwh(amount);
      return { tokenClass: 0, subclass: 0, name: 'electricity', ...minute(after), energy };
    }),
    fc.tuple(at, units).map(([after, amount]): Token => {
      const volume = tenthCubicMetres(amount);
      return { tokenClass: 0, subclass: 1, name: 'water', ...minute(after), volume };
    }),
    fc.tuple(at, units).map(([after, amount]): Token => {
      const currency = hundredThousandths(BigInt(amount - 200));
      const { tokenIdentifier } = minute(after);
      const name = 'electricityCurrency';
      return { tokenClass: 0, subclass: 4, name, tokenIdentifier, currency };
    }),
    fc.tuple(at, fc.constantFrom(0, 1, 2, 4, 9, 0xffff)).map(
      ([after, register]): Token => ({
        tokenClass: 2,
        subclass: 1,
        name: 'clearCredit',
        ...minute(after),
        register,
      }),
    ),
    at.map((after): Token => {
      const maximumPowerLimit = watts(100 + after);
      const name = 'setMaximumPowerLimit';
      return { tokenClass: 2, subclass: 0, name, ...minute(after), maximumPowerLimit };
    }),
    fc.constantFrom(...keySections(newKey, false), ...keySections(newKey, true)),
    fc.constant<Token>({
      tokenClass: 1,
      subclass: 0,
      name: 'initiateMeterTestDisplay',
      control: 2 ** 36 - 1,
      manufacturerCode: 0,
    }),
  );
}

function restarted(memory: MeterMemory): MeterMemory {
  const parsed = parseMeterMemory(serialiseMeterMemory(memory));
  if (parsed.kind === 'fault') throw new Error(parsed.fault);
  return parsed.memory;
}

/** What the auditor writes into his books for an accepted token. */
function booked(books: Map<number, bigint>, token: Token): void {
  const add = (service: number, amount: bigint): void => {
    books.set(service, (books.get(service) ?? 0n) + amount);
  };
  if (token.name === 'electricity') add(0, BigInt(token.energy));
  if (token.name === 'water') add(1, BigInt(token.volume));
  if (token.name === 'electricityCurrency') add(4, token.currency);
  if (token.name === 'clearCredit') {
    for (const service of books.keys()) {
      if (token.register === service || token.register === 0xffff) books.set(service, 0n);
    }
  }
}

test.each(['07', '11', '62'] as const)('under encryption algorithm %s', (ea) => {
  const step = fc.record({
    token: anyToken(ea),
    seconds: fc.integer({ min: 0, max: 400 }),
    powerFails: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let memory = inventedMeter(ea, {
        registers: [
          { service: 0, maximum: 1_000n },
          { service: 1, maximum: 1_000n },
          { service: 4, maximum: 300n },
        ],
      });
      const books = new Map([0, 1, 4].map((service) => [service, 0n]));
      const taken = new Set<string>();
      let epoch = 0;
      let now: number = NOON;
      for (const { token, seconds, powerFails } of steps) {
        now += seconds * 1000;
        const outcome = applyToken(memory, tokenFor(memory, token), { now: instant(now) });
        const changes = TOKEN_RESULTS[outcome.result].isGood && token.tokenClass !== 1;
        // A refused token and a test change nothing; any other is one write and no more.
        expect(outcome.writes).toHaveLength(changes ? 1 : 0);
        if (powerFails) {
          // The lights go out before the write.
          memory = restarted(memory);
          continue;
        }
        memory = outcome.writes.reduce(applyWrite, memory);
        if (changes) booked(books, token);
        if (changes && 'tokenIdentifier' in token) {
          const name = `${epoch} ${token.tokenIdentifier}`;
          expect(taken.has(name)).toBe(false);
          taken.add(name);
        }
        if (outcome.effect?.kind === 'key-changed' && memory.tokenIdentifierStore[49] === 0) {
          epoch += 1;
        }
        for (const [service, credit] of books) {
          expect(creditUnits(memory, service as 0 | 1 | 4)).toBe(credit);
        }
        expect(isBalanced(memory)).toBe(true);
        expect(memory.creditRegister).toBeLessThanOrEqual(memory.creditMaximum);
      }
    }),
    { numRuns: 60 },
  );
});
