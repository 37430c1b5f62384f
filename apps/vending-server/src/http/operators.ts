/** The people who sell for a vendor, and how much each of them may. */
import { listOperators, type Operator, setOperatorLimits } from '@wattvend/vending/operators.js';
import type { UserId } from '@wattvend/vending/users.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { z } from 'zod';
import { authorOf, may, nameOf, principalOf, userOf, visibleVendor } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { SECURITY_USER } from './openapi.ts';
import { moneyOf, plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { idField } from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import { newOperatorLimitsSchema, operatorSchema, operatorsSchema } from './schemas/shift.ts';
import { vendorInSight } from './vendor-sight.ts';

export function operatorRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  limitsRoute(app, context);
}

function listRoute(app: App, { database, utility }: ServerContext): void {
  app.get(
    '/v1/vendors/:id/operators',
    {
      config: { access: may('shift.read') },
      schema: {
        operationId: 'listOperators',
        summary: 'Who sells for a vendor, and how much; for a cashier only themself',
        tags: ['shifts'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        response: { 200: operatorsSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async (request, reply) => {
      const vendorId = vendorInSight(request, reply, request.params.id);
      if (vendorId === null) return reply;
      const all = await listOperators(database, utility.utilityId, vendorId);
      const isColleague = visibleVendor(principalOf(request)) !== null;
      const { userId } = userOf(request);
      const operators = all.filter((operator) => !isColleague || operator.userId === userId);
      return { operators: operators.map(operatorJson) };
    },
  );
}

// Zero would be a limit nobody could meet; whoever must not sell is disabled or suspended.
const LEAST_LIMIT = 1n;

function limitsRoute(app: App, { database, utility, clock }: ServerContext): void {
  app.put(
    '/v1/vendors/:id/operators/:user_id/limits',
    {
      config: { access: may('vendor.write') },
      schema: {
        operationId: 'setOperatorLimits',
        summary: 'Say how much an operator may sell; the same again changes nothing',
        tags: ['shifts'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField, user_id: idField }),
        body: newOperatorLimitsSchema,
        response: { 200: operatorSchema, ...problems(...WRITE_REFUSALS, 'operator_not_found') },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const limits = {
        mostTendered: moneyOrNull(body.most_tendered_minor),
        mostPerDay: moneyOrNull(body.most_per_day_minor),
        mostVendsPerDay: body.most_vends_per_day,
      };
      const errors = (
        [
          ['body.most_tendered_minor', limits.mostTendered],
          ['body.most_per_day_minor', limits.mostPerDay],
        ] as const
      ).flatMap(([path, money]) =>
        money !== null && money < LEAST_LIMIT ? [{ path, message: 'must be above zero' }] : [],
      );
      if (errors.length > 0) return sendProblem(reply, 'request_invalid', { errors });
      const change = {
        vendorId: plainId<VendorId>(request.params.id),
        userId: plainId<UserId>(request.params.user_id),
        limits,
        setBy: nameOf(principalOf(request)),
        author: authorOf(request),
      };
      const answer = await setOperatorLimits(database, utility.utilityId, change, clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return operatorJson(answer.operator);
    },
  );
}

function moneyOrNull(text: string | null): ReturnType<typeof moneyOf> | null {
  return text === null ? null : moneyOf(text);
}

function operatorJson(operator: Operator): z.infer<typeof operatorSchema> {
  const { limits, openShift } = operator;
  const textOrNull = (money: bigint | null) => (money === null ? null : String(money));
  return {
    id: operator.userId,
    sign_in_name: operator.signInName,
    display_name: operator.displayName,
    disabled: operator.disabled,
    limits: {
      most_tendered_minor: textOrNull(limits.mostTendered),
      most_per_day_minor: textOrNull(limits.mostPerDay),
      most_vends_per_day: limits.mostVendsPerDay,
    },
    open_shift:
      openShift === null
        ? null
        : { id: openShift.shiftId, opened_at: instantText(openShift.openedAt) },
  };
}
