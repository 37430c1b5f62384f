import { describe, expect, test } from 'vitest';
import type { Quote, Vend } from '../src/api/model.ts';
import { noAnswer, parseProblem, type Refusal } from '../src/api/refusal.ts';
import {
  forgetPendingSale,
  keepPendingSale,
  parsePendingSale,
  pendingSaleName,
  readPendingSale,
  type TextStore,
} from '../src/sale/pending-sale.ts';
import { refusalPlace } from '../src/sale/refusal-place.ts';
import {
  applySaleEvent,
  type PendingSale,
  type SaleAction,
  type SaleEvent,
  type SaleState,
} from '../src/sale/sale.ts';

const ID = '0b9a7a4e-6f5e-4a53-9d3a-2f4c8f0f0001';
const OTHER = '0b9a7a4e-6f5e-4a53-9d3a-2f4c8f0f0002';
const request = { meter_number: '01100000007', tendered_minor: '5000' };
const pending: PendingSale = { id: ID, request, begunAt: 1_000 };
const tariff = { id: 't', name: 'Domestic', version: 1 };
const quote: Quote = {
  ...request,
  customer_name: null,
  address: 'x',
  account_number: '1001',
  energy_tenth_kwh: 22,
  credit_minor: null,
  free_tenth_kwh: 0,
  month_tenth_kwh: 22,
  lines: [],
  tariff,
};

function vend(state: Vend['state'], declined: string | null = null): Vend {
  return {
    ...quote,
    id: ID,
    kind: 'sale',
    channel: 'counter',
    payment: null,
    state,
    requested_at: '2026-11-22T10:00:00Z',
    posted_at: null,
    vendor: { id: 'v', name: 'Shop' },
    sold_by: 'Mary',
    supply_group_code: '123457',
    tariff_index: '01',
    key_revision_number: 1,
    tokens: [],
    receipt_number: null,
    reprint_count: 0,
    declined_reason: declined,
  };
}

function problem(status: number, code: string, retryAfter: string | null = null): Refusal {
  return parseProblem(status, { code, title: code, detail: code }, retryAfter);
}

const press: SaleEvent = { kind: 'sell-pressed', id: ID, at: 1_000 };
const quoted: SaleState = { kind: 'quoted', request, quote };
const selling: SaleState = { kind: 'selling', pending };
const unknown: SaleState = { kind: 'unknown', pending, asked: 1, refusal: null };

function idsOf(actions: readonly SaleAction[]): readonly string[] {
  return actions.flatMap((action) => ('pending' in action ? [action.pending.id] : []));
}

test('a sale goes from idle over its quote to sold, and is kept before it is sent', () => {
  const first = applySaleEvent({ kind: 'idle' }, { kind: 'quoted', request, quote });
  expect(first.state).toEqual(quoted);
  const second = applySaleEvent(first.state, press);
  expect(second.state).toEqual(selling);
  expect(second.actions).toEqual([
    { kind: 'keep', pending },
    { kind: 'send', pending },
  ]);
  const sold = vend('posted');
  const third = applySaleEvent(second.state, { kind: 'answered', id: ID, vend: sold });
  expect(third).toEqual({ state: { kind: 'sold', vend: sold }, actions: [{ kind: 'forget' }] });
});

test('nothing can be sold without a quote', () => {
  expect(applySaleEvent({ kind: 'idle' }, press)).toEqual({ state: { kind: 'idle' }, actions: [] });
});

describe('a sale without an answer', () => {
  test('a second press, a new quote or a new sale changes nothing', () => {
    const events: readonly SaleEvent[] = [
      { ...press, id: OTHER },
      { kind: 'quoted', request, quote },
      { kind: 'quote-cleared' },
      { kind: 'new-sale' },
      { kind: 'resumed', pending: { ...pending, id: OTHER } },
    ];
    for (const state of [selling, unknown]) {
      for (const event of events) {
        expect(applySaleEvent(state, event)).toEqual({ state, actions: [] });
      }
    }
  });

  test.each([
    ['no answer at all', noAnswer()],
    ['vend_outcome_unknown', problem(503, 'vend_outcome_unknown')],
    ['security_module_unavailable', problem(503, 'security_module_unavailable')],
    ['a proxy that gave up', parseProblem(502, '<html>')],
    ['a bug of the server', problem(500, 'fault')],
    ['too many requests', problem(429, 'slow_down')],
  ])('%s is unknown and is asked for again with the same id', (_, refusal) => {
    const step = applySaleEvent(selling, { kind: 'refused', id: ID, refusal });
    expect(step.state).toMatchObject({ kind: 'unknown', pending, asked: 1 });
    expect(step.actions).toEqual([{ kind: 'send-later', pending, milliseconds: 1000 }]);
  });

  test('the same id is used for any number of questions, and the waits grow to a limit', () => {
    let state: SaleState = selling;
    const waits: number[] = [];
    for (let asked = 0; asked < 12; asked++) {
      const step = applySaleEvent(state, { kind: 'refused', id: ID, refusal: noAnswer() });
      expect(idsOf(step.actions)).toEqual([ID]);
      for (const action of step.actions) {
        if (action.kind === 'send-later') waits.push(action.milliseconds);
      }
      state = step.state;
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBe(8000);
  });

  test('the server may ask for more patience, up to half a minute', () => {
    const wait = (seconds: string): SaleAction | undefined =>
      applySaleEvent(selling, {
        kind: 'refused',
        id: ID,
        refusal: problem(503, 'vend_outcome_unknown', seconds),
      }).actions[0];
    expect(wait('12')).toMatchObject({ milliseconds: 12_000 });
    expect(wait('3600')).toMatchObject({ milliseconds: 30_000 });
  });

  test('a vend that is only reserved is asked for again', () => {
    const step = applySaleEvent(selling, { kind: 'answered', id: ID, vend: vend('reserved') });
    expect(step.state.kind).toBe('unknown');
    expect(idsOf(step.actions)).toEqual([ID]);
  });

  test('asking by hand repeats the id', () => {
    expect(applySaleEvent(unknown, { kind: 'ask-pressed' }).actions).toEqual([
      { kind: 'send', pending },
    ]);
  });

  test('after a reload the kept sale is asked for with the kept id', () => {
    const step = applySaleEvent({ kind: 'idle' }, { kind: 'resumed', pending });
    expect(step.state).toMatchObject({ kind: 'unknown', pending });
    expect(step.actions).toEqual([{ kind: 'send', pending }]);
  });

  test('an answer to another sale is ignored', () => {
    const late: SaleEvent = { kind: 'answered', id: OTHER, vend: vend('posted') };
    expect(applySaleEvent(unknown, late)).toEqual({ state: unknown, actions: [] });
    const refusal = problem(404, 'meter_not_found');
    const refused: SaleEvent = { kind: 'refused', id: OTHER, refusal };
    expect(applySaleEvent(unknown, refused)).toEqual({ state: unknown, actions: [] });
  });

  test('a sign-in that ran out says nothing about an earlier question', () => {
    const refusal = problem(401, 'not_signed_in');
    expect(applySaleEvent(unknown, { kind: 'refused', id: ID, refusal }).state.kind).toBe(
      'unknown',
    );
    expect(applySaleEvent(selling, { kind: 'refused', id: ID, refusal }).state.kind).toBe(
      'refused',
    );
  });

  test('it ends with a refusal only when the server gives one', () => {
    const refusal = problem(409, 'float_exceeded');
    const step = applySaleEvent(unknown, { kind: 'refused', id: ID, refusal });
    expect(step.state).toEqual({ kind: 'refused', request, refusal });
    expect(step.actions).toEqual([{ kind: 'forget' }]);
  });

  test('a declined vend is a refusal, and a new sale gets a new id', () => {
    const answer: SaleEvent = { kind: 'answered', id: ID, vend: vend('declined', 'meter_blocked') };
    const step = applySaleEvent(unknown, answer);
    expect(step.state).toMatchObject({ kind: 'refused', refusal: { code: 'meter_blocked' } });
    const again = applySaleEvent(step.state, { kind: 'quoted', request, quote });
    expect(idsOf(applySaleEvent(again.state, { ...press, id: OTHER }).actions)).toEqual([
      OTHER,
      OTHER,
    ]);
  });

  test('put aside, it is forgotten here and lives on at the server', () => {
    expect(applySaleEvent(unknown, { kind: 'set-aside' })).toEqual({
      state: { kind: 'idle' },
      actions: [{ kind: 'forget' }],
    });
  });
});

function memoryStore(): TextStore & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, text) => void texts.set(name, text),
    removeItem: (name) => void texts.delete(name),
  };
}

const forbidden: TextStore = {
  getItem: () => {
    throw new DOMException('forbidden');
  },
  setItem: () => {
    throw new DOMException('full');
  },
  removeItem: () => {
    throw new DOMException('forbidden');
  },
};

describe('the kept sale', () => {
  test('survives a reload under the name of its user and is gone when forgotten', () => {
    const store = memoryStore();
    const name = pendingSaleName('utility', 'mary');
    keepPendingSale(store, name, pending);
    expect(readPendingSale(store, name)).toEqual(pending);
    expect(readPendingSale(store, pendingSaleName('utility', 'john'))).toBeNull();
    forgetPendingSale(store, name);
    expect(readPendingSale(store, name)).toBeNull();
  });

  test.each([
    [null],
    [''],
    ['{"id":"0b9a'],
    ['null'],
    ['7'],
    ['{}'],
    ['{"id":"","request":{"meter_number":"1","tendered_minor":"1"},"begunAt":1}'],
    ['{"id":"a","request":{"meter_number":"1"},"begunAt":1}'],
    ['{"id":"a","request":null,"begunAt":1}'],
    ['{"id":"a","request":{"meter_number":"1","tendered_minor":"1"}}'],
  ])('%s is no kept sale', (text) => {
    expect(parsePendingSale(text)).toBeNull();
  });

  test('a browser that forbids its storage does not stop a sale', () => {
    keepPendingSale(forbidden, 'x', pending);
    forgetPendingSale(forbidden, 'x');
    expect(readPendingSale(forbidden, 'x')).toBeNull();
  });
});

test.each([
  ['meter_number_invalid', 'meter'],
  ['meter_blocked', 'meter'],
  ['tendered_below_one_unit', 'money'],
  ['float_exceeded', 'money'],
  ['security_module_unavailable', 'sale'],
  ['a_code_of_tomorrow', 'sale'],
])('%s is shown at the %s', (code, place) => {
  expect(refusalPlace(problem(409, code))).toBe(place);
});

test('a request_invalid is shown at the field it names', () => {
  const refusal = parseProblem(400, {
    code: 'request_invalid',
    errors: [{ path: '/tendered_minor', message: 'must be digits' }],
  });
  expect(refusalPlace(refusal)).toBe('money');
});
