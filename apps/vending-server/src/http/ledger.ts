/** /v1/ledger: balances of any instant, what moved on an account, and whether the past is whole. */
import type { Account } from '@wattvend/ledger/account.js';
import { findAccounts } from '@wattvend/ledger/account.js';
import { accountStatement, type StatementLine } from '@wattvend/ledger/account-statement.js';
import { type ChainHead, readChainState } from '@wattvend/ledger/chain-head.js';
import { type AccountBalance, trialBalance } from '@wattvend/ledger/trial-balance.js';
import { type ChainFault, verifyChain } from '@wattvend/ledger/verify-chain.js';
import { month } from '@wattvend/quantities/month.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import { z } from 'zod';
import { endOfWallDate, wallDates } from '../wall-date.ts';
import { may } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { afterField, cursorText, positionOf, refuseCursor } from './cursor.ts';
import { instantText } from './json.ts';
import { SECURITY_USER } from './openapi.ts';
import { sendProblem } from './problem.ts';
import { perPrincipal } from './rate-limits.ts';
import { dayField, idField, limitField } from './schemas/fields.ts';
import {
  accountStatementSchema,
  chainCheckSchema,
  chainSchema,
  trialBalanceSchema,
} from './schemas/ledger.ts';
import { problems, READ_REFUSALS } from './schemas/problem.ts';

type ChainCheckJson = z.infer<typeof chainCheckSchema>;

const DAY_MS = 86_400_000;
// A balance of an hour ago adds up an hour's entries; a check reads all there ever were.
const BALANCES_A_MINUTE = 60;
const CHECKS_A_MINUTE = 4;

export function ledgerRoutes(app: App, context: ServerContext): void {
  trialBalanceRoute(app, context);
  statementRoute(app, context);
  chainRoutes(app, context);
}

function trialBalanceRoute(app: App, { database, utility, clock }: ServerContext): void {
  app.get(
    '/v1/ledger/trial-balance',
    {
      config: { access: may('ledger.read'), rateLimit: perPrincipal(BALANCES_A_MINUTE) },
      schema: {
        operationId: 'readTrialBalance',
        summary: 'What every account had moved by an instant, now or in the past',
        tags: ['ledger'],
        security: SECURITY_USER,
        querystring: z.strictObject({
          at: z.iso
            .datetime({ offset: true })
            .optional()
            .meta({ description: 'That millisecond included; now when it is not given' }),
        }),
        response: { 200: trialBalanceSchema, ...problems(...READ_REFUSALS, 'too_many_requests') },
      },
    },
    async (request) => {
      const { at } = request.query;
      const asked = at === undefined ? clock() : instant(Date.parse(at));
      const balance = await trialBalance(database, utility.book, asked);
      return {
        at: instantText(balance.at),
        final: balance.isFinal,
        accounts: balance.accounts.map(balanceJson),
        debit_minor: String(balance.debitMinor),
        credit_minor: String(balance.creditMinor),
        balanced: balance.debitMinor === balance.creditMinor,
      };
    },
  );
}

function accountJson({ code, name, kind, normalSide, group }: Account) {
  return { code, name, kind, normal_side: normalSide, group };
}

function balanceJson(each: AccountBalance): z.infer<typeof trialBalanceSchema>['accounts'][number] {
  return {
    ...accountJson(each.account),
    debit_minor: String(each.debitMinor),
    credit_minor: String(each.creditMinor),
    balance_minor: String(each.balanceMinor),
  };
}

// The place of the last line of the page before.
const PLACE = z.tuple([z.int().min(0), idField, z.int().min(100_001).max(999_912)]);

function statementRoute(app: App, { database, utility }: ServerContext): void {
  const dateOf = wallDates(utility.timeZone);
  app.get(
    '/v1/ledger/accounts/:code/statement',
    {
      config: { access: may('ledger.read'), rateLimit: perPrincipal(BALANCES_A_MINUTE) },
      schema: {
        operationId: 'readAccountStatement',
        summary: 'What moved on an account of the ledger, entry by entry',
        tags: ['ledger'],
        security: SECURITY_USER,
        params: z.strictObject({ code: z.string().min(1).max(200) }),
        querystring: z.strictObject({
          from: dayField,
          to: dayField,
          limit: limitField,
          after: afterField,
        }),
        response: {
          200: accountStatementSchema,
          ...problems(...READ_REFUSALS, 'too_many_requests', 'ledger_account_not_found'),
        },
      },
    },
    async (request, reply) => {
      const { from, to, limit } = request.query;
      if (to < from) {
        const errors = [{ path: 'query.to', message: 'lies before `from`' }];
        return sendProblem(reply, 'request_invalid', { errors });
      }
      const place = positionOf(request.query.after, PLACE);
      if (place === 'fault') return refuseCursor(reply);
      const { code } = request.params;
      const account = (await findAccounts(database, utility.book, [code])).get(code);
      if (account === undefined) return sendProblem(reply, 'ledger_account_not_found');
      const statement = await accountStatement(database, utility.book, {
        accountId: account.accountId,
        from: startOfDay(from, dateOf),
        to: instant(endOfWallDate(to, dateOf) - 1),
        after: place === null ? null : placeOf(place),
        limit,
      });
      const { next } = statement;
      return {
        account: accountJson(account),
        from,
        to,
        opening_minor: String(statement.openingMinor),
        closing_minor: String(statement.closingMinor),
        lines: statement.lines.map(lineJson),
        next: next === null ? null : cursorText([next.postedAt, next.entryId, next.month]),
      };
    },
  );
}

/** Where the day before ends. */
function startOfDay(day: string, dateOf: (at: Instant) => string): Instant {
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
  return endOfWallDate(before, dateOf);
}

function placeOf([postedAt, entryId, inMonth]: z.infer<typeof PLACE>) {
  return { postedAt: instant(postedAt), entryId, month: month(inMonth) };
}

function lineJson(line: StatementLine): z.infer<typeof accountStatementSchema>['lines'][number] {
  return {
    posted_at: instantText(line.postedAt),
    entry_id: line.entryId,
    kind: line.kind,
    debit_minor: String(line.debitMinor),
    credit_minor: String(line.creditMinor),
    balance_minor: String(line.balanceMinor),
  };
}

function chainRoutes(app: App, { database, utility, clock }: ServerContext): void {
  let lastCheck: ChainCheckJson | null = null;
  app.get(
    '/v1/ledger/chain',
    {
      config: { access: may('ledger.read') },
      schema: {
        operationId: 'readChain',
        summary: "How far the ledger is closed, and the end of its chain of blocks' hashes",
        tags: ['ledger'],
        security: SECURITY_USER,
        response: { 200: chainSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async () => {
      const { closedTo, sealedTo, head } = await readChainState(database, utility.book);
      return {
        closed_to: momentText(closedTo),
        sealed_to: momentText(sealedTo),
        head: headJson(head),
        last_check: lastCheck,
      };
    },
  );
  app.get(
    '/v1/ledger/chain/check',
    {
      config: { access: may('ledger.read'), rateLimit: perPrincipal(CHECKS_A_MINUTE) },
      schema: {
        operationId: 'checkChain',
        summary: 'Read every entry again and find what was edited, added, removed or reordered',
        description:
          'With the `block` and `hash` of a head that was written down earlier, also what was cut ' +
          'off or written anew since.',
        tags: ['ledger'],
        security: SECURITY_USER,
        querystring: z.strictObject({
          block: z
            .string()
            .regex(/^\d{1,18}$/)
            .optional(),
          hash: z
            .string()
            .regex(/^[0-9a-f]{64}$/)
            .optional(),
        }),
        response: { 200: chainCheckSchema, ...problems(...READ_REFUSALS, 'too_many_requests') },
      },
    },
    async (request, reply) => {
      const { block, hash } = request.query;
      if ((block === undefined) !== (hash === undefined)) {
        const errors = [{ path: 'query', message: 'has a block or a hash, and not the other' }];
        return sendProblem(reply, 'request_invalid', { errors });
      }
      const known =
        block === undefined || hash === undefined ? null : { blockNumber: BigInt(block), hash };
      const report = await verifyChain(database, utility.book, known);
      lastCheck = {
        checked_at: instantText(clock()),
        intact: report.faults.length === 0,
        blocks: report.blocks,
        entries: report.entries,
        checked_to: momentText(report.checkedTo),
        head: headJson(report.head),
        faults: report.faults.map(faultJson),
      };
      return lastCheck;
    },
  );
}

/** Null for a ledger that was never closed. */
function momentText(at: Instant): string | null {
  return at === 0 ? null : instantText(at);
}

function headJson(head: ChainHead | null): ChainCheckJson['head'] {
  return head === null ? null : { block: String(head.blockNumber), hash: head.hash };
}

function faultJson(fault: ChainFault): ChainCheckJson['faults'][number] {
  return {
    kind: fault.kind,
    block: 'blockNumber' in fault ? String(fault.blockNumber) : null,
    entry_id: 'entryId' in fault ? fault.entryId : null,
    position: 'position' in fault ? fault.position : null,
  };
}
