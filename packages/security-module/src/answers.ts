/**
 * The messages the module sends: an answer of the kind that was asked, or an error. The client
 * reads them with the same care as the module reads questions: what a broken module says is
 * unknown, not true.
 */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { instant } from '@wattvend/quantities/time.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  keyType,
  supplyGroupCode,
} from '@wattvend/sts/supply-group.js';
import { TOKEN_IDENTIFIER_MAX, tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { FieldFault, Fields } from './fields.ts';
import { MESSAGE_ID_MAX, readToken, SIGNATURE_OCTETS } from './messages.ts';
import {
  BATCH_REFUSALS,
  BATCH_REQUESTS_MAX,
  type BatchRefusal,
  CONTENT_KINDS,
  ISSUE_BASES,
  ISSUE_REFUSALS,
  type IssueAnswer,
  type ModuleReport,
  type ReportedKey,
  TOKEN_POSITION_MAX,
  VERIFY_REFUSALS,
  type VerifyAnswer,
} from './security-module.ts';
import { isUuid } from './uuid.ts';

export type AnswerMessage =
  | { readonly kind: 'issue'; readonly id: number; readonly answers: readonly IssueAnswer[] }
  | { readonly kind: 'verify'; readonly id: number; readonly answer: VerifyAnswer }
  | { readonly kind: 'report'; readonly id: number; readonly report: ModuleReport }
  | {
      readonly kind: 'error';
      /** Null when the question could not be read; the module then closes the connection. */
      readonly id: number | null;
      readonly code: BatchRefusal | 'unavailable';
      readonly detail: string;
    };

export function answerJson(message: AnswerMessage): object {
  switch (message.kind) {
    case 'issue':
      return { id: message.id, kind: 'issue', answers: message.answers.map(issueAnswerJson) };
    case 'verify':
      return { id: message.id, kind: 'verify', answer: verifyAnswerJson(message.answer) };
    case 'report':
      return { id: message.id, kind: 'report', report: reportJson(message.report) };
    case 'error':
      return { id: message.id, kind: 'error', code: message.code, detail: message.detail };
  }
}

function issueAnswerJson(answer: IssueAnswer): object {
  if (answer.kind === 'refused') {
    const { kind, vendId, position, refusal } = answer;
    return { kind, vend_id: vendId, position, refusal };
  }
  return {
    kind: 'issued',
    vend_id: answer.vendId,
    position: answer.position,
    token: answer.token,
    sequence: String(answer.sequence),
    receipt: answer.receipt,
  };
}

function verifyAnswerJson(answer: VerifyAnswer): object {
  switch (answer.kind) {
    case 'refused':
      return { kind: 'refused', refusal: answer.refusal };
    case 'fault':
      return answer.fault === 'crc'
        ? { kind: 'crc', token_class: answer.tokenClass }
        : {
            kind: 'other-token',
            token_class: answer.tokenClass,
            subclass: answer.subclass,
          };
    case 'token':
      return {
        kind: 'electricity',
        random: answer.token.random,
        token_identifier: answer.token.tokenIdentifier,
        energy_tenth_kwh: answer.token.energy,
      };
  }
}

function reportJson(report: ModuleReport): object {
  return {
    module_id: report.moduleId,
    issued: String(report.issued),
    issued_by_kind: countsJson(report.issuedByKind),
    issued_by_basis: countsJson(report.issuedByBasis),
    receipt: report.receipt,
    keys: report.keys.map((key) => ({
      supply_group_code: key.supplyGroupCode,
      key_revision_number: key.keyRevisionNumber,
      key_type: key.keyType,
      base_date: key.baseDate,
      key_expiry_number: key.keyExpiryNumber,
      dkga: key.dkga,
      key_check_value: key.keyCheckValue,
    })),
    at_ms: report.at,
    identity_key: report.identityKey,
    signature: report.signature,
  };
}

function countsJson(counts: Readonly<Record<string, bigint>>): object {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]));
}

export type ParsedAnswer =
  | { readonly kind: 'answer'; readonly message: AnswerMessage }
  | { readonly kind: 'fault'; readonly detail: string };

/** Reads one message of the module. */
export function parseAnswer(message: unknown): ParsedAnswer {
  try {
    const fields = new Fields(message, 'answer');
    const kind = fields.oneOf('kind', ['issue', 'verify', 'report', 'error'] as const);
    const answer = kind === 'error' ? readError(fields) : readAnswer(fields, kind);
    fields.end();
    return { kind: 'answer', message: answer };
  } catch (error) {
    if (error instanceof FieldFault) return { kind: 'fault', detail: error.message };
    throw error;
  }
}

function readError(fields: Fields): AnswerMessage {
  const id = fields.isNull('id') ? null : readId(fields);
  return {
    kind: 'error',
    id,
    code: fields.oneOf('code', [...BATCH_REFUSALS, 'unavailable'] as const),
    detail: fields.text('detail', /^.{0,300}$/, 'a short text'),
  };
}

function readId(fields: Fields): number {
  return fields.integer('id', 0, MESSAGE_ID_MAX);
}

function readAnswer(fields: Fields, kind: 'issue' | 'verify' | 'report'): AnswerMessage {
  const id = readId(fields);
  switch (kind) {
    case 'issue':
      return {
        kind,
        id,
        answers: fields.list('answers', 1, BATCH_REQUESTS_MAX).map(readIssueAnswer),
      };
    case 'verify':
      return { kind, id, answer: readVerifyAnswer(fields.object('answer')) };
    case 'report':
      return { kind, id, report: readReport(fields.object('report')) };
  }
}

const HEXADECIMAL_64 = /^[0-9a-f]{64}$/;

function readIssueAnswer(fields: Fields): IssueAnswer {
  const kind = fields.oneOf('kind', ['issued', 'refused'] as const);
  const vendId = fields.parsed('vend_id', (text) => (isUuid(text) ? text : null), 'a UUID');
  const position = fields.integer('position', 0, TOKEN_POSITION_MAX);
  const answer: IssueAnswer =
    kind === 'refused'
      ? { kind, vendId, position, refusal: fields.oneOf('refusal', ISSUE_REFUSALS) }
      : {
          kind,
          vendId,
          position,
          token: readToken(fields),
          sequence: fields.bigint('sequence'),
          receipt: fields.text('receipt', HEXADECIMAL_64, '64 hexadecimal digits'),
        };
  fields.end();
  return answer;
}

function readVerifyAnswer(fields: Fields): VerifyAnswer {
  const answer = readOpened(fields);
  fields.end();
  return answer;
}

function readOpened(fields: Fields): VerifyAnswer {
  const kinds = ['electricity', 'crc', 'other-token', 'refused'] as const;
  const kind = fields.oneOf('kind', kinds);
  switch (kind) {
    case 'refused':
      return { kind, refusal: fields.oneOf('refusal', VERIFY_REFUSALS) };
    case 'crc':
      return { kind: 'fault', fault: kind, tokenClass: fields.integer('token_class', 0, 3) };
    case 'other-token':
      return {
        kind: 'fault',
        fault: kind,
        tokenClass: fields.integer('token_class', 0, 3),
        subclass: fields.integer('subclass', 0, 15),
      };
    case 'electricity': {
      const identifier = fields.integer('token_identifier', 0, TOKEN_IDENTIFIER_MAX);
      return {
        kind: 'token',
        token: {
          tokenClass: 0,
          subclass: 0,
          name: 'electricity',
          random: fields.integer('random', 0, 15),
          tokenIdentifier: tokenIdentifier(identifier),
          energy: tenthKwh(fields.integer('energy_tenth_kwh', 0, Number.MAX_SAFE_INTEGER)),
        },
      };
    }
  }
}

function readReport(fields: Fields): ModuleReport {
  const report: ModuleReport = {
    moduleId: fields.text('module_id', /^[A-Za-z0-9._-]{1,64}$/, 'a module id'),
    issued: fields.bigint('issued'),
    issuedByKind: readCounts(fields.object('issued_by_kind'), CONTENT_KINDS),
    issuedByBasis: readCounts(fields.object('issued_by_basis'), ISSUE_BASES),
    receipt: fields.text('receipt', HEXADECIMAL_64, '64 hexadecimal digits'),
    keys: fields.list('keys', 0, 1000).map(readReportedKey),
    at: instant(fields.integer('at_ms', 0, Number.MAX_SAFE_INTEGER)),
    identityKey: fields.text('identity_key', HEXADECIMAL_64, '64 hexadecimal digits'),
    signature: fields.octets('signature', SIGNATURE_OCTETS).toString('hex'),
  };
  fields.end();
  return report;
}

function readCounts<Name extends string>(
  fields: Fields,
  names: readonly Name[],
): Readonly<Record<Name, bigint>> {
  const counts = names.map((name) => [name, fields.bigint(name)] as const);
  fields.end();
  return Object.fromEntries(counts) as Record<Name, bigint>;
}

function readReportedKey(fields: Fields): ReportedKey {
  const key: ReportedKey = {
    supplyGroupCode: supplyGroupCode(fields.text('supply_group_code', /^\d{6}$/, '6 digits')),
    keyRevisionNumber: keyRevisionNumber(fields.integer('key_revision_number', 1, 9)),
    keyType: keyType(fields.integer('key_type', 0, 3)),
    baseDate: fields.oneOf('base_date', [1993, 2014, 2035] as const),
    keyExpiryNumber: keyExpiryNumber(fields.integer('key_expiry_number', 0, 255)),
    dkga: fields.oneOf('dkga', ['02', '04'] as const),
    keyCheckValue: fields.text('key_check_value', /^[0-9a-f]{6}$/, '6 hexadecimal digits'),
  };
  fields.end();
  return key;
}
