/** Versions of a tariff from draft to force: what is refused on the way, on a real database. */
import type { Database } from '@wattvend/database/database.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import { basisPoints, priceE4Minor, type Tariff } from '@wattvend/tariff/tariff.js';
import { approveTariffVersion, withdrawTariffVersion } from '@wattvend/vending/approve-tariff.js';
import { draftTariffVersion } from '@wattvend/vending/draft-tariff.js';
import { flatTariff } from '@wattvend/vending/flat-tariff.js';
import { approvePublishedValue, publishValue } from '@wattvend/vending/published-values.js';
import { listTariffVersions } from '@wattvend/vending/tariffs.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUtilityFixture, UTILITY, type UtilityFixture } from './utility-fixture.ts';

let fixture: UtilityFixture;
let database: Database;
let last = 0;
beforeAll(async () => {
  fixture = await createUtilityFixture();
  ({ database } = fixture.scratch);
});
afterAll(async () => {
  await fixture.close();
});

const FLAT = flatTariff({ price: priceE4Minor(1_000_000n), vat: basisPoints(1500) });

/** Each test has a tariff of its own. */
function newTariffId(): string {
  last += 1;
  return `b1000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
}

async function draft(tariffId: string, version: number, fromNowMs: number, tariff: Tariff = FLAT) {
  const effectiveFrom = instant(fixture.now + fromNowMs);
  const wanted = { tariffId, version, name: 'Domestic', tariff, effectiveFrom };
  const by = { by: 'maker', at: fixture.now };
  return draftTariffVersion(database, fixture.utility, wanted, by);
}

function approve(tariffId: string, version: number) {
  const approval = { by: 'checker', approvalId: null };
  return database.transaction((tx) =>
    approveTariffVersion(tx, UTILITY, { tariffId, version }, approval, fixture.now),
  );
}

async function inForce(tariffId: string, version: number, fromNowMs: number): Promise<void> {
  expect(await draft(tariffId, version, fromNowMs)).toMatchObject({ kind: 'put', first: true });
  expect(await approve(tariffId, version)).toEqual({ kind: 'approved' });
}

function refused(code: string) {
  return { kind: 'refused', refusal: { code } };
}

test('a draft is put once, and the same again changes nothing', async () => {
  const id = newTariffId();
  expect(await draft(id, 1, 1000)).toMatchObject({ kind: 'put', first: true });
  expect(await draft(id, 1, 1000)).toMatchObject({
    ...{ kind: 'put', first: false, version: { state: 'draft', draftedBy: 'maker' } },
  });
  expect(await draft(id, 1, 1001)).toEqual(refused('tariff_version_conflict'));
  expect(await draft(id, 3, 1000)).toEqual(refused('tariff_version_not_next'));
  expect(await draft(newTariffId(), 2, 1000)).toEqual(refused('tariff_version_not_next'));
  expect(await listTariffVersions(database, UTILITY, id)).toHaveLength(1);
});

test('two versions do not take effect at the same moment', async () => {
  const id = newTariffId();
  await inForce(id, 1, 1000);
  expect(await draft(id, 2, 1000)).toEqual(refused('tariff_effective_taken'));
  // Two drafts may name one moment; only one of them comes in force.
  await draft(id, 2, 2000);
  await draft(id, 3, 2000);
  expect(await approve(id, 2)).toEqual({ kind: 'approved' });
  expect(await approve(id, 3)).toEqual({ kind: 'refused', refusal: 'tariff_effective_taken' });
  const versions = await listTariffVersions(database, UTILITY, id);
  const byVersion = new Map(versions.map(({ version, state }) => [version, state]));
  expect([1, 2, 3].map((version) => byVersion.get(version))).toEqual([
    ...['approved', 'approved', 'draft'],
  ]);
});

test('none but the first takes effect in the past, not even when it is approved late', async () => {
  const id = newTariffId();
  await inForce(id, 1, -1000);
  expect(await draft(id, 2, -1)).toEqual(refused('tariff_effective_in_past'));
  expect(await draft(id, 2, 0)).toMatchObject({ kind: 'put' });
  const before = fixture.now;
  fixture.now = instant(before + 1);
  expect(await approve(id, 2)).toEqual({ kind: 'refused', refusal: 'tariff_effective_in_past' });
  fixture.now = before;
});

test('a draft is approved once, by another than its maker, and not after it was withdrawn', async () => {
  const id = newTariffId();
  await draft(id, 1, 1000);
  const byMaker = database.transaction((tx) => {
    const approval = { by: 'maker', approvalId: null };
    return approveTariffVersion(tx, UTILITY, { tariffId: id, version: 1 }, approval, fixture.now);
  });
  expect(await byMaker).toEqual({ kind: 'refused', refusal: 'own_draft' });
  expect(await approve(id, 1)).toEqual({ kind: 'approved' });
  const notDraft = { kind: 'refused', refusal: 'tariff_version_not_draft' };
  expect(await approve(id, 1)).toEqual(notDraft);
  expect(await approve(id, 2)).toEqual({ kind: 'refused', refusal: 'tariff_version_not_found' });
  const withdraw = (version: number) =>
    withdrawTariffVersion(database, UTILITY, { tariffId: id, version });
  expect(await withdraw(1)).toEqual(notDraft);
  expect(await withdraw(2)).toEqual({ kind: 'refused', refusal: 'tariff_version_not_found' });
  await draft(id, 2, 2000);
  expect(await withdraw(2)).toMatchObject({ kind: 'withdrawn' });
  expect(await withdraw(2)).toMatchObject({ kind: 'withdrawn' });
  expect(await approve(id, 2)).toEqual(notDraft);
});

test('a tariff that makes no sense is not drafted, and every place is told', async () => {
  const energy = {
    kind: 'steps' as const,
    ...{ id: 'energy', name: 'Energy', account: 'energy_sales' },
    steps: [0, 500, 500].map((above) => ({
      above: tenthKwh(above),
      price: priceE4Minor(1_000_000n),
    })),
  };
  const [vat] = FLAT.rates;
  if (vat === undefined) throw new Error('a flat tariff with VAT has a rate');
  const limits = {
    ...FLAT.limits,
    ...{ leastTendered: minorUnits(500n), mostTendered: minorUnits(400n) },
  };
  const rates = [{ ...vat, of: ['energy', 'vat'], account: 'no_such_account' }];
  const answer = await draft(newTariffId(), 1, 1000, { ...FLAT, energy, rates, limits });
  expect(answer).toMatchObject({
    refusal: {
      code: 'tariff_faulty',
      faults: [
        { path: 'energy.steps.2.above_tenth_kwh' },
        { path: 'rates.0.of.1' },
        { path: 'limits.least_tendered_minor' },
        { path: 'rates.0.account' },
      ],
    },
  });
});

test('a published value has revisions without gaps, each approved once', async () => {
  const publish = (revision: number, priceE4Minor: bigint) => {
    const value = { componentId: 'fuel', month: 202_611, revision, priceE4Minor };
    return publishValue(database, UTILITY, value, { by: 'maker', at: fixture.now });
  };
  const approveValue = (revision: number) =>
    database.transaction((tx) => {
      const name = { componentId: 'fuel', month: 202_611, revision };
      const approval = { by: 'checker', approvalId: null };
      return approvePublishedValue(tx, UTILITY, name, approval, fixture.now);
    });
  expect(await publish(2, 5n)).toEqual({ kind: 'refused', refusal: 'published_revision_not_next' });
  expect(await publish(1, 5n)).toMatchObject({ kind: 'put', first: true });
  expect(await publish(1, 5n)).toMatchObject({ kind: 'put', first: false });
  expect(await publish(1, 6n)).toEqual({ kind: 'refused', refusal: 'published_value_conflict' });
  expect(await approveValue(2)).toEqual({ kind: 'refused', refusal: 'published_value_not_found' });
  expect(await approveValue(1)).toEqual({ kind: 'approved' });
  expect(await approveValue(1)).toEqual({ kind: 'refused', refusal: 'published_value_approved' });
});
