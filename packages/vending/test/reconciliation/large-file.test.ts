/**
 * A large file with injected errors: all are found, nothing else is, within a minute. Twenty
 * thousand lines here; WATTVEND_STATEMENT_LINES=1000000 makes it a million.
 */
import { randomUUID } from 'node:crypto';
import { instant } from '@wattvend/quantities/time.js';
import { importStatement } from '@wattvend/vending/import-statement.js';
import type { KnownPayment, KnownPayments } from '@wattvend/vending/known-payments.js';
import { reconcile } from '@wattvend/vending/reconcile.js';
import type { ReconciliationRunId, StatementFileId } from '@wattvend/vending/statement-file.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ACTOR,
  createReconciliationWorld,
  csvOf,
  DAY,
  known,
  type Line,
  type ReconciliationWorld,
} from './reconciliation-world.ts';

const LINES = Number(process.env['WATTVEND_STATEMENT_LINES'] ?? '20000');
const MINUTE_MS = 60_000;

let world: ReconciliationWorld;
beforeAll(async () => {
  world = await createReconciliationWorld();
});
afterAll(() => world.fixture.close());

// One payment in a hundred is wrong, in each of the five ways in turn.
const WRONG = ['paid_no_vend', 'vend_no_pay', 'differs', 'line_twice', 'vend_twice'] as const;

function wrongOf(index: number): (typeof WRONG)[number] | null {
  return index % 100 === 7 ? (WRONG[Math.floor(index / 100) % 5] ?? null) : null;
}

function linesOf(index: number): readonly Line[] {
  const line = { id: `QX${index}`, minor: 100 + (index % 5000), minute: index % 1440 };
  const wrong = wrongOf(index);
  if (wrong === 'vend_no_pay') return [];
  if (wrong === 'differs') return [{ ...line, minor: line.minor + 1 }];
  return wrong === 'line_twice' ? [line, line] : [line];
}

function paymentsOf(index: number): readonly KnownPayment[] {
  const minor = 100 + (index % 5000);
  const at = instant(DAY + (index % 1440) * MINUTE_MS);
  const payment = known(`QX${index}`, minor, { at });
  const wrong = wrongOf(index);
  if (wrong === 'paid_no_vend') return [];
  const again = { at: instant(at + 1), id: randomUUID() };
  return wrong === 'vend_twice' ? [payment, known(`QX${index}`, minor, again)] : [payment];
}

test('all injected errors are found in a large file, and nothing else', async () => {
  const source = await world.addSource();
  const { utility } = world.fixture;
  const { database } = world;
  const indexes = Array.from({ length: LINES }, (_, index) => index);
  // Without its head a portion is rows only; made in portions, since a million rows are one array.
  const head = csvOf([]);
  const octets = Buffer.concat([
    head,
    ...Array.from({ length: Math.ceil(LINES / 1000) }, (_, portion) =>
      csvOf(indexes.slice(portion * 1000, portion * 1000 + 1000).flatMap(linesOf)).subarray(
        head.length,
      ),
    ),
  ]);
  const payments: KnownPayments = async function* () {
    for (let at = 0; at < LINES; at += 5000) {
      yield await Promise.resolve(indexes.slice(at, at + 5000).flatMap(paymentsOf));
    }
  };
  const imported = performance.now();
  const answer = await importStatement(database, utility, {
    fileId: randomUUID() as string as StatementFileId,
    sourceId: source.sourceId,
    name: 'large.csv',
    octets,
    importedBy: 'test',
    actor: ACTOR,
    now: instant(DAY),
    newId: randomUUID,
  });
  expect(answer.kind).toBe('imported');
  const began = performance.now();
  const steps: string[] = [];
  const run = await reconcile(
    database,
    utility,
    {
      runId: randomUUID() as string as ReconciliationRunId,
      sourceId: source.sourceId,
      from: instant(DAY),
      to: instant(DAY + 86_400_000),
      runBy: 'test',
      actor: ACTOR,
      now: instant(DAY),
      newId: randomUUID,
      onProgress: (step, count) => {
        if (count % 100_000 === 0 || step !== 'observed')
          steps.push(`${step} ${count} ${Math.round(performance.now() - began)} ms`);
      },
    },
    payments,
  );
  const seconds = (performance.now() - began) / 1000;
  const octetsUsed = process.memoryUsage().rss;
  console.log(
    `import ${((began - imported) / 1000).toFixed(1)} s, run ${seconds.toFixed(1)} s, ${Math.round(octetsUsed / 1e6)} MB`,
    steps.join('; '),
  );
  const count = (wrong: string): number =>
    indexes.filter((index) => wrongOf(index) === wrong).length;
  expect(run).toMatchObject({
    kind: 'run',
    run: {
      items: {
        matched: LINES - count('paid_no_vend') - count('vend_no_pay') - count('differs'),
        paid_no_vend: count('paid_no_vend'),
        vend_no_pay: count('vend_no_pay'),
        differs: count('differs'),
        duplicate: count('line_twice') + count('vend_twice'),
      },
    },
  });
  expect(seconds).toBeLessThan(60);
  // Not only as many as were injected, but the very ones.
  const { rows } = await database.query<{ readonly class: string; readonly id: string }>(
    {
      name: 'wrong-items',
      text: `select i.class, coalesce(l.external_id, o.reference) as id
        from reconciliation_item i
        left join statement_line l using (utility_id, file_id, line_number)
        left join observed_payment o on o.utility_id = i.utility_id and o.source_id = i.source_id
          and o.known_kind = i.known_kind and o.known_id = i.known_id
        where i.class <> 'matched' and i.source_id = $1`,
    },
    [source.sourceId],
  );
  const injected = indexes.flatMap((index) => {
    const wrong = wrongOf(index);
    if (wrong === null) return [];
    return [`${wrong.endsWith('_twice') ? 'duplicate' : wrong} QX${index}`];
  });
  expect(rows.map((row) => `${row.class} ${row.id}`).sort()).toEqual(injected.sort());
}, 600_000);
