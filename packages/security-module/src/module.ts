/**
 * The machine: which requests are granted, in which order they are examined, and what they are
 * answered. It is told the time and the octets under the signatures; it knows no socket.
 */
import { createHmac, type KeyObject } from 'node:crypto';
import { type Instant, MILLISECONDS_PER_MINUTE } from '@wattvend/quantities/time.js';
import { isKeyExpired } from '@wattvend/sts/supply-group.js';
import { decryptToken, encryptToken, type NumericToken } from '@wattvend/sts/token.js';
import { tokenCipher } from '@wattvend/sts/token-cipher.js';
import {
  instantOfTokenIdentifier,
  isReservedTokenIdentifier,
} from '@wattvend/sts/token-identifier.js';
import {
  type Authorisation,
  canonicalIssueBatch,
  canonicalVerification,
  checkAuthorisation,
} from './authorisation.ts';
import { canonicalIssueRequest, octetsOfOrder, requestHash } from './canonical-request.ts';
import { freeCreditAccount, freeCreditOf } from './free-credit.ts';
import { classAndSubclassOf, codeOf, isInRange, isMadeUnder, tokenOf } from './issue-content.ts';
import { refusalOfGrounds } from './issue-grounds.ts';
import { freeCreditCapOf } from './issue-policy.ts';
import type { Journal } from './journal.ts';
import {
  type IssueGrounds,
  type JournalRecord,
  type NewIssue,
  ORDER_OCTETS,
} from './journal-format.ts';
import { signReport } from './report.ts';
import type { UnsealedModule } from './sealed-file.ts';
import type {
  BatchRefusal,
  IssueAnswer,
  IssueRefusal,
  IssueRequest,
  MeterKeyAttributes,
  ModuleReport,
  VerifyAnswer,
  VerifyRequest,
} from './security-module.ts';
import { octetsFromUuid } from './uuid.ts';
import type { VendingKey } from './vending-keys.ts';

/**
 * How far a token identifier may lie ahead of the module's clock, in minutes. The vending service
 * goes 60 minutes ahead at most, when it sells many tokens for one meter within an hour; five more
 * are for two clocks that differ. Beyond that somebody is making tokens for after an audit.
 */
const TOKEN_IDENTIFIER_AHEAD_MAX = 65;

/**
 * How far it may lie behind for what was not issued before, in minutes: seven days. A vend
 * that was reserved and not issued when everything stood still is finished by the recovery after an
 * outage of a long weekend; one that waited longer is declined and its money given back, which is
 * safe, for no digits ever left. A vend that was issued is answered whatever its age.
 */
const TOKEN_IDENTIFIER_BEHIND_MAX = 7 * 24 * 60;

export type BatchAnswer<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly code: BatchRefusal; readonly detail: string }
  | { readonly kind: 'unavailable'; readonly detail: string };

/** The answer to one request, and the sequence that must be durable before it may leave. */
interface Decision {
  readonly answer: IssueAnswer;
  readonly sequence: number;
}

/** A class, because it hides the keys and owns the journal. */
export class IssuingModule {
  readonly #sealed: UnsealedModule;
  readonly #journal: Journal;
  readonly #clock: () => Instant;

  constructor(o: {
    readonly sealed: UnsealedModule;
    readonly journal: Journal;
    readonly clock: () => Instant;
  }) {
    this.#sealed = o.sealed;
    this.#journal = o.journal;
    this.#clock = o.clock;
  }

  /**
   * Issues a batch of 1 to 256 requests under one authorisation; refusals of single requests stand
   * among the answers. Up to the first await everything happens in one turn, so that two batches
   * with the same vend id cannot both find it new.
   */
  async issue(batch: {
    readonly requests: readonly IssueRequest[];
    readonly authorisation: Authorisation;
  }): Promise<BatchAnswer<readonly IssueAnswer[]>> {
    const now = this.#clock();
    const canonicalRequests = batch.requests.map(canonicalIssueRequest);
    const authorised = checkAuthorisation({
      authorisation: batch.authorisation,
      canonical: canonicalIssueBatch({ ...batch.authorisation, canonicalRequests }),
      authorisedSigner: this.#sealed.authorisedSigner,
      now,
    });
    if (authorised.kind === 'refused') return authorised;
    if (!this.#journal.isWritable) return { kind: 'unavailable', detail: 'journal not writable' };

    const decisions: Decision[] = [];
    for (const [place, request] of batch.requests.entries()) {
      const canonicalRequest = canonicalRequests[place];
      if (canonicalRequest === undefined) throw new Error('unreachable: one for each request');
      decisions.push(this.#decide(request, canonicalRequest, now));
    }
    const last = decisions.reduce((most, decision) => Math.max(most, decision.sequence), 0);
    if (last > 0 && !(await this.#journal.commit(last))) {
      return { kind: 'unavailable', detail: 'the journal could not be written' };
    }
    return { kind: 'answer', answer: decisions.map((decision) => decision.answer) };
  }

  /** The refusals in the order of ISSUE_REFUSALS; then the token is counted unless it was before. */
  #decide(request: IssueRequest, canonicalRequest: Uint8Array, now: Instant): Decision {
    const ungrounded = refusalOfGrounds(request, this.#sealed.policy);
    if (ungrounded !== null) return refuse(request, ungrounded);
    const vendingKey = this.#sealed.vendingKeys.find(request);
    if (vendingKey === null) return refuse(request, 'vending_key_unknown');
    if (!isMadeUnder(request.keyType, request.content)) {
      return refuse(request, 'key_type_not_for_content');
    }
    if (isKeyExpired(request.tokenIdentifier, vendingKey.attributes.keyExpiryNumber)) {
      return refuse(request, 'vending_key_expired');
    }
    const vendId = octetsFromUuid(request.vendId);
    const known = this.#journal.find(vendId, request.position);
    const hash = requestHash(canonicalRequest);
    const isSame = known?.issue.requestHash === hash;
    if (!isSame && isOffClock(request, now)) return refuse(request, 'token_identifier_off_clock');
    if (isReservedTokenIdentifier(request.tokenIdentifier)) {
      return refuse(request, 'token_identifier_reserved');
    }
    if (!isInRange(request.content)) return refuse(request, 'content_out_of_range');
    if (known !== null && !isSame) return refuse(request, 'vend_id_conflict');

    const issue = known?.issue ?? this.#newIssue(request, vendId, hash, now);
    if (known === null && this.#isAboveCap(request, issue)) {
      return refuse(request, 'free_credit_above_cap');
    }
    // The digits come before the record: if making them fails, nothing was counted.
    const token = this.#makeToken(request, vendingKey, canonicalRequest);
    const record = known ?? this.#journal.stage(issue);
    return { answer: issued(request, token, record), sequence: record.sequence };
  }

  #newIssue(request: IssueRequest, vendId: Buffer, hash: string, issuedAt: Instant): NewIssue {
    const { basis, content, position } = request;
    const { tokenClass, subclass } = classAndSubclassOf(content);
    return {
      vendId,
      position,
      requestHash: hash,
      issuedAt,
      tokenClass,
      subclass,
      code: codeOf(content),
      basis,
      grounds: basis === 'sale' ? null : this.#grounds(request, { tokenClass, subclass }),
    };
  }

  #grounds(request: IssueRequest, token: Pick<NewIssue, 'tokenClass' | 'subclass'>): IssueGrounds {
    const { moduleSecret } = this.#sealed;
    return {
      freeCreditAccount: freeCreditAccount({ moduleSecret, meterPan: request.meterPan, ...token }),
      order: request.order === null ? Buffer.alloc(ORDER_OCTETS) : octetsOfOrder(request.order),
    };
  }

  #isAboveCap({ content }: IssueRequest, issue: NewIssue): boolean {
    const credit = freeCreditOf(issue);
    if (credit === 0n || issue.grounds === null) return false;
    if (content.kind !== 'credit' && content.kind !== 'credit-currency') return false;
    const sum = this.#journal.freeCredit.sum(issue.grounds.freeCreditAccount, issue.issuedAt);
    return sum + credit > freeCreditCapOf(this.#sealed.policy.freeCreditCaps, content);
  }

  #makeToken(
    request: IssueRequest,
    vendingKey: VendingKey,
    canonicalRequest: Uint8Array,
  ): NumericToken {
    const cipher = tokenCipher(request.encryptionAlgorithm, vendingKey.deriveDecoderKey(request));
    const random = drawRandom(this.#sealed.moduleSecret, canonicalRequest);
    const { tokenIdentifier } = request;
    return encryptToken(tokenOf(request.content, { random, tokenIdentifier }), cipher);
  }

  /** Says what a token opens to. Nothing is counted; the journal is not asked. */
  verify(o: {
    readonly request: VerifyRequest;
    readonly authorisation: Authorisation;
  }): BatchAnswer<VerifyAnswer> {
    const authorised = checkAuthorisation({
      authorisation: o.authorisation,
      canonical: canonicalVerification({ ...o.authorisation, request: o.request }),
      authorisedSigner: this.#sealed.authorisedSigner,
      now: this.#clock(),
    });
    if (authorised.kind === 'refused') return authorised;
    return { kind: 'answer', answer: this.#open(o.request) };
  }

  #open(request: VerifyRequest & MeterKeyAttributes): VerifyAnswer {
    const vendingKey = this.#sealed.vendingKeys.find(request);
    if (vendingKey === null) return { kind: 'refused', refusal: 'vending_key_unknown' };
    const cipher = tokenCipher(request.encryptionAlgorithm, vendingKey.deriveDecoderKey(request));
    const opened = decryptToken(request.token, cipher);
    if (opened.kind === 'token') {
      const { token } = opened;
      if (token.name === 'electricity') return { kind: 'token', token };
      // What is in it is not told: a key change section holds a part of a key.
      const { subclass, tokenClass } = token;
      return { kind: 'fault', fault: 'other-token', tokenClass, subclass };
    }
    return opened.fault === 'crc' ? opened : { ...opened, fault: 'other-token' };
  }

  /** The durable state; what is being written is not yet counted. */
  report(): ModuleReport {
    const { sequence, chain } = this.#journal.head;
    const { byKind, byBasis } = this.#journal.counts;
    return signReport(
      {
        moduleId: this.#sealed.moduleId,
        issued: BigInt(sequence),
        issuedByKind: byKind,
        issuedByBasis: byBasis,
        receipt: hexadecimal(chain),
        keys: this.#sealed.vendingKeys.report(),
        at: this.#clock(),
        identityKey: this.#sealed.identityKey.toString('hex'),
      },
      this.#sealed.identityPrivateKey,
    );
  }
}

function refuse({ vendId, position }: IssueRequest, refusal: IssueRefusal): Decision {
  return { answer: { kind: 'refused', vendId, position, refusal }, sequence: 0 };
}

function issued(
  { vendId, position }: IssueRequest,
  token: NumericToken,
  record: JournalRecord,
): IssueAnswer {
  const sequence = BigInt(record.sequence);
  return { kind: 'issued', vendId, position, token, sequence, receipt: hexadecimal(record.chain) };
}

/** Of octets as they are, one character each. */
function hexadecimal(octets: string): string {
  return Buffer.from(octets, 'latin1').toString('hex');
}

function isOffClock(request: IssueRequest, now: Instant): boolean {
  const minute = instantOfTokenIdentifier(request.tokenIdentifier, request.baseDate);
  return (
    minute - now > TOKEN_IDENTIFIER_AHEAD_MAX * MILLISECONDS_PER_MINUTE ||
    now - minute > TOKEN_IDENTIFIER_BEHIND_MAX * MILLISECONDS_PER_MINUTE
  );
}

/**
 * The random field of a token, 0 to 15: the low four bits of HMAC-SHA-256 of the request under the
 * module's secret. Different for equal purchases, because the vend ids differ, and the same for the
 * same request, because an answer must be repeatable.
 */
function drawRandom(moduleSecret: KeyObject, canonicalRequest: Uint8Array): number {
  const code = createHmac('sha256', moduleSecret).update(canonicalRequest).digest('hex');
  return Number.parseInt(code.slice(-1), 16);
}
