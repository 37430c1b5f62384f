/**
 * The invariants of the house over ten thousand random histories of a utility in memory: sales,
 * repeats, conflicts, refusals of the security module, crashes between the steps, clocks that jump,
 * months that turn, tariffs that change, debts, free units.
 */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import { makeDrn } from '@wattvend/sts/meter-pan.js';
import { monthOf } from '@wattvend/tariff/calendar.js';
import type { PurchaseState } from '@wattvend/tariff/purchase-state.js';
import { basisPoints, priceE4Minor, type Tariff } from '@wattvend/tariff/tariff.js';
import type { DeskRequest } from '@wattvend/vending/decide.js';
import { flatTariff } from '@wattvend/vending/flat-tariff.js';
import { freeUnitsHash, requestHash } from '@wattvend/vending/request-hash.js';
import type { AgreementId, MeterId, Vend, VendId, VendorId } from '@wattvend/vending/vend.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ModuleMood, utcDate, VendModel } from './vend-model.ts';

const HISTORIES = Number(process.env['WATTVEND_HISTORIES'] ?? 10_000);
const BEGINNING = Date.UTC(2026, 9, 28, 22, 50);

const NUMBERS: readonly Drn[] = [0, 1, 2].map((index) => makeDrn('98', String(10_000_000 + index)));
const VENDORS = ['vendor 1', 'vendor 2'] as readonly string[] as readonly VendorId[];

const MONTHLY: Tariff['fixed'][number] = {
  ...{ id: 'service', name: 'Service', account: 'fixed_charges', money: minorUnits(300n) },
  ...{ per: 'month', catchUpMax: 3, firstPeriod: 'whole', from: null },
  ifTooSmall: { kind: 'take-part', partShare: basisPoints(5_000) },
};

const BASIC: Tariff['free'][number] = {
  ...{ id: 'basic', name: 'Basic', energy: tenthKwh(120), per: 'month', stackMax: 2 },
  ...{ claim: 'either', window: null, entitled: 'all', countsForSteps: true },
};

const FLAT = flatTariff({ price: priceE4Minor(2_500_000n), vat: basisPoints(1_500) });

const TARIFFS: readonly Tariff[] = [
  FLAT,
  {
    ...FLAT,
    energy: {
      ...{ kind: 'steps', id: 'energy', name: 'Energy', account: 'energy_sales' },
      steps: [
        { above: tenthKwh(0), price: priceE4Minor(900_000n) },
        { above: tenthKwh(300), price: priceE4Minor(2_100_000n) },
      ],
    },
    rounding: 'carried',
  },
  { ...FLAT, fixed: [MONTHLY], free: [BASIC] },
  { ...FLAT, free: [{ ...BASIC, countsForSteps: false, stackMax: 1 }], rounding: 'carried' },
];

type Deed =
  | { readonly kind: 'sell'; readonly sales: readonly Sale[]; readonly twice: boolean }
  | { readonly kind: 'claim'; readonly meter: number }
  | { readonly kind: 'repeat' | 'conflict' | 'issue' | 'post' | 'finish'; readonly pick: number }
  | { readonly kind: 'crash' | 'sweep' }
  | { readonly kind: 'clock'; readonly minutes: number }
  | { readonly kind: 'month-turn'; readonly minutes: number }
  | { readonly kind: 'mood'; readonly mood: ModuleMood }
  | { readonly kind: 'tariff'; readonly which: number; readonly inMinutes: number }
  | { readonly kind: 'deposit'; readonly vendor: number; readonly money: number }
  | { readonly kind: 'key-change'; readonly meter: number };

interface Sale {
  readonly meter: number;
  readonly vendor: number;
  readonly money: number;
  readonly reference: number;
}

const pick = fc.nat({ max: 30 });
const meter = fc.nat({ max: NUMBERS.length - 1 });
const vendor = fc.nat({ max: VENDORS.length - 1 });
const sale: fc.Arbitrary<Sale> = fc.record({
  ...{ meter, vendor },
  money: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 40_000 })),
  // Most say nothing; a few meet.
  reference: fc.nat({ max: 12 }),
});

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('sell' as const),
      sales: fc.array(sale, { minLength: 1, maxLength: 3 }),
      twice: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('claim' as const), meter }) },
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constantFrom('repeat', 'conflict', 'issue', 'post', 'finish', 'finish'),
      pick,
    }) as fc.Arbitrary<Deed>,
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('crash', 'sweep') }) as fc.Arbitrary<Deed>,
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      // Back by an hour, on by days: months turn.
      minutes: fc.oneof(fc.integer({ min: -60, max: 90 }), fc.integer({ min: 0, max: 40_000 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('month-turn' as const),
      minutes: fc.integer({ min: -3, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('mood' as const),
      mood: fc.constantFrom<ModuleMood>('willing', 'refuses-first', 'refuses-last', 'refuses-all'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('tariff' as const),
      which: fc.nat({ max: TARIFFS.length - 1 }),
      inMinutes: fc.nat({ max: 200 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('deposit' as const),
      vendor,
      money: fc.integer({ min: 1, max: 100_000 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('key-change' as const), meter }) },
);

const DEBT = 3_000n;

function newModel(): VendModel {
  const model = new VendModel(instant(BEGINNING));
  for (const [index, meterNumber] of NUMBERS.entries()) {
    // The first two meters stand under one agreement.
    const agreementId = `agreement ${Math.max(1, index)}` as AgreementId;
    const meterId = `meter ${index}` as MeterId;
    model.meters.set(meterNumber, { meterNumber, meterId, agreementId, keyEpoch: 1, last: null });
  }
  for (const vendorId of VENDORS) model.vendors.set(vendorId, { posted: 50_000n, reserved: 0n });
  model.tariffs.push({ from: instant(0), tariff: FLAT });
  const due = {
    ...{ debtId: 'debt', name: 'Arrears', account: 'customer_debts', priority: 1 },
    ...{ balance: minorUnits(DEBT), least: minorUnits(10n) },
    recovery: { kind: 'share', share: basisPoints(2_000) },
  } as const;
  model.debts.push({ due, agreementId: 'agreement 1' as AgreementId, owed: DEBT });
  return model;
}

/** Plays a history; remembers what was asked and which digits were ever shown. */
class History {
  readonly model = newModel();
  readonly asked: DeskRequest[] = [];
  readonly shown: Map<VendId, string> = new Map();
  private ids = 0;

  play(deeds: readonly Deed[]): void {
    for (const each of deeds) {
      this.do(each);
      this.look();
    }
    this.model.mood = 'willing';
    this.model.sweep();
    this.look();
    expect(this.model.reservations.size).toBe(0);
  }

  private nextId(): VendId {
    this.ids += 1;
    return `vend ${this.ids}` as VendId;
  }

  private do(each: Deed): void {
    const { model } = this;
    switch (each.kind) {
      case 'sell': {
        const requests = each.sales.map((one) => this.saleOf(one, this.nextId()));
        // V5: equal requests in one batch are one vend.
        this.ask(each.twice ? [...requests, ...requests] : requests);
        break;
      }
      case 'claim':
        this.ask([this.claimOf(each.meter)]);
        break;
      case 'repeat':
        this.ask(this.picked(each.pick));
        break;
      case 'conflict':
        this.conflict(each.pick);
        break;
      case 'issue':
      case 'post':
      case 'finish':
        this.step(each.kind, each.pick);
        break;
      case 'crash':
        model.crash();
        break;
      case 'sweep':
        model.sweep();
        break;
      case 'clock':
      case 'month-turn':
      case 'mood':
      case 'tariff':
      case 'deposit':
      case 'key-change':
        this.befall(each);
    }
  }

  /** What happens to a utility without anybody asking the desk. */
  private befall(each: Deed): void {
    const { model } = this;
    if (each.kind === 'clock') {
      model.now = instant(Math.max(BEGINNING, model.now + each.minutes * 60_000));
    } else if (each.kind === 'month-turn') {
      const { year, month } = utcDate(model.now);
      model.now = instant(Date.UTC(year, month, 1) + each.minutes * 60_000);
    } else if (each.kind === 'mood') {
      model.mood = each.mood;
    } else if (each.kind === 'tariff') {
      const tariff = TARIFFS[each.which] as Tariff;
      model.tariffs.push({ from: instant(model.now + each.inMinutes * 60_000), tariff });
    } else if (each.kind === 'deposit') {
      const float = model.vendors.get(VENDORS[each.vendor] as VendorId);
      if (float !== undefined) float.posted += BigInt(each.money);
    } else if (each.kind === 'key-change') {
      const changed = model.meters.get(NUMBERS[each.meter] as Drn);
      if (changed !== undefined) changed.keyEpoch += 1;
    }
  }

  private claimOf(index: number): DeskRequest {
    const [vendorId] = VENDORS;
    if (vendorId === undefined) throw new Error('no vendor');
    const meterNumber = NUMBERS[index] as Drn;
    const request = { vendId: this.nextId(), meterNumber, vendorId, soldBy: 'x' };
    return { kind: 'free_units', request, hash: freeUnitsHash(request) };
  }

  private saleOf(one: Sale, vendId: VendId): DeskRequest {
    const payment =
      one.reference > 3 ? null : { method: 'bank', reference: `slip ${one.reference}` };
    const request = {
      ...{ vendId, meterNumber: NUMBERS[one.meter] as Drn, soldBy: 'x', payment },
      ...{ vendorId: VENDORS[one.vendor] as VendorId, tendered: minorUnits(BigInt(one.money)) },
    };
    return { kind: 'sale', request, hash: requestHash(request) };
  }

  private picked(index: number): readonly DeskRequest[] {
    const one = this.asked[index % Math.max(1, this.asked.length)];
    return one === undefined ? [] : [one];
  }

  private ask(requests: readonly DeskRequest[]): void {
    const epochs = new Map([...this.model.meters].map(([number, each]) => [number, each.keyEpoch]));
    const outcomes = this.model.reserve(requests);
    for (const [index, outcome] of outcomes.entries()) {
      const asked = requests[index];
      if (asked === undefined) throw new Error('an outcome without a request');
      if (outcome.kind === 'refused') continue;
      if (outcome.kind === 'known') {
        if (!this.asked.includes(asked)) throw new Error('V5: known, and was not asked before');
        continue;
      }
      // T3: what is reserved is reserved under the present key.
      expect(outcome.vend.key.keyEpoch).toBe(epochs.get(outcome.vend.meter.meterNumber));
      this.asked.push(asked);
    }
  }

  /** V3: other content under the same id changes nothing at all. */
  private conflict(index: number): void {
    const [one] = this.picked(index);
    if (one?.kind !== 'sale') return;
    const request = { ...one.request, tendered: minorUnits(one.request.tendered + 1n) };
    const before = this.snapshot();
    const outcomes = this.model.reserve([{ kind: 'sale', request, hash: requestHash(request) }]);
    expect(outcomes).toEqual([{ kind: 'refused', refusal: { code: 'vend_id_conflict' } }]);
    expect(this.snapshot()).toBe(before);
  }

  private step(kind: 'issue' | 'post' | 'finish', index: number): void {
    const [one] = this.picked(index);
    if (one === undefined || one.kind === 'order') return;
    const { vendId } = one.request;
    if (kind !== 'post') this.model.issue(vendId);
    if (kind !== 'issue') this.model.post(vendId);
  }

  private snapshot(): string {
    const { vends, states, vendors, requests, reservations, tokens, meters, debts } = this.model;
    const all = [vends, states, vendors, requests, reservations, meters].map((map) => [...map]);
    return JSON.stringify([all, tokens, debts], (_, value) =>
      typeof value === 'bigint' ? `${value}n` : value,
    );
  }

  /** All invariants, after every deed. */
  private look(): void {
    this.lookAtMoney();
    this.lookAtTokens();
    this.lookAtPurchases();
  }

  private lookAtMoney(): void {
    const { model } = this;
    for (const [vendId, legs] of model.entries) {
      const sum = legs.reduce((total, leg) => total + leg.money, 0n);
      if (sum !== 0n) throw new Error(`L1: the entry of ${vendId} sums to ${sum}`);
      const [first] = legs;
      if (first?.money !== model.vends.get(vendId)?.tendered) throw new Error('L1: not its money');
    }
    for (const [vendorId, { posted, reserved }] of model.vendors) {
      if (posted - reserved < 0n || reserved < 0n) throw new Error(`L2: the float of ${vendorId}`);
      const open = [...model.reservations.values()].filter((each) => each.vendorId === vendorId);
      const sum = open.reduce((total, each) => total + each.money, 0n);
      if (sum !== reserved) throw new Error('L2: reserved is not the sum of reservations');
    }
    for (const [vendId, times] of model.resolvedReservations) {
      if (times !== 1) throw new Error(`L4: ${vendId} was resolved ${times} times`);
    }
    const references = new Set<string>();
    for (const vend of model.vends.values()) {
      const isOpen = model.reservations.has(vend.vendId);
      if ((vend.state === 'reserved' && vend.kind === 'sale') !== isOpen) throw new Error('L4');
      const reference = vend.payment?.reference ?? null;
      if (reference === null || vend.state === 'declined') continue;
      if (references.has(reference)) throw new Error(`a payment bought twice: ${reference}`);
      references.add(reference);
    }
  }

  private lookAtTokens(): void {
    const { model } = this;
    const names = new Set(model.tokens.map((t) => `${t.meterId} ${t.epoch} ${t.identifier}`));
    if (names.size !== model.tokens.length) throw new Error('T1: an identifier was given twice');
    for (const vend of model.vends.values()) {
      const made = model.tokens.filter((token) => token.vendId === vend.vendId).length;
      if (vend.state === 'reserved' ? made !== 0 : made !== vend.tokenCount) {
        throw new Error(`V1: ${vend.vendId} has ${made} tokens`);
      }
      if (vend.state === 'posted' && vend.tokens.length === 0) throw new Error('V1: no tokens');
      if (vend.state === 'declined' && vend.tokens.length > 0) throw new Error('V1: digits shown');
      if (vend.state !== 'posted') continue;
      const digits = vend.tokens.map((token) => token.digits).join(' ');
      const before = this.shown.get(vend.vendId);
      if (before !== undefined && before !== digits) throw new Error('V2: other digits');
      this.shown.set(vend.vendId, digits);
    }
    const resolved = [...model.vends.values()].filter((vend) => vend.state !== 'reserved');
    const counted = resolved.reduce((sum, vend) => sum + vend.tokenCount, 0);
    const waiting = model.journal.size - counted;
    if (waiting < 0) throw new Error('S1: more tokens than the module has made');
  }

  /** What past purchases left behind, added up afresh from the vends. */
  private lookAtPurchases(): void {
    const { model } = this;
    const all = [...model.vends.values()];
    for (const agreementId of new Set([...model.meters.values()].map((m) => m.agreementId))) {
      const vends = all.filter((vend) => vend.agreement?.agreementId === agreementId);
      const months = monthsOf(vends);
      const counted = vends.filter((vend) => vend.state !== 'declined');
      lookAtMonth(
        model.stateOf(agreementId),
        counted.filter((vend) => months.get(vend.vendId) === model.stateOf(agreementId).month),
      );
      lookAtCharges(counted, months);
      lookAtFreeUnits(counted);
    }
    const paid = all
      .filter((vend) => vend.state !== 'declined')
      .flatMap((vend) => vend.lines.filter((line) => line.kind === 'debt'));
    const collected = paid.reduce((sum, line) => sum + line.money, 0n);
    const [debt] = model.debts;
    if (debt === undefined || debt.owed + collected !== DEBT || debt.owed < 0n) {
      throw new Error('what is owed and what was collected are not the debt');
    }
  }
}

/** The vends are those of the state's month. */
function lookAtMonth(state: PurchaseState, vends: readonly Vend[]): void {
  const tendered = vends.reduce((sum, vend) => sum + vend.tendered, 0n);
  const free = vends.reduce((sum, vend) => sum + vend.freeEnergy, 0);
  if (state.tenderedThisMonth !== tendered) throw new Error('the month is not its vends');
  if (state.freeEnergyThisMonth !== free) throw new Error('free units are not their vends');
  const energy = vends.reduce((sum, vend) => sum + boughtBy(vend), 0);
  if (state.energyThisMonth < energy || state.energyThisMonth > energy + free) {
    throw new Error(`steps count ${state.energyThisMonth}, bought ${energy}, free ${free}`);
  }
}

/**
 * Free units are of the month that the clock showed: set back over the turn it may show the month
 * before once more, whose units were not claimed.
 */
function lookAtFreeUnits(vends: readonly Vend[]): void {
  const given = vends.filter((vend) => vend.freeEnergy > 0);
  const months = new Set(given.map((vend) => monthOf(utcDate(vend.requestedAt))));
  if (months.size !== given.length) throw new Error('free units of one month were given twice');
}

/** Nobody pays a month's charge twice: at most those of the months between, and those caught up. */
function lookAtCharges(vends: readonly Vend[], months: ReadonlyMap<VendId, number>): void {
  const lines = vends.flatMap((vend) => vend.lines.filter((line) => line.kind === 'fixed'));
  const paid = lines.reduce((sum, line) => sum + line.money, 0n);
  const [first] = vends;
  const last = vends.at(-1);
  if (first === undefined || last === undefined) return;
  const passed = monthNumber(months.get(last.vendId)) - monthNumber(months.get(first.vendId));
  if (paid > MONTHLY.money * BigInt(passed + MONTHLY.catchUpMax)) {
    throw new Error(`${paid} was paid for the charges of ${passed} months`);
  }
}

function monthNumber(month = 0): number {
  return Math.floor(month / 100) * 12 + (month % 100);
}

/** The months of an agreement's vends, which do not end twice, whatever the clock says. */
function monthsOf(vends: readonly Vend[]): ReadonlyMap<VendId, number> {
  let latest = 0;
  return new Map(
    vends.map((vend) => {
      latest = Math.max(latest, monthOf(utcDate(vend.requestedAt)));
      return [vend.vendId, latest];
    }),
  );
}

function boughtBy(vend: Vend): number {
  return vend.credit.kind === 'energy' ? vend.credit.energy : 0;
}

test(`L1, L2, L4, V1 to V3, V5, T1 to T3 hold after every deed of ${HISTORIES} histories`, () => {
  const seen = { posted: 0, declined: 0, free: 0, debts: 0, charged: 0 };
  fc.assert(
    fc.property(fc.array(deed, { minLength: 5, maxLength: 30 }), (deeds) => {
      const history = new History();
      history.play(deeds);
      for (const vend of history.model.vends.values()) {
        if (vend.state === 'posted') seen.posted += 1;
        if (vend.state === 'declined') seen.declined += 1;
        if (vend.freeEnergy > 0) seen.free += 1;
        if (vend.lines.some((line) => line.kind === 'debt')) seen.debts += 1;
        if (vend.lines.some((line) => line.kind === 'fixed')) seen.charged += 1;
      }
    }),
    { numRuns: HISTORIES },
  );
  // The histories are of the kind that was meant.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(HISTORIES / 20);
}, 300_000);
