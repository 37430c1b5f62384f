/** Meters at the desk: store, wall, store again, replaced, scrapped; and what is kept of it. */
import { wattHours } from '@wattvend/quantities/energy.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import { makeDrn } from '@wattvend/sts/meter-pan.js';
import { keyRevisionNumber, supplyGroupCode, tariffIndex } from '@wattvend/sts/supply-group.js';
import { type AgreementId, findAgreement } from '@wattvend/vending/agreements.js';
import { beginAgreement } from '@wattvend/vending/begin-agreement.js';
import { findOperation, type OperationId } from '@wattvend/vending/desk-operation.js';
import { findMeterCard } from '@wattvend/vending/meter-card.js';
import {
  countVendsOfMeter,
  EVENTS_FROM_THE_NEWEST,
  listMeterEvents,
  type MeterEvent,
  type MeterEventCursor,
} from '@wattvend/vending/meter-history.js';
import {
  METER_DEED_REFUSALS,
  type MeterDeed,
  type MeterDeedRefusal,
  operateMeter,
} from '@wattvend/vending/meter-operations.js';
import { findMeter } from '@wattvend/vending/meters.js';
import { putServicePoint } from '@wattvend/vending/put-service-point.js';
import {
  REPLACE_METER_REFUSALS,
  type ReplaceMeter,
  replaceMeter,
} from '@wattvend/vending/replace-meter.js';
import type { ServicePointId } from '@wattvend/vending/service-points.js';
import { type StoreMeter, storeMeter } from '@wattvend/vending/store-meter.js';
import type { MeterId } from '@wattvend/vending/vend.js';
import { createVendDesk, type VendDesk } from '@wattvend/vending/vend-desk.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createUtilityFixture,
  UTILITY,
  type UtilityFixture,
  vendRequest,
} from './utility-fixture.ts';

let fixture: UtilityFixture;
let desk: VendDesk;
beforeAll(async () => {
  fixture = await createUtilityFixture();
  const { module, utility } = fixture;
  const { database } = fixture.scratch;
  desk = createVendDesk({ database, module, book: utility.book, clock: () => fixture.now });
});
afterAll(async () => {
  await desk.drained();
  await fixture.close();
});

const TARIFF = 'b0000000-0000-4000-8000-000000000001';

let ids = 0;
function newId<Id extends string>(): Id {
  ids += 1;
  return `71000000-0000-4000-8000-${String(ids).padStart(12, '0')}` as string as Id;
}

let serials = 0;
function newNumber(): Drn {
  serials += 1;
  return makeDrn('55', String(20_000_000 + serials));
}

const NEVER_ENROLLED = makeDrn('56', '00000001');

function storeOrder(meterNumber: Drn, more: Partial<StoreMeter> = {}): StoreMeter {
  return {
    meterId: newId<MeterId>(),
    meterNumber,
    model: 'M1',
    phases: 1,
    paymentMode: 'energy',
    key: {
      supplyGroupCode: supplyGroupCode('100002'),
      tariffIndex: tariffIndex('01'),
      keyRevisionNumber: keyRevisionNumber(1),
      encryptionAlgorithm: '11',
    },
    by: 'officer',
    at: fixture.now,
    ...more,
  };
}

async function stored(more: Partial<StoreMeter> = {}): Promise<Drn> {
  const number = newNumber();
  const answer = await storeMeter(fixture.scratch.database, UTILITY, storeOrder(number, more));
  if (answer.kind === 'refused') throw new Error(answer.refusal);
  return number;
}

async function placed(): Promise<ServicePointId> {
  const servicePointId = newId<ServicePointId>();
  const details = { address: `${ids} Desk Road`, area: '', phases: 1 } as const;
  const put = await putServicePoint(fixture.scratch.database, UTILITY, {
    servicePointId,
    code: `D-${ids}`,
    details: { ...details, supplyLimitWatts: null, position: null },
    by: 'officer',
    at: fixture.now,
  });
  if (put.kind === 'refused') throw new Error(put.refusal);
  return servicePointId;
}

async function begun(servicePointId: ServicePointId): Promise<AgreementId> {
  const agreementId = newId<AgreementId>();
  const answer = await beginAgreement(fixture.scratch.database, UTILITY, {
    ...{ agreementId, servicePointId, customerId: null, accountNumber: `D-${ids}` },
    ...{ tariffId: TARIFF, exemptions: [], entitlements: [], by: 'officer', at: fixture.now },
  });
  if (answer.kind === 'refused') throw new Error(answer.refusal);
  return agreementId;
}

async function operate(meterNumber: Drn, deed: MeterDeed, operationId = newId<OperationId>()) {
  const answer = await operateMeter(fixture.scratch.database, UTILITY, {
    ...{ operationId, meterNumber, deed, by: 'officer', at: fixture.now },
  });
  return answer.kind === 'refused' ? answer.refusal : answer.outcome.status;
}

const reason = 'a reason';
const install = (servicePointId: ServicePointId, reading: number | null = null): MeterDeed => ({
  kind: 'install',
  servicePointId,
  reading: reading === null ? null : wattHours(reading),
});
const remove = (reading: number | null = null): MeterDeed => ({
  kind: 'remove',
  reason,
  reading: reading === null ? null : wattHours(reading),
  creditLeft: null,
});
const simply = (kind: 'block' | 'unblock' | 'return_to_store' | 'scrap'): MeterDeed => ({
  kind,
  reason,
});

async function historyOf(meterNumber: Drn, limit = 50): Promise<readonly MeterEvent[]> {
  const { database } = fixture.scratch;
  const card = await findMeterCard(database, UTILITY, meterNumber);
  if (card === null) throw new Error('no meter');
  const events: MeterEvent[] = [];
  let before: MeterEventCursor = EVENTS_FROM_THE_NEWEST;
  for (;;) {
    const page = await listMeterEvents(database, UTILITY, card.meterId, { before, limit });
    const last = page.at(-1);
    if (last === undefined) return events;
    events.push(...page);
    before = last;
  }
}

describe('the store', () => {
  test('a meter is put there once, however often and at once it is said', async () => {
    const { database } = fixture.scratch;
    const number = newNumber();
    const put = (more: Partial<StoreMeter> = {}) =>
      storeMeter(database, UTILITY, storeOrder(number, more));
    const answers = await Promise.all([put(), put(), put()]);
    expect(answers.map((each) => each.kind)).toEqual(Array(3).fill('stored'));
    expect(answers.filter((each) => each.kind === 'stored' && each.first)).toHaveLength(1);
    const key = { ...storeOrder(number).key, tariffIndex: tariffIndex('02') };
    for (const other of [{ model: 'M2' }, { phases: 3 }, { paymentMode: 'currency' }, { key }]) {
      const answer = await put(other as Partial<StoreMeter>);
      expect(answer).toEqual({ kind: 'refused', refusal: 'meter_exists' });
    }
    // In store there is nothing to sell for.
    expect(await findMeter(database, UTILITY, number, fixture.now)).toBeNull();
    expect(await findMeterCard(database, UTILITY, number)).toMatchObject({
      ...{ status: 'in_store', model: 'M1', servicePoint: null, agreement: null, customer: null },
      key: { supplyGroupCode: '100002', dkga: '04' },
    });
  });

  test.each([
    ['a supply group without a key', '999999', 1, '11'],
    ['a revision without a key', '100002', 2, '11'],
    ['a key that is too short for the algorithm', '100001', 1, '11'],
  ] as const)('%s is refused', async (_, code, revision, encryptionAlgorithm) => {
    const key = {
      ...storeOrder(newNumber()).key,
      supplyGroupCode: supplyGroupCode(code),
      keyRevisionNumber: keyRevisionNumber(revision),
      encryptionAlgorithm,
    };
    const answer = await storeMeter(
      fixture.scratch.database,
      UTILITY,
      storeOrder(newNumber(), { key }),
    );
    expect(answer).toEqual({ kind: 'refused', refusal: 'vending_key_not_found' });
  });
});

describe('what a meter goes through', () => {
  test('each deed from each state is done or refused for what the meter is', async () => {
    const states = {
      in_store: async () => await stored(),
      active: async () => {
        const number = await stored();
        expect(await operate(number, install(await placed()))).toBe('active');
        return number;
      },
      blocked: async () => {
        const number = await states.active();
        expect(await operate(number, simply('block'))).toBe('blocked');
        return number;
      },
      removed: async () => {
        const number = await states.active();
        expect(await operate(number, remove())).toBe('removed');
        return number;
      },
      scrapped: async () => {
        const number = await stored();
        expect(await operate(number, simply('scrap'))).toBe('scrapped');
        return number;
      },
    };
    const table: Record<string, readonly string[]> = {};
    for (const [state, make] of Object.entries(states)) {
      const deeds: readonly MeterDeed[] = [
        install(await placed()),
        remove(),
        simply('block'),
        simply('unblock'),
        simply('return_to_store'),
        simply('scrap'),
      ];
      const answers: string[] = [];
      for (const deed of deeds) answers.push(await operate(await make(), deed));
      table[state] = answers;
    }
    // deed      install  remove  block  unblock  return_to_store  scrap
    expect(table).toEqual({
      in_store: [
        ...['active', 'meter_not_installed', 'meter_not_installed', 'meter_not_installed'],
        ...['meter_not_removed', 'scrapped'],
      ],
      active: [
        ...['meter_installed', 'removed', 'blocked', 'meter_not_blocked'],
        ...['meter_installed', 'meter_installed'],
      ],
      blocked: [
        ...['meter_installed', 'removed', 'meter_blocked', 'active'],
        ...['meter_installed', 'meter_installed'],
      ],
      removed: [
        ...['meter_not_in_store', 'meter_not_installed', 'meter_not_installed'],
        ...['meter_not_installed', 'in_store', 'scrapped'],
      ],
      scrapped: Array(6).fill('meter_scrapped'),
    });
  });

  test('an installation is refused in the order of the list', async () => {
    const [place, taken] = [await placed(), await placed()];
    const number = await stored();
    const other = await stored();
    const used = newId<OperationId>();
    expect(await operate(other, install(taken, 500), used)).toBe('active');
    const nowhere = newId<ServicePointId>();
    const refusals = [
      await operate(NEVER_ENROLLED, install(nowhere), used),
      await operate(NEVER_ENROLLED, install(nowhere)),
      await operate(NEVER_ENROLLED, install(taken)),
      await operate(other, install(taken)),
      await operate(number, install(taken)),
      await operate(other, remove(499)),
    ];
    expect(refusals).toEqual([
      'operation_id_conflict',
      'service_point_not_found',
      'meter_not_found',
      'meter_installed',
      'service_point_occupied',
      'reading_below_first',
    ]);
    const places = refusals.map((each) => METER_DEED_REFUSALS.indexOf(each as MeterDeedRefusal));
    expect(places).toEqual([...places].sort((one, two) => one - two));
    // A refused deed left nothing: the same id is free for the right one.
    const again = newId<OperationId>();
    expect(await operate(number, install(taken), again)).toBe('service_point_occupied');
    expect(await findOperation(fixture.scratch.database, UTILITY, again)).toBeNull();
    expect(await operate(number, install(place), again)).toBe('active');
  });

  test('of two installations of one meter at once one wins, and so of two meters at one place', async () => {
    for (let round = 0; round < 5; round++) {
      const number = await stored();
      const answers = await Promise.all(
        [await placed(), await placed()].map((place) => operate(number, install(place))),
      );
      expect(answers.sort()).toEqual(['active', 'meter_installed']);
      const place = await placed();
      const numbers = [await stored(), await stored(), await stored()];
      const others = await Promise.all(numbers.map((each) => operate(each, install(place))));
      expect(others.sort()).toEqual(['active', ...Array(2).fill('service_point_occupied')]);
    }
  });

  test('of two removals, or two scrappings, at once one is done', async () => {
    for (let round = 0; round < 5; round++) {
      const number = await stored();
      await operate(number, install(await placed()));
      const removed = await Promise.all([1, 2, 3].map(() => operate(number, remove())));
      expect(removed.sort()).toEqual(['meter_not_installed', 'meter_not_installed', 'removed']);
      const scrapped = await Promise.all([1, 2].map(() => operate(number, simply('scrap'))));
      expect(scrapped.sort()).toEqual(['meter_scrapped', 'scrapped']);
    }
  });

  test('one id is one deed, also when it comes three times at once', async () => {
    const number = await stored();
    const place = await placed();
    const id = newId<OperationId>();
    const answers = await Promise.all([1, 2, 3].map(() => operate(number, install(place), id)));
    expect(answers).toEqual(Array(3).fill('active'));
    const events = await historyOf(number);
    expect(events.filter((event) => event.kind === 'installed')).toHaveLength(1);
    expect(await operate(number, remove(), id)).toBe('operation_id_conflict');
  });

  test('the time line is whole, in order and paged, also when the clock is set back', async () => {
    const number = await stored();
    const place = await placed();
    const now = fixture.now;
    try {
      await operate(number, install(place, 1000));
      fixture.now = instant(now - 3_600_000);
      await operate(number, simply('block'));
      await operate(number, simply('unblock'));
      await operate(number, remove(2500));
      await operate(number, simply('return_to_store'));
      await operate(number, install(place, 2500));
    } finally {
      fixture.now = now;
    }
    const events = await historyOf(number, 2);
    expect(events.map((event) => event.kind)).toEqual([
      ...['installed', 'returned_to_store', 'removed', 'unblocked', 'blocked', 'installed'],
      'key_epoch_1',
    ]);
    expect(events.map((event) => event.at)).toEqual(
      events.map((event) => event.at).sort((one, two) => two - one),
    );
    expect(events[2]).toMatchObject({ by: 'officer', details: { reason, reading_wh: 2500 } });
    expect(events[4]).toMatchObject({ details: { reason } });
  });
});

describe('a replacement', () => {
  const replace = async (order: Partial<ReplaceMeter> & Pick<ReplaceMeter, 'meterNumber'>) => {
    const answer = await replaceMeter(fixture.scratch.database, UTILITY, {
      operationId: newId<OperationId>(),
      newMeterNumber: NEVER_ENROLLED,
      reason,
      removedReading: null,
      creditLeft: null,
      installedReading: null,
      by: 'officer',
      at: fixture.now,
      ...order,
    });
    return answer;
  };
  const hung = async (more: Partial<StoreMeter> = {}, reading: number | null = null) => {
    const number = await stored(more);
    const place = await placed();
    await operate(number, install(place, reading));
    return { number, place };
  };

  test('leaves the agreement alone, so that steps, free units and debts go on', async () => {
    const { database } = fixture.scratch;
    const { number, place } = await hung();
    const agreementId = await begun(place);
    const sold = await desk.vend(vendRequest({ meterNumber: number }));
    expect(sold).toMatchObject({ kind: 'vend', vend: { state: 'posted' } });
    // What the tariff remembers of this month stands with the agreement.
    const kept = await database.query<{ purchase_state: unknown }>({
      name: '',
      text: `select purchase_state from agreement where agreement_id = '${agreementId}'`,
    });
    const state = kept.rows[0]?.purchase_state;
    expect(state).toMatchObject({ energy_this_month_tenth_kwh: 174 });
    await database.query({
      name: '',
      text: `insert into debt (utility_id, debt_id, agreement_id, kind, name, account, priority,
          principal_minor, owed_minor, recovery_kind, agreed_on, collect_from, created_by,
          created_at_ms, state)
        values ('${UTILITY}', '${newId()}', '${agreementId}', 'arrears', 'Arrears', 'energy_sales', 1,
          500, 300, 'whole', '2026-01-01', '2026-01-01', 'test', 0, 'open')`,
    });
    const fresh = await stored();
    const answer = await replace({ meterNumber: number, newMeterNumber: fresh });
    expect(answer).toMatchObject({ kind: 'done', first: true, outcome: { transfer: null } });
    const { rows } = await database.query<Record<string, unknown>>({
      name: '',
      text: `select a.agreement_id, a.purchase_state, a.revision, d.owed_minor
        from meter m
        join agreement a on a.service_point_id = m.service_point_id and a.ended_at_ms is null
        join debt d on d.agreement_id = a.agreement_id
        where m.drn = '${fresh}'`,
    });
    expect(rows).toEqual([
      { agreement_id: agreementId, purchase_state: state, revision: 1, owed_minor: 300n },
    ]);
    expect((await findAgreement(database, UTILITY, agreementId))?.meterNumber).toBe(fresh);
    // The new meter is sold for, the old one is not.
    const next = await desk.vend(vendRequest({ meterNumber: fresh }));
    expect(next).toMatchObject({ kind: 'vend', vend: { state: 'posted' } });
    expect((await desk.vend(vendRequest({ meterNumber: number }))).kind).toBe('refused');
    const card = await findMeterCard(database, UTILITY, number);
    const vends = await countVendsOfMeter(database, UTILITY, card?.meterId ?? newId<MeterId>());
    expect(vends).toEqual({ posted: 1, lastPostedAt: fixture.now });
  });

  test.each([
    [1, 1],
    [99, 1],
    [100, 1],
    [101, 2],
    [12_345, 124],
  ])('%i Wh that were left become an order of %i tenths of a kWh', async (left, energy) => {
    const { number } = await hung({}, 1000);
    const fresh = await stored();
    const operationId = newId<OperationId>();
    const order = {
      ...{ operationId, meterNumber: number, newMeterNumber: fresh },
      ...{ removedReading: wattHours(7000), creditLeft: wattHours(left) },
      installedReading: wattHours(5),
    };
    const [answer, again] = await Promise.all([replace(order), replace(order)]);
    const transfer = {
      ...{ orderId: operationId, kind: 'transfer', meterNumber: fresh, fromMeterNumber: number },
      ...{ creditLeft: left, energy, requestedBy: 'officer' },
    };
    expect(answer).toMatchObject({ kind: 'done', outcome: { transfer } });
    expect(again).toMatchObject({ kind: 'done', outcome: { transfer } });
    expect([answer, again].filter((each) => each.kind === 'done' && each.first)).toHaveLength(1);
    expect(await replace({ ...order, creditLeft: wattHours(left + 1) })).toMatchObject({
      refusal: 'operation_id_conflict',
    });
    const events = await historyOf(fresh);
    expect(events.map((event) => event.kind)).toEqual([
      ...['transfer_ordered', 'replaces', 'installed', 'key_epoch_1'],
    ]);
    expect(events[0]?.details).toMatchObject({ credit_left_wh: left, energy_tenth_kwh: energy });
    expect((await historyOf(number))[0]).toMatchObject({
      kind: 'replaced_by',
      details: { meter_number: fresh },
    });
    expect((await historyOf(number))[1]).toMatchObject({
      kind: 'removed',
      details: { reading_wh: 7000, credit_left_wh: left },
    });
  });

  test('is refused in the order of the list, and then nothing is half done', async () => {
    const { number } = await hung({}, 1000);
    const [fresh, scrapped, currency] = [
      await stored(),
      await stored(),
      await stored({ paymentMode: 'currency' }),
    ];
    await operate(scrapped, simply('scrap'));
    const creditLeft = wattHours(100);
    const removedReading = wattHours(999);
    const used = newId<OperationId>();
    await operate((await hung()).number, simply('block'), used);
    const bad = { newMeterNumber: NEVER_ENROLLED, removedReading, creditLeft };
    const answers = [
      await replace({ ...bad, meterNumber: NEVER_ENROLLED, operationId: used }),
      await replace({ ...bad, meterNumber: NEVER_ENROLLED }),
      await replace({ ...bad, meterNumber: scrapped }),
      await replace({ ...bad, meterNumber: fresh }),
      await replace({ ...bad, meterNumber: number }),
      await replace({ ...bad, meterNumber: number, newMeterNumber: number }),
      await replace({ ...bad, meterNumber: number, newMeterNumber: currency }),
      await replace({
        ...{ meterNumber: number, newMeterNumber: currency, creditLeft },
        removedReading: wattHours(1000),
      }),
    ].map((answer) => (answer.kind === 'refused' ? answer.refusal : answer.kind));
    expect(answers).toEqual([...REPLACE_METER_REFUSALS]);
    const { database } = fixture.scratch;
    expect(await findMeterCard(database, UTILITY, number)).toMatchObject({ status: 'active' });
    expect(await findMeterCard(database, UTILITY, currency)).toMatchObject({ status: 'in_store' });
    const counting = await hung({ paymentMode: 'currency' });
    const fromMoney = { meterNumber: counting.number, newMeterNumber: fresh, creditLeft };
    expect(await replace(fromMoney)).toMatchObject({ refusal: 'credit_not_transferable' });
    // Without credit a meter of another kind may take the place.
    const answer = await replace({
      ...{ meterNumber: number, newMeterNumber: currency, creditLeft: wattHours(0) },
    });
    expect(answer.kind).toBe('done');
  });

  test('of two replacements of one meter at once one is done', async () => {
    const { number } = await hung();
    const answers = await Promise.all(
      [await stored(), await stored()].map((fresh) =>
        replace({ meterNumber: number, newMeterNumber: fresh }),
      ),
    );
    expect(answers.map((each) => (each.kind === 'done' ? 'done' : each.refusal)).sort()).toEqual([
      'done',
      'meter_not_installed',
    ]);
  });
});
