/** /v1/debts: what customers owe beside the electricity, how it is recovered, and forgiving it. */
import { minorUnits } from '@wattvend/quantities/money.js';
import { basisPoints } from '@wattvend/tariff/tariff.js';
import type { ApprovalId } from '@wattvend/vending/approvals.js';
import {
  changeDebt,
  type DebtChangeId,
  type DebtChangeRefusal,
  listDebtChanges,
} from '@wattvend/vending/change-debt.js';
import {
  type AgreementId,
  type Debt,
  type DebtId,
  type DebtTerms,
  findDebt,
  listDebts,
  type Recovery,
  type TermsFault,
} from '@wattvend/vending/debts.js';
import { type DebtRefusal, putDebt } from '@wattvend/vending/put-debt.js';
import { requestWriteOff } from '@wattvend/vending/write-off.js';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { may, nameOf, principalOf, userOf } from './access.ts';
import { approvalJson } from './approvals.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { moneyText, rateText } from './money-text.ts';
import { SECURITY_USER } from './openapi.ts';
import { moneyOf, plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { approvalSchema } from './schemas/approval.ts';
import {
  debtChangeSchema,
  debtSchema,
  debtsSchema,
  debtWithHistorySchema,
  newDebtSchema,
  type recoverySchema,
  writeOffSchema,
} from './schemas/debt.ts';
import { idField } from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';

const TAGS = ['debts'];
const ID_PARAMS = z.strictObject({ id: idField });

export function debtRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  readRoute(app, context);
  putRoute(app, context);
  changeRoute(app, context);
  writeOffRoute(app, context);
}

function listRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/agreements/:id/debts',
    {
      config: { access: may('debt.read') },
      schema: {
        operationId: 'listDebts',
        summary: 'All debts of an agreement, in the order in which purchases serve them',
        tags: TAGS,
        security: SECURITY_USER,
        params: ID_PARAMS,
        response: { 200: debtsSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request) => {
      const agreementId = plainId<AgreementId>(request.params.id);
      const debts = await listDebts(database, utility.utilityId, agreementId);
      return { debts: debts.map((debt) => debtJson(utility, debt)) };
    },
  );
}

function readRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/debts/:id',
    {
      config: { access: may('debt.read') },
      schema: {
        operationId: 'readDebt',
        summary: 'One debt, with what people did with it',
        tags: TAGS,
        security: SECURITY_USER,
        params: ID_PARAMS,
        response: { 200: debtWithHistorySchema, ...problems(...READ_REFUSALS, 'debt_not_found') },
      },
    },
    async (request, reply) => {
      const debtId = plainId<DebtId>(request.params.id);
      const { utilityId } = utility;
      const debt = await findDebt(database, utilityId, debtId);
      if (debt === null) return sendProblem(reply, 'debt_not_found');
      const changes = await listDebtChanges(database, utilityId, debtId);
      return {
        ...debtJson(utility, debt),
        changes: changes.map((change) => ({
          id: change.changeId,
          kind: change.kind,
          changed_by: change.changedBy,
          changed_at: instantText(change.changedAt),
          reason: change.reason,
          details: { ...change.details },
        })),
      };
    },
  );
}

function putRoute(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  app.put(
    '/v1/debts/:id',
    {
      config: { access: may('debt.write') },
      schema: {
        operationId: 'putDebt',
        summary: 'Write a debt down, once for each id',
        description:
          'Purchases of the agreement pay it off by its terms from collect_from on. A share is ' +
          'text with its unit, so that 10 cannot mean 1000 %.',
        tags: TAGS,
        security: SECURITY_USER,
        params: ID_PARAMS,
        body: newDebtSchema,
        response: {
          200: debtSchema,
          201: debtSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'debt_id_conflict',
            'agreement_not_found',
            'agreement_ended',
            'debt_not_positive',
            'debt_terms_faulty',
          ),
        },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const debt = {
        debtId: plainId<DebtId>(request.params.id),
        agreementId: plainId<AgreementId>(body.agreement_id),
        kind: body.kind,
        name: body.name,
        principal: moneyOf(body.principal_minor),
        ...termsOf(body),
        agreedOn: body.agreed_on,
        reference: body.reference,
        createdBy: nameOf(principalOf(request)),
      };
      const answer = await putDebt(database, utility, debt, clock());
      if (answer.kind === 'refused') return sendDebtRefusal(reply, answer.refusal);
      return reply.code(answer.first ? 201 : 200).send(debtJson(utility, answer.debt));
    },
  );
}

function changeRoute(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  app.put(
    '/v1/debts/:id/changes/:change_id',
    {
      config: { access: may('debt.write') },
      schema: {
        operationId: 'changeDebt',
        summary: 'Change the terms of a debt, suspend it or take it up again; once for each id',
        tags: TAGS,
        security: SECURITY_USER,
        params: z.strictObject({ id: idField, change_id: idField }),
        body: debtChangeSchema,
        response: {
          200: debtSchema,
          201: debtSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'debt_not_found',
            'debt_change_id_conflict',
            'debt_settled',
            'debt_terms_faulty',
          ),
        },
      },
    },
    async (request, reply) => {
      const { params, body, ip } = request;
      const { change } = body;
      const asked = {
        changeId: plainId<DebtChangeId>(params.change_id),
        debtId: plainId<DebtId>(params.id),
        change:
          change.kind === 'terms'
            ? { kind: change.kind, terms: termsOf(change.terms) }
            : { kind: change.kind },
        reason: body.reason,
        changedBy: nameOf(principalOf(request)),
        actor: { kind: 'user', id: userOf(request).userId, address: ip },
      } as const;
      const answer = await changeDebt(database, utility.utilityId, asked, clock());
      if (answer.kind === 'refused') return sendDebtRefusal(reply, answer.refusal);
      return reply.code(answer.first ? 201 : 200).send(debtJson(utility, answer.debt));
    },
  );
}

function writeOffRoute(app: App, context: ServerContext): void {
  const { database, utility, clock } = context;
  app.put(
    '/v1/debts/:id/write-offs/:approval_id',
    {
      config: { access: may('debt.write_off.request') },
      schema: {
        operationId: 'requestWriteOff',
        summary: 'Ask for a debt to be written off, whole or in part; another person decides',
        tags: TAGS,
        security: SECURITY_USER,
        params: z.strictObject({ id: idField, approval_id: idField }),
        body: writeOffSchema,
        response: {
          200: approvalSchema,
          201: approvalSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'approval_id_conflict',
            'debt_not_found',
            'write_off_not_positive',
            'write_off_above_debt',
          ),
        },
      },
    },
    async (request, reply) => {
      const { params, body, ip } = request;
      const user = userOf(request);
      const order = {
        approvalId: plainId<ApprovalId>(params.approval_id),
        debtId: plainId<DebtId>(params.id),
        money: moneyOf(body.write_off_minor),
        reason: body.reason,
        documentReference: body.document_reference,
        requestedBy: user.userId,
        address: ip,
      };
      const answer = await requestWriteOff(database, utility, order, clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal.code);
      return reply.code(answer.first ? 201 : 200).send(approvalJson(answer.approval, user));
    },
  );
}

type RecoveryJson = z.infer<typeof recoverySchema>;

function termsOf(terms: {
  readonly priority: number;
  readonly recovery: RecoveryJson;
  readonly least_minor: string;
  readonly collect_from: string;
}): DebtTerms {
  return {
    priority: terms.priority,
    recovery: recoveryOf(terms.recovery),
    least: moneyOf(terms.least_minor),
    collectFrom: terms.collect_from,
  };
}

function recoveryOf(recovery: RecoveryJson): Recovery {
  if (recovery.kind === 'whole') return recovery;
  if (recovery.kind === 'share') return { kind: 'share', share: shareOf(recovery.share) };
  return { kind: 'fixed', money: moneyOf(recovery.fixed_minor), per: recovery.per };
}

/** "2.5 %" is 250 hundredths of a per cent; the schema has looked at the form. */
function shareOf(text: string) {
  const [whole = '', fraction = ''] = text.replace(/ ?%$/, '').split('.');
  return basisPoints(Number(whole) * 100 + Number(fraction.padEnd(2, '0')));
}

const TERMS_FAULTS: Readonly<Record<TermsFault, string>> = {
  share_zero: 'a share of 0 % never pays the debt off',
  fixed_not_positive: 'an instalment of nothing never pays the debt off',
  least_above_fixed: 'the least of each purchase is above the instalment',
};

function sendDebtRefusal(
  reply: FastifyReply,
  refusal: DebtRefusal | DebtChangeRefusal,
): FastifyReply {
  if (!('fault' in refusal)) return sendProblem(reply, refusal.code);
  return sendProblem(reply, refusal.code, { values: { fault: TERMS_FAULTS[refusal.fault] } });
}

function debtJson(utility: ServerContext['utility'], debt: Debt): z.infer<typeof debtSchema> {
  return {
    id: debt.debtId,
    agreement_id: debt.agreementId,
    account_number: debt.accountNumber,
    kind: debt.kind,
    name: debt.name,
    principal_minor: String(debt.principal),
    owed_minor: String(debt.owed),
    state: debt.state,
    priority: debt.priority,
    recovery: recoveryJson(debt.recovery),
    recovery_in_words: inWords(utility, debt.recovery),
    least_minor: String(debt.least),
    agreed_on: debt.agreedOn,
    collect_from: debt.collectFrom,
    reference: debt.reference,
    created_by: debt.createdBy,
    created_at: instantText(debt.createdAt),
  };
}

function recoveryJson(recovery: Recovery): RecoveryJson {
  if (recovery.kind === 'whole') return { kind: 'whole' };
  if (recovery.kind === 'share') return { kind: 'share', share: rateText(recovery.share) };
  return { kind: 'fixed', fixed_minor: String(recovery.money), per: recovery.per };
}

/** What it means, with an example: who mistypes a share sees it before the customer does. */
function inWords(utility: ServerContext['utility'], recovery: Recovery): string {
  if (recovery.kind === 'whole') return 'All of it must be paid before anything is sold.';
  if (recovery.kind === 'fixed') {
    const each = recovery.per === 'month' ? 'in each month' : 'of each purchase';
    return `${moneyText(utility, recovery.money)} ${each}.`;
  }
  const example = minorUnits(10n ** BigInt(utility.decimalPlaces) * 100n);
  const part = minorUnits((example * BigInt(recovery.share)) / 10_000n);
  const share = rateText(recovery.share);
  return `${share} of each purchase: of ${moneyText(utility, example)} the debt takes ${moneyText(utility, part)}.`;
}
