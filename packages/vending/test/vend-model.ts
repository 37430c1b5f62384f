/**
 * A utility in memory, to play ten thousand histories: store, ledger and security module are maps,
 * and what is decided is decided by the very functions that the desk uses. What the model leaves out
 * is SQL, which vend-history.test.ts plays against.
 */
import { createHash } from 'node:crypto';
import type { AccountId } from '@wattvend/ledger/account.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import type { IssueAnswer, IssueRequest } from '@wattvend/security-module/security-module.js';
import type { Drn, MeterPan } from '@wattvend/sts/meter-pan.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import type { NumericToken } from '@wattvend/sts/token.js';
import { type TokenIdentifier, tokenIdentifierAt } from '@wattvend/sts/token-identifier.js';
import type { LocalDate } from '@wattvend/tariff/calendar.js';
import { NO_PURCHASES, type PurchaseState } from '@wattvend/tariff/purchase-state.js';
import type { DebtDue } from '@wattvend/tariff/quote.js';
import { basisPoints, type Tariff } from '@wattvend/tariff/tariff.js';
import {
  type DeskRequest,
  decide,
  type ReserveOutcome,
  vendIdOf,
} from '@wattvend/vending/decide.js';
import type { DeskView } from '@wattvend/vending/desk-view.js';
import { resolution, stateTakenBack } from '@wattvend/vending/resolve.js';
import { saleEntry } from '@wattvend/vending/sale-entry.js';
import type { Supply } from '@wattvend/vending/supply.js';
import { issueRequests, tokenIdentifiersOf } from '@wattvend/vending/token-plan.js';
import type { AgreementId, MeterId, Vend, VendId, VendorId } from '@wattvend/vending/vend.js';

const PLACES = 2;

/** The utility's calendar is that of UTC; other time zones are the business of local-date.test.ts. */
export function utcDate(at: Instant): LocalDate {
  const date = new Date(at);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}

export interface ModelMeter {
  readonly meterNumber: Drn;
  readonly meterId: MeterId;
  readonly agreementId: AgreementId;
  keyEpoch: number;
  last: TokenIdentifier | null;
}

interface ModelDebt {
  readonly due: DebtDue;
  readonly agreementId: AgreementId;
  owed: bigint;
}

export interface TariffInForce {
  readonly from: Instant;
  readonly tariff: Tariff;
}

/** What the security module is to refuse for good: a position of every vend, or nothing. */
export type ModuleMood = 'willing' | 'refuses-first' | 'refuses-last' | 'refuses-all';

export class VendModel {
  now: Instant;
  mood: ModuleMood = 'willing';
  readonly meters: Map<Drn, ModelMeter> = new Map();
  readonly states: Map<AgreementId, PurchaseState> = new Map();
  readonly debts: ModelDebt[] = [];
  readonly vendors: Map<VendorId, { posted: bigint; reserved: bigint }> = new Map();
  readonly tariffs: TariffInForce[] = [];
  readonly requests: Map<VendId, Uint8Array> = new Map();
  readonly payments: Map<string, VendId> = new Map();
  readonly vends: Map<VendId, Vend> = new Map();
  readonly reservations: Map<VendId, { vendorId: VendorId; money: bigint }> = new Map();
  readonly resolvedReservations: Map<VendId, number> = new Map();
  readonly entries: Map<VendId, readonly { account: string; money: bigint }[]> = new Map();
  readonly tokens: { vendId: VendId; meterId: MeterId; epoch: number; identifier: number }[] = [];
  /** The module's journal: digits by vend and position, of which it never makes other ones. */
  readonly journal: Map<string, { digits: string; request: string }> = new Map();
  /** What the module has answered and nobody has posted: lost by a crash. */
  readonly answered: Map<VendId, readonly IssueAnswer[]> = new Map();

  constructor(now: Instant) {
    this.now = now;
  }

  tariffAt(): TariffInForce {
    const inForce = this.tariffs.filter(({ from }) => from <= this.now);
    const [last] = inForce.sort((a, b) => b.from - a.from);
    if (last === undefined) throw new Error('the model has no tariff');
    return last;
  }

  private supplyOf(meter: ModelMeter): Supply {
    return {
      meterId: meter.meterId,
      meterNumber: meter.meterNumber,
      meterPan: `000000${meter.meterNumber}0` as MeterPan,
      status: 'active',
      key: {
        keyEpoch: meter.keyEpoch,
        supplyGroupCode: supplyGroupCode('100001'),
        tariffIndex: tariffIndex('01'),
        keyRevisionNumber: keyRevisionNumber(1),
        keyType: 2,
        baseDate: 2014,
        dkga: '04',
        encryptionAlgorithm: '07',
      },
      keyExpiryNumber: keyExpiryNumber(255),
      lastTokenIdentifier: meter.last,
      address: '',
      customerName: null,
      agreement: {
        agreementId: meter.agreementId,
        accountNumber: meter.meterNumber,
        beganAt: instant(Date.UTC(2026, 0, 15)),
        exemptions: [],
        entitlements: [],
        mostDebtShare: basisPoints(10_000),
        tariffId: 't',
        tariffVersion: 1,
        state: this.states.get(meter.agreementId) ?? NO_PURCHASES,
      },
    };
  }

  private view(requests: readonly DeskRequest[]): DeskView {
    const asked = new Set(requests.map(({ request }) => request.meterNumber));
    const meters = [...this.meters.values()].filter(({ meterNumber }) => asked.has(meterNumber));
    const { tariff } = this.tariffAt();
    const debts = new Map<AgreementId, readonly DebtDue[]>();
    for (const { due, agreementId, owed } of this.debts) {
      if (owed === 0n) continue;
      const balance = minorUnits(owed);
      debts.set(agreementId, [...(debts.get(agreementId) ?? []), { ...due, balance }]);
    }
    return {
      ...{ now: this.now, localDate: utcDate, decimalPlaces: PLACES, moduleAvailable: true },
      supplies: new Map(meters.map((meter) => [meter.meterNumber, this.supplyOf(meter)])),
      vendors: new Map(
        [...this.vendors.keys()].map((vendorId) => [
          vendorId,
          {
            ...{ vendorId, name: vendorId, floatAccountId: `float:${vendorId}` as AccountId },
            ...{ suspended: false, shiftRequired: false },
          },
        ]),
      ),
      tariffs: () => ({
        ...{ tariffId: 't', version: 1, name: 'Model', tariff },
        ...{ needsPublished: false, accounts: [] },
      }),
      values: {},
      known: new Map(this.requests),
      payments: new Map(this.payments),
      states: new Map(meters.map((meter) => [meter.agreementId, this.stateOf(meter.agreementId)])),
      debts,
      lastTokenIdentifier: new Map(meters.map((meter) => [meter.meterId, meter.last])),
      available: new Map(
        [...this.vendors].map(([vendorId, { posted, reserved }]) => [
          vendorId,
          minorUnits(posted - reserved),
        ]),
      ),
      operators: { limits: new Map(), shifts: new Map() },
    };
  }

  stateOf(agreementId: AgreementId): PurchaseState {
    return this.states.get(agreementId) ?? NO_PURCHASES;
  }

  /** Transaction 1, for a batch. */
  reserve(requests: readonly DeskRequest[]): readonly ReserveOutcome[] {
    const view = this.view(requests);
    const outcomes = requests.map((asked) => decide(view, asked));
    for (const [index, outcome] of outcomes.entries()) {
      const asked = requests[index];
      if (outcome.kind !== 'reserved' || asked === undefined) continue;
      const { vend } = outcome;
      this.requests.set(vendIdOf(asked), asked.hash);
      this.vends.set(vend.vendId, vend);
      this.advance(vend);
      if (vend.vendor !== null && vend.kind === 'sale') {
        const { vendorId } = vend.vendor;
        this.reservations.set(vend.vendId, { vendorId, money: vend.tendered });
        const float = this.vendors.get(vendorId);
        if (float !== undefined) float.reserved += vend.tendered;
      }
      this.collect(vend, 1n);
      if (vend.payment?.reference !== undefined && vend.payment.reference !== null) {
        this.payments.set(`${vend.payment.method} ${vend.payment.reference}`, vend.vendId);
      }
    }
    for (const [agreementId, state] of view.states) this.states.set(agreementId, state);
    return outcomes;
  }

  private advance(vend: Vend): void {
    const meter = this.meters.get(vend.meter.meterNumber);
    const last = tokenIdentifiersOf(vend).at(-1);
    if (meter === undefined || last === undefined) throw new Error('a vend without a meter');
    if (meter.last !== null && last <= meter.last) throw new Error('an identifier does not rise');
    const clock = tokenIdentifierAt(this.now, 2014);
    if (clock.kind === 'fault' || last - clock.tokenIdentifier > 60) {
      throw new Error('an identifier runs more than an hour ahead');
    }
    meter.last = last;
  }

  private collect(vend: Vend, sign: 1n | -1n): void {
    for (const line of vend.lines) {
      if (line.kind !== 'debt') continue;
      const debt = this.debts.find(({ due }) => due.debtId === line.id);
      if (debt !== undefined) debt.owed -= sign * line.money;
    }
  }

  /** The security module: a function of the request, which it counts once. */
  issue(vendId: VendId): void {
    const vend = this.vends.get(vendId);
    if (vend?.state !== 'reserved') return;
    const requests = issueRequests(vend, PLACES);
    this.answered.set(
      vendId,
      requests.map((request) => this.answerOf(request, requests.length)),
    );
  }

  private answerOf(request: IssueRequest, count: number): IssueAnswer {
    const { vendId, position } = request;
    const name = `${vendId} ${position}`;
    const content = JSON.stringify(request, (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    const known = this.journal.get(name);
    if (known !== undefined && known.request !== content) {
      return { kind: 'refused', vendId, position, refusal: 'vend_id_conflict' };
    }
    const refuses =
      this.mood === 'refuses-all' ||
      (this.mood === 'refuses-first' && position === 0) ||
      (this.mood === 'refuses-last' && position === count - 1);
    if (known === undefined && refuses) {
      return { kind: 'refused', vendId, position, refusal: 'free_credit_above_cap' };
    }
    const digits = known?.digits ?? digitsOf(name + content);
    if (known === undefined) this.journal.set(name, { digits, request: content });
    const sequence = BigInt([...this.journal.keys()].indexOf(name) + 1);
    const receipt = '00'.repeat(32);
    return { kind: 'issued', vendId, position, token: digits as NumericToken, sequence, receipt };
  }

  /** Transaction 2. */
  post(vendId: VendId): void {
    const vend = this.vends.get(vendId);
    const answers = this.answered.get(vendId);
    if (vend?.state !== 'reserved' || answers === undefined) return;
    const resolved = resolution({ vend, answers }, this.now, PLACES);
    this.answered.delete(vendId);
    this.vends.set(vendId, resolved.vend);
    for (const token of resolved.issued) {
      const { meterId } = vend.meter;
      const epoch = vend.key.keyEpoch;
      this.tokens.push({ vendId, meterId, epoch, identifier: token.tokenIdentifier });
    }
    this.resolveMoney(resolved.vend);
    if (resolved.takeBack === 'nothing' || vend.agreement === null) return;
    const { agreementId } = vend.agreement;
    const state = stateTakenBack(this.stateOf(agreementId), vend, resolved.takeBack, utcDate);
    this.states.set(agreementId, state);
    if (resolved.takeBack === 'all') this.collect(vend, -1n);
  }

  private resolveMoney(vend: Vend): void {
    const reservation = this.reservations.get(vend.vendId);
    if (reservation === undefined) return;
    this.reservations.delete(vend.vendId);
    const times = this.resolvedReservations.get(vend.vendId) ?? 0;
    this.resolvedReservations.set(vend.vendId, times + 1);
    const float = this.vendors.get(reservation.vendorId);
    if (float === undefined) throw new Error('a reservation without a float');
    float.reserved -= reservation.money;
    if (vend.state === 'declined') {
      const { payment } = vend;
      if (payment !== null) this.payments.delete(`${payment.method} ${payment.reference}`);
      return;
    }
    const accounts = { idOf: (code: string) => code as AccountId };
    const { postings } = saleEntry(accounts, vend);
    this.entries.set(
      vend.vendId,
      postings.map(({ accountId, money }) => ({ account: accountId, money })),
    );
    float.posted -= postings.reduce(
      (sum, { accountId, money }) => (accountId.startsWith('float:') ? sum + money : sum),
      0n,
    );
  }

  /** What is only in memory is gone. */
  crash(): void {
    this.answered.clear();
  }

  /** Everything that was left half-way is finished. */
  sweep(): void {
    for (const vend of [...this.vends.values()]) {
      if (vend.state !== 'reserved') continue;
      this.issue(vend.vendId);
      this.post(vend.vendId);
    }
  }
}

function digitsOf(text: string): string {
  const number = createHash('sha256').update(text).digest().readBigUInt64BE();
  return String(number).padStart(20, '0');
}
