/** /v1/users: the people who use the platform. An operator adds them and takes access away. */
import { randomUUID } from 'node:crypto';
import { createUser } from '@wattvend/vending/create-user.js';
import { disableUser } from '@wattvend/vending/disable-user.js';
import { resetPassword } from '@wattvend/vending/reset-password.js';
import { type ListedUser, listUsers, type UserId } from '@wattvend/vending/users.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { may, userOf } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { SECURITY_USER } from './openapi.ts';
import { plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { perPrincipal } from './rate-limits.ts';
import { idField } from './schemas/fields.ts';
import { NO_CONTENT, problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import {
  addedUserSchema,
  generatedPasswordSchema,
  newUserSchema,
  type UserJson,
  usersSchema,
} from './schemas/staff.ts';

// Each costs what a sign-in costs, half a second of a processor.
const PASSWORDS_A_MINUTE = 30;

export function userRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  addRoute(app, context);
  disableRoute(app, context);
  passwordRoute(app, context);
}

function listRoute(app: App, context: ServerContext): void {
  app.get(
    '/v1/users',
    {
      config: { access: may('user.read') },
      schema: {
        operationId: 'listUsers',
        summary: 'All users, first those who may sign in',
        tags: ['staff'],
        security: SECURITY_USER,
        response: { 200: usersSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async () => {
      const users = await listUsers(context.database, context.utility.utilityId);
      return { users: users.map(userJson) };
    },
  );
}

function addRoute(app: App, context: ServerContext): void {
  app.post(
    '/v1/users',
    {
      config: { access: may('user.write'), rateLimit: perPrincipal(PASSWORDS_A_MINUTE) },
      schema: {
        operationId: 'addUser',
        summary: 'Add a user; the password is made by chance and shown this once',
        tags: ['staff'],
        security: SECURITY_USER,
        body: newUserSchema,
        response: {
          201: addedUserSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'too_many_requests',
            'sign_in_name_taken',
            'vendor_not_found',
          ),
        },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const user = {
        userId: randomUUID() as string as UserId,
        signInName: body.sign_in_name,
        displayName: body.display_name,
        roles: body.roles,
        vendorId: body.vendor_id === null ? null : plainId<VendorId>(body.vendor_id),
      };
      const desk = { ...context, utilityId: context.utility.utilityId };
      const answer = await createUser(desk, user, context.clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      record(context, request, user.userId, 'user added');
      const { password } = answer;
      const added = { user: userJson({ user: answer.user, disabled: false }), password };
      return reply.code(201).send(added);
    },
  );
}

function disableRoute(app: App, context: ServerContext): void {
  app.post(
    '/v1/users/:id/disable',
    {
      config: { access: may('user.write') },
      schema: {
        operationId: 'disableUser',
        summary: 'Take all access away from a user, at once; the same again changes nothing',
        tags: ['staff'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        response: {
          204: NO_CONTENT,
          ...problems(...WRITE_REFUSALS, 'own_user', 'user_not_found'),
        },
      },
    },
    async (request, reply) => {
      const named = {
        userId: plainId<UserId>(request.params.id),
        by: userOf(request).userId,
        address: request.ip,
      };
      const { utilityId } = context.utility;
      const answer = await disableUser(context.database, utilityId, named, context.clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      record(context, request, named.userId, 'user disabled');
      return reply.code(204).send(null);
    },
  );
}

function passwordRoute(app: App, context: ServerContext): void {
  app.post(
    '/v1/users/:id/password',
    {
      config: { access: may('user.write'), rateLimit: perPrincipal(PASSWORDS_A_MINUTE) },
      schema: {
        operationId: 'resetPassword',
        summary: "Give a user a new password, shown this once; all the user's sessions end",
        tags: ['staff'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        response: {
          200: generatedPasswordSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'too_many_requests',
            'own_user',
            'user_not_found',
            'user_disabled',
          ),
        },
      },
    },
    async (request, reply) => {
      const named = { userId: plainId<UserId>(request.params.id), by: userOf(request).userId };
      const desk = { ...context, utilityId: context.utility.utilityId };
      const answer = await resetPassword(desk, named);
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      record(context, request, named.userId, 'password reset');
      return { password: answer.password };
    },
  );
}

/** Whoever gives and takes access stands in the log, since the tables have no place for it. */
function record(
  { log }: ServerContext,
  request: FastifyRequest,
  user: UserId,
  what: 'user added' | 'user disabled' | 'password reset',
): void {
  log.info({ user, by: userOf(request).userId }, what);
}

function userJson({ user, disabled }: ListedUser): UserJson {
  const { vendor } = user;
  return {
    id: user.userId,
    sign_in_name: user.signInName,
    display_name: user.displayName,
    roles: [...user.roles],
    vendor: vendor === null ? null : { id: vendor.vendorId, name: vendor.name },
    disabled,
  };
}
