/** Customers, places and agreements at the desk, and the box that finds them. */
import { instant } from '@wattvend/quantities/time.js';
import { makeDrn } from '@wattvend/sts/meter-pan.js';
import {
  AGREEMENTS_FROM_THE_NEWEST,
  type AgreementId,
  findAgreement,
  listAgreements,
} from '@wattvend/vending/agreements.js';
import { BEGIN_AGREEMENT_REFUSALS, beginAgreement } from '@wattvend/vending/begin-agreement.js';
import {
  CHANGE_AGREEMENT_REFUSALS,
  changeAgreement,
  endAgreement,
} from '@wattvend/vending/change-agreement.js';
import { CHANGE_CUSTOMER_REFUSALS, changeCustomer } from '@wattvend/vending/change-customer.js';
import { changeServicePoint } from '@wattvend/vending/change-service-point.js';
import { listCustomerChanges } from '@wattvend/vending/customer-changes.js';
import { type CustomerId, findCustomer, listCustomers } from '@wattvend/vending/customers.js';
import { eraseCustomer } from '@wattvend/vending/erase-customer.js';
import { putServicePoint } from '@wattvend/vending/put-service-point.js';
import { registerCustomer } from '@wattvend/vending/register-customer.js';
import { search } from '@wattvend/vending/search.js';
import { listServicePoints, type ServicePointId } from '@wattvend/vending/service-points.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createUtilityFixture, meterAt, UTILITY, type UtilityFixture } from './utility-fixture.ts';

let fixture: UtilityFixture;
beforeAll(async () => {
  fixture = await createUtilityFixture();
});
afterAll(() => fixture.close());

const TARIFF = 'b0000000-0000-4000-8000-000000000001';
const NO_TARIFF = 'b0000000-0000-4000-8000-00000000dead';
const deed = (ms = 1000) => ({ by: 'officer', at: instant(fixture.now + ms) });

let ids = 0;
function newId<Id extends string>(): Id {
  ids += 1;
  return `70000000-0000-4000-8000-${String(ids).padStart(12, '0')}` as string as Id;
}

const NOBODY = { phone: null, language: null, notes: '' };

async function registered(details: { readonly name: string; readonly phone?: string }) {
  const order = { customerId: newId<CustomerId>(), details: { ...NOBODY, ...details }, ...deed() };
  const answer = await registerCustomer(fixture.scratch.database, UTILITY, order);
  if (answer.kind === 'refused') throw new Error(answer.refusal);
  return answer.customer;
}

const PLACE = { area: '', phases: 1, supplyLimitWatts: null, position: null } as const;

async function placed(code: string, address: string, area = '') {
  const servicePointId = newId<ServicePointId>();
  const order = { servicePointId, code, details: { ...PLACE, address, area }, ...deed() };
  const answer = await putServicePoint(fixture.scratch.database, UTILITY, order);
  if (answer.kind === 'refused') throw new Error(answer.refusal);
  return answer.servicePoint;
}

async function begun(
  customerId: CustomerId | null,
  servicePointId: ServicePointId,
  accountNumber: string,
) {
  const answer = await beginAgreement(fixture.scratch.database, UTILITY, {
    agreementId: newId(),
    ...{ customerId, servicePointId, accountNumber, tariffId: TARIFF },
    ...{ exemptions: [], entitlements: [], ...deed() },
  });
  if (answer.kind === 'refused') throw new Error(answer.refusal);
  return answer.agreement;
}

describe('customers', () => {
  test('one id is one customer, however often and at once it is sent', async () => {
    const { database } = fixture.scratch;
    const customerId = newId<CustomerId>();
    const details = {
      name: 'Asha Mrisho',
      phone: '+255 700 000 001',
      language: 'sw',
      notes: 'gate',
    };
    const put = (more = {}, by = 'officer') =>
      registerCustomer(database, UTILITY, {
        customerId,
        details: { ...details, ...more },
        by,
        at: instant(fixture.now),
      });
    const answers = await Promise.all([put(), put(), put({}, 'another')]);
    expect(answers.map((answer) => answer.kind)).toEqual(Array(3).fill('registered'));
    expect(answers.filter((each) => each.kind === 'registered' && each.first)).toHaveLength(1);
    for (const other of [{ name: 'Asha' }, { phone: null }, { language: null }, { notes: '' }]) {
      expect(await put(other)).toEqual({ kind: 'refused', refusal: 'operation_id_conflict' });
    }
    // After a change, the first request again is still the same request.
    const changed = { ...details, name: 'Asha Juma' };
    await changeCustomer(database, UTILITY, {
      customerId,
      revision: 1,
      details: changed,
      ...deed(),
    });
    expect(await put()).toMatchObject({
      first: false,
      customer: { name: 'Asha Juma', revision: 2 },
    });
  });

  test('a change is refused in the order of the list', async () => {
    const { database } = fixture.scratch;
    const customer = await registered({ name: 'Order Keeper' });
    const { customerId } = customer;
    const change = (id: CustomerId, revision: number, name: string) =>
      changeCustomer(database, UTILITY, {
        customerId: id,
        revision,
        details: { ...NOBODY, name },
        ...deed(),
      });
    const refusals = [
      await change(newId(), 9, 'X'),
      await change(customerId, 9, 'X'),
      await eraseCustomer(database, UTILITY, { customerId, revision: 1, ...deed() }).then(() =>
        change(customerId, 2, 'X'),
      ),
    ].map((answer) => (answer.kind === 'refused' ? answer.refusal : answer.kind));
    expect(refusals).toEqual([...CHANGE_CUSTOMER_REFUSALS]);
  });

  test('of two who change the same revision one is told so', async () => {
    const { database } = fixture.scratch;
    const { customerId } = await registered({ name: 'Twice Changed' });
    const change = (name: string) =>
      changeCustomer(database, UTILITY, {
        customerId,
        revision: 1,
        details: { ...NOBODY, name },
        ...deed(),
      });
    const answers = await Promise.all([change('One'), change('Two')]);
    expect(answers.map((answer) => answer.kind).sort()).toEqual(['changed', 'refused']);
    expect(await findCustomer(database, UTILITY, customerId)).toMatchObject({ revision: 2 });
  });

  test('what was changed is kept, and erasing takes the old values out for good', async () => {
    const { database } = fixture.scratch;
    const { customerId } = await registered({ name: 'Unique Zebedayo', phone: '+255711222333' });
    const details = { ...NOBODY, name: 'Unique Zebedayo', notes: 'has a dog' };
    await changeCustomer(database, UTILITY, { customerId, revision: 1, details, ...deed() });
    const page = { before: 99, limit: 9 };
    expect(await listCustomerChanges(database, UTILITY, customerId, page)).toMatchObject([
      { revision: 2, fields: ['phone', 'notes'], before: { phone: '+255711222333', notes: '' } },
    ]);
    const wrong = await eraseCustomer(database, UTILITY, { customerId, revision: 1, ...deed() });
    expect(wrong).toEqual({ kind: 'refused', refusal: 'changed_meanwhile' });
    const order = { customerId, revision: 2, ...deed() };
    const erased = await eraseCustomer(database, UTILITY, order);
    expect(erased).toMatchObject({
      kind: 'erased',
      customer: { name: 'erased', phone: null, language: null, notes: '', revision: 3 },
    });
    expect(await eraseCustomer(database, UTILITY, order)).toEqual(erased);
    expect(await listCustomerChanges(database, UTILITY, customerId, page)).toMatchObject([
      { revision: 3, fields: ['erased'], before: null },
      { revision: 2, before: null },
    ]);
    expect(await search(database, UTILITY, 'Zebedayo', 5)).toEqual([]);
    expect(await search(database, UTILITY, '222333', 5)).toEqual([]);
    const left = await database.query({
      name: '',
      text: `select 1 from customer c where c::text ~ 'Zebedayo|711222333'
        union all select 1 from customer_change c where c::text ~ 'Zebedayo|711222333|dog'
        union all select 1 from desk_operation d where d::text ~ 'Zebedayo|711222333'
        union all select 1 from desk_operation d
          where d.operation_id = '${customerId}' and d.request_hash <> decode(repeat('00', 32), 'hex')`,
    });
    expect(left.rowCount).toBe(0);
  });

  test.each([
    ['update', "update customer_change set changed_by = 'nobody', before = null"],
    ['new values', `update customer_change set before = '{"name":"X"}'`],
    ['delete', 'delete from customer_change'],
    ['delete a customer', 'delete from customer'],
    ['change the past of an agreement', "update agreement_change set changed_by = ''"],
  ])('the database itself refuses: %s', async (_, text) => {
    const { database } = fixture.scratch;
    const { customerId } = await registered({ name: 'Kept' });
    const details = { ...NOBODY, name: 'Kept too' };
    await changeCustomer(database, UTILITY, { customerId, revision: 1, details, ...deed() });
    await expect(database.query({ name: '', text })).rejects.toMatchObject({ code: 'WVV02' });
  });
});

describe('places and agreements', () => {
  test('a place is recorded once, and its code is its own', async () => {
    const { database } = fixture.scratch;
    const servicePointId = newId<ServicePointId>();
    const details = { ...PLACE, address: '1 Baobab Close', area: 'North' };
    const put = (id: ServicePointId, code: string, more = {}) =>
      putServicePoint(database, UTILITY, {
        ...{ servicePointId: id, code, details: { ...details, ...more }, ...deed() },
      });
    const answers = await Promise.all([put(servicePointId, 'P-1'), put(servicePointId, 'P-1')]);
    expect(answers.filter((each) => each.kind === 'put' && each.first)).toHaveLength(1);
    expect(await put(servicePointId, 'P-1', { phases: 3 })).toEqual({
      kind: 'refused',
      refusal: 'operation_id_conflict',
    });
    // Two at once with one code: one has it, the other is told so.
    const race = await Promise.all([put(newId(), 'P-2'), put(newId(), 'P-2')]);
    expect(race.map((each) => (each.kind === 'put' ? 'put' : each.refusal)).sort()).toEqual([
      'put',
      'service_point_code_exists',
    ]);
    const position = { latitudeE6: -1_286_389, longitudeE6: 36_817_223 };
    const order = { servicePointId, details: { ...details, position, supplyLimitWatts: 2000 } };
    expect(await changeServicePoint(database, UTILITY, { ...order, revision: 1 })).toMatchObject({
      servicePoint: { revision: 2, position, supplyLimitWatts: 2000, code: 'P-1' },
    });
    expect(await changeServicePoint(database, UTILITY, { ...order, revision: 1 })).toEqual({
      kind: 'refused',
      refusal: 'changed_meanwhile',
    });
    expect(await changeServicePoint(database, UTILITY, { ...order, revision: 2 })).toMatchObject({
      servicePoint: { revision: 2 },
    });
    const page = { query: 'clo bao', area: 'North', after: '', limit: 9 };
    const found = await listServicePoints(database, UTILITY, page);
    expect(found.map((place) => place.code)).toEqual(['P-1', 'P-2']);
  });

  test('of two who change one place, or one agreement, at once one is told so', async () => {
    const { database } = fixture.scratch;
    for (let round = 0; round < 5; round++) {
      const { servicePointId } = await placed(`B-${round}`, 'Both Road');
      const address = (text: string) =>
        changeServicePoint(database, UTILITY, {
          ...{ servicePointId, revision: 1, details: { ...PLACE, address: text } },
        });
      const places = await Promise.all([address('1'), address('2')]);
      expect(places.map((each) => each.kind).sort()).toEqual(['changed', 'refused']);
      const { agreementId } = await begun(null, servicePointId, `B-${round}`);
      const exempt = (component: string) =>
        changeAgreement(database, UTILITY, {
          ...{ agreementId, revision: 1, ...deed() },
          terms: { tariffId: TARIFF, exemptions: [component], entitlements: [] },
        });
      const terms = await Promise.all([exempt('a'), exempt('b')]);
      expect(terms.map((each) => each.kind).sort()).toEqual(['changed', 'refused']);
    }
  });

  test('an agreement is refused in the order of the list, and each line has one fault less', async () => {
    const { database } = fixture.scratch;
    const [free, taken] = [await placed('A-1', 'Free Road'), await placed('A-2', 'Taken Road')];
    const { customerId } = await registered({ name: 'Party of Agreements' });
    const first = await begun(customerId, taken.servicePointId, 'ACC-1');
    const begin = (
      agreementId: AgreementId,
      who: CustomerId | null,
      place: ServicePointId,
      account: string,
      tariffId: string,
    ) =>
      beginAgreement(database, UTILITY, {
        ...{
          agreementId,
          customerId: who,
          servicePointId: place,
          accountNumber: account,
          tariffId,
        },
        ...{ exemptions: [], entitlements: [], ...deed() },
      });
    const nobody = newId<CustomerId>();
    const nowhere = newId<ServicePointId>();
    const [there, here] = [taken.servicePointId, free.servicePointId];
    const answers = [
      await begin(first.agreementId, nobody, nowhere, 'ACC-1', NO_TARIFF),
      await begin(newId(), nobody, nowhere, 'ACC-1', NO_TARIFF),
      await begin(newId(), customerId, nowhere, 'ACC-1', NO_TARIFF),
      await begin(newId(), customerId, there, 'ACC-1', NO_TARIFF),
      await begin(newId(), customerId, here, 'ACC-1', NO_TARIFF),
      await begin(newId(), customerId, here, 'ACC-2', NO_TARIFF),
      await begin(newId(), null, here, 'ACC-2', TARIFF),
    ].map((answer) => (answer.kind === 'refused' ? answer.refusal : answer.kind));
    expect(answers).toEqual([...BEGIN_AGREEMENT_REFUSALS, 'begun']);
  });

  test('of two agreements for one place at once, one begins', async () => {
    const place = await placed('R-1', 'Race Road');
    const begin = (accountNumber: string) =>
      beginAgreement(fixture.scratch.database, UTILITY, {
        ...{ agreementId: newId(), customerId: null, servicePointId: place.servicePointId },
        ...{ accountNumber, tariffId: TARIFF, exemptions: [], entitlements: [], ...deed() },
      });
    const answers = await Promise.all([begin('R-1'), begin('R-2'), begin('R-3')]);
    expect(answers.map((each) => (each.kind === 'begun' ? 'begun' : each.refusal)).sort()).toEqual([
      'agreement_in_force',
      'agreement_in_force',
      'begun',
    ]);
  });

  test('terms change from now on, what they were is kept, and an end is an end', async () => {
    const { database } = fixture.scratch;
    const place = await placed('T-1', 'Terms Road');
    const { customerId } = await registered({ name: 'Changer of Terms' });
    const { agreementId } = await begun(customerId, place.servicePointId, 'TERMS-1');
    const terms = { tariffId: TARIFF, exemptions: ['vat'], entitlements: ['lifeline'] };
    const change = (id: AgreementId, revision: number, tariffId = TARIFF) =>
      changeAgreement(database, UTILITY, {
        ...{ agreementId: id, revision, terms: { ...terms, tariffId }, ...deed(5000) },
      });
    expect(await change(agreementId, 1)).toMatchObject({ agreement: { ...terms, revision: 2 } });
    expect(await change(agreementId, 2)).toMatchObject({ agreement: { revision: 2 } });
    const end = { agreementId, revision: 2, by: 'officer', at: instant(1) };
    const ended = await endAgreement(database, UTILITY, end);
    // The clock was set back: it ends when it began, not before.
    if (ended.kind === 'refused') throw new Error(ended.refusal);
    expect(ended.agreement.endedAt).toBe(ended.agreement.beganAt);
    expect(await endAgreement(database, UTILITY, end)).toEqual(ended);
    const refusals = [
      await change(newId(), 9, NO_TARIFF),
      await change(agreementId, 9, NO_TARIFF),
      await change(agreementId, 3, NO_TARIFF),
    ].map((answer) => (answer.kind === 'refused' ? answer.refusal : answer.kind));
    const other = await begun(null, place.servicePointId, 'TERMS-2');
    const last = await change(other.agreementId, 1, NO_TARIFF);
    expect([...refusals, last.kind === 'refused' ? last.refusal : last.kind]).toEqual([
      ...CHANGE_AGREEMENT_REFUSALS,
    ]);
    const { rows } = await database.query<{ readonly before: unknown }>({
      name: '',
      text: `select before from agreement_change where agreement_id = '${agreementId}'
        order by revision`,
    });
    expect(rows.map((row) => row.before)).toMatchObject([
      { exemptions: [], entitlements: [], ended_at_ms: null },
      { exemptions: ['vat'], entitlements: ['lifeline'], ended_at_ms: null },
    ]);
    const listed = await listAgreements(database, UTILITY, {
      ...{ customerId: null, servicePointId: place.servicePointId },
      ...{ before: AGREEMENTS_FROM_THE_NEWEST, limit: 9 },
    });
    expect(listed.map((each) => each.accountNumber).sort()).toEqual(['TERMS-1', 'TERMS-2']);
    expect((await findAgreement(database, UTILITY, agreementId))?.meterNumber).toBeNull();
  });
});

describe('the box', () => {
  beforeAll(async () => {
    const { customerId } = await registered({
      name: 'Wanjirũ Njeri-Kamau',
      phone: '+254 722 123 456',
    });
    const place = await placed('SP 77/4', '12 Mango Lane, Kibera', 'Zone 9');
    await begun(customerId, place.servicePointId, 'AC%77');
    await registered({ name: 'Wanda Without-Supply', phone: '0722 999 888' });
  });

  const found = async (typed: string): Promise<readonly string[]> => {
    const hits = await search(fixture.scratch.database, UTILITY, typed, 50);
    return hits.map((hit) => {
      const what = hit.servicePoint?.code ?? hit.meter?.meterNumber ?? hit.customer?.name;
      return `${hit.reason}: ${what}`;
    });
  };

  test.each([
    ['wanj', ['name: SP 77/4']],
    ['WANJIRU', ['name: SP 77/4']],
    ['kamau wanjiru', ['name: SP 77/4']],
    ['kam nje wan', ['name: SP 77/4']],
    ['mango', ['address: SP 77/4']],
    ['kibera 12 man', ['address: SP 77/4']],
    ['zone 9', ['address: SP 77/4']],
    ['wanjiru mango', ['name_and_address: SP 77/4']],
    ['12 wanjiru', ['name_and_address: SP 77/4']],
    ['sp 77', ['service_point_code_start: SP 77/4']],
    ['SP 77/4', ['service_point_code: SP 77/4']],
    ['ac%77', ['account_number: SP 77/4']],
    ['+254722123456', ['phone: SP 77/4']],
    ['0722 123 456', ['phone: SP 77/4']],
    ['254722', ['phone: SP 77/4']],
    ['3456', ['phone: SP 77/4']],
    ['without', ['name: Wanda Without-Supply']],
    ['wan', ['name: SP 77/4', 'name: Wanda Without-Supply']],
    ['anjiru', []],
    ['ango', []],
    ['%', []],
    ['_', []],
    ['ac_77', []],
    ['wanjiru lemon', []],
    ["' or 1=1 --", []],
    ['wanjiru & | ! ( :*', ['name: SP 77/4']],
    ['', []],
    ['   ', []],
    ['\\', []],
  ])('%j finds %j', async (typed, expected) => {
    expect([...(await found(typed))].sort()).toEqual([...expected].sort());
  });

  test('an exact number stands first, then those that begin with what is typed', async () => {
    const exact = await search(fixture.scratch.database, UTILITY, meterAt(0), 5);
    expect(exact[0]).toMatchObject({
      reason: 'meter_number',
      meter: { meterNumber: meterAt(0), status: 'active' },
    });
    const start = meterAt(0).slice(0, 6);
    const hits = await search(fixture.scratch.database, UTILITY, start, 50);
    expect(hits.length).toBeGreaterThan(1);
    expect(hits.every((hit) => hit.meter?.meterNumber.startsWith(start))).toBe(true);
    const spaced = `${meterAt(0).slice(0, 4)} ${meterAt(0).slice(4, 7)}-${meterAt(0).slice(7)}`;
    expect((await search(fixture.scratch.database, UTILITY, spaced, 5))[0]?.reason).toBe(
      'meter_number',
    );
    expect(await found(makeDrn('7777', '11111111'))).toEqual([]);
  });

  test('the whole of what is typed stands before its start, whoever lives there', async () => {
    for (const [code, name] of [
      ['ORD-1', 'Zz Last'],
      ['ORD-10', 'Aa First'],
      ['ORD-100', 'Ord-1 Named'],
    ] as const) {
      const { customerId } = await registered({ name });
      const { servicePointId } = await placed(code, 'Order Road');
      await begun(customerId, servicePointId, `N${code}`);
    }
    expect(await found('ord-1')).toEqual([
      ...['service_point_code: ORD-1', 'service_point_code_start: ORD-10'],
      'service_point_code_start: ORD-100',
    ]);
    expect(await found('nord-10')).toEqual([
      ...['account_number: ORD-10', 'account_number_start: ORD-100'],
    ]);
  });

  test('an ended agreement is found by its number, and its place by the one in force', async () => {
    const { database } = fixture.scratch;
    const place = await placed('E-1', 'Ending Road');
    const { customerId } = await registered({ name: 'Leaver Lastname' });
    const old = await begun(customerId, place.servicePointId, 'OLD-1');
    await endAgreement(database, UTILITY, { agreementId: old.agreementId, revision: 1, ...deed() });
    await begun(null, place.servicePointId, 'NEW-1');
    expect(await search(database, UTILITY, 'old-1', 5)).toMatchObject([
      {
        reason: 'account_number',
        agreement: { accountNumber: 'OLD-1', isInForce: false },
        customer: { name: 'Leaver Lastname' },
        meter: null,
      },
    ]);
    expect(await search(database, UTILITY, 'leaver', 5)).toMatchObject([
      { reason: 'name', agreement: null, servicePoint: null },
    ]);
    expect(await search(database, UTILITY, 'ending', 5)).toMatchObject([
      { reason: 'address', agreement: { accountNumber: 'NEW-1', isInForce: true } },
    ]);
  });

  test('customers are listed by the words of their names too', async () => {
    const page = { query: 'kamau wanj', after: null, limit: 5 };
    const names = await listCustomers(fixture.scratch.database, UTILITY, page);
    expect(names.map((customer) => customer.name)).toEqual(['Wanjirũ Njeri-Kamau']);
  });
});
