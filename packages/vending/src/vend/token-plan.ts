/**
 * Which tokens a vend has, in which order and under which identifiers. All of it follows from the
 * vend, so that whoever finishes a vend that was left half-way asks the security module for the
 * very same tokens.
 */
import { hundredThousandths } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type {
  IssueAnswer,
  IssueRequest,
  TokenContent,
} from '@wattvend/security-module/security-module.js';
import type { TokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { instantOfTokenIdentifier, nextTokenIdentifier } from '@wattvend/sts/token-identifier.js';
import type { IssuedToken, Vend, VendOrder } from './vend.ts';

/** A currency token counts hundred-thousandths of the base currency. */
const CURRENCY_TOKEN_PLACES = 5;

export interface PlannedToken {
  readonly content: TokenContent;
  readonly basis: IssueRequest['basis'];
}

/** What a sale, a claim or an order comes to: free units first, then what was paid for. */
export function plannedTokens(
  vend: Pick<Vend, 'credit' | 'freeEnergy' | 'order'>,
  decimalPlaces: number,
): readonly PlannedToken[] {
  const { credit, freeEnergy, order } = vend;
  if (order !== null) {
    return order.contents.map((content) => ({ content, basis: 'order' as const }));
  }
  const tokens: PlannedToken[] = [];
  if (freeEnergy > 0) {
    const content = { kind: 'credit', service: 'electricity', amount: freeEnergy } as const;
    tokens.push({ content, basis: 'tariff' });
  }
  if (credit.kind === 'currency') {
    const money = hundredThousandths(
      credit.money * 10n ** BigInt(CURRENCY_TOKEN_PLACES - decimalPlaces),
    );
    const content = { kind: 'credit-currency', service: 'electricity', money } as const;
    tokens.push({ content, basis: 'sale' });
  } else if (credit.energy > 0) {
    const content = { kind: 'credit', service: 'electricity', amount: credit.energy } as const;
    tokens.push({ content, basis: 'sale' });
  }
  return tokens;
}

export type TakenTokenIdentifiers =
  | { readonly kind: 'taken'; readonly identifiers: readonly TokenIdentifier[] }
  /** The base date cannot count that minute. */
  | { readonly kind: 'out-of-range' };

/** The next identifiers of a meter, as many as are needed; none is the reserved minute. */
export function takeTokenIdentifiers(
  now: Instant,
  last: TokenIdentifier | null,
  baseDate: Vend['key']['baseDate'],
  count: number,
): TakenTokenIdentifiers {
  const identifiers: TokenIdentifier[] = [];
  let previous = last;
  for (let taken = 0; taken < count; taken++) {
    const next = nextTokenIdentifier(now, previous, baseDate);
    if (next.kind === 'fault') return { kind: 'out-of-range' };
    identifiers.push(next.tokenIdentifier);
    previous = next.tokenIdentifier;
  }
  return { kind: 'taken', identifiers };
}

/** The identifiers of a vend's tokens, from the first. */
export function tokenIdentifiersOf(
  vend: Pick<Vend, 'tokenIdentifier' | 'tokenCount' | 'key'>,
): readonly TokenIdentifier[] {
  const { tokenIdentifier, tokenCount, key } = vend;
  if (tokenCount === 1) return [tokenIdentifier];
  // At the minute of the first, with none before it, the first is the next.
  const minute = instantOfTokenIdentifier(tokenIdentifier, key.baseDate);
  const taken = takeTokenIdentifiers(minute, null, key.baseDate, tokenCount);
  if (taken.kind === 'out-of-range') throw new Error('a vend lies outside its base date');
  return taken.identifiers;
}

/** What the security module is asked for, a request for each token. */
export function issueRequests(vend: Vend, decimalPlaces: number): readonly IssueRequest[] {
  const identifiers = tokenIdentifiersOf(vend);
  const planned = plannedTokens(vend, decimalPlaces);
  if (planned.length !== identifiers.length) {
    throw new Error(`vend ${vend.vendId} has ${identifiers.length} identifiers for its tokens`);
  }
  return identifiers.map((tokenIdentifier, position) => ({
    vendId: vend.vendId,
    position,
    meterPan: vend.meter.meterPan,
    tokenIdentifier,
    ...(planned[position] as PlannedToken),
    order: issueOrder(vend.vendId, vend.order),
    ...vend.key,
  }));
}

function issueOrder(orderId: string, order: VendOrder | null): IssueRequest['order'] {
  if (order === null) return null;
  const { requestedBy, approvedBy } = order;
  return { orderId, requestedBy, approvedBy };
}

export interface IssueOutcome {
  readonly state: 'posted' | 'declined';
  readonly declinedReason: string | null;
  /** Everything the module has made, which is logged whatever becomes of the vend. */
  readonly issued: readonly IssuedToken[];
  /** Whether the free units were refused beside what was paid for: then nobody got them. */
  readonly isFreeRefused: boolean;
}

/**
 * What the module's answers come to. Whoever paid gets what was paid for, also when the module will
 * give no more free units today; anything else is given whole or not at all.
 */
export function issueOutcome(
  requests: readonly IssueRequest[],
  answers: readonly IssueAnswer[],
): IssueOutcome {
  const issued: IssuedToken[] = [];
  const refused: { readonly basis: IssueRequest['basis']; readonly refusal: string }[] = [];
  for (const [index, { position, tokenIdentifier, content, basis }] of requests.entries()) {
    const answer = answers[index];
    if (answer === undefined) throw new Error('an issue was not answered');
    if (answer.kind === 'refused') refused.push({ basis, refusal: answer.refusal });
    else {
      const { token: digits, sequence, receipt } = answer;
      issued.push({ position, tokenIdentifier, content, digits, sequence, receipt });
    }
  }
  const isSale = requests.some(({ basis }) => basis === 'sale');
  const decisive = refused.find(({ basis }) => !isSale || basis === 'sale');
  return {
    state: decisive === undefined ? 'posted' : 'declined',
    declinedReason: decisive?.refusal ?? null,
    issued,
    isFreeRefused: decisive === undefined && refused.length > 0,
  };
}
