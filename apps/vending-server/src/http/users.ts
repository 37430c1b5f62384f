/** /v1/users: the people who use the platform. A security officer adds them and takes access away. */
import { randomUUID } from 'node:crypto';
import { type ChangeRolesAnswer, changeRoles } from '@wattvend/vending/change-roles.js';
import { type CreateUserAnswer, createUser } from '@wattvend/vending/create-user.js';
import { disableUser } from '@wattvend/vending/disable-user.js';
import { resetFactors } from '@wattvend/vending/reset-factors.js';
import { resetPassword } from '@wattvend/vending/reset-password.js';
import { type ListedUser, listUsers, type UserId } from '@wattvend/vending/users.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { authorOf, may } from './access.ts';
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
  userRolesSchema,
  userSchema,
  usersSchema,
} from './schemas/staff.ts';

// Each costs what a sign-in costs, half a second of a processor.
const PASSWORDS_A_MINUTE = 30;

export function userRoutes(app: App, context: ServerContext): void {
  listRoute(app, context);
  addRoute(app, context);
  disableRoute(app, context);
  passwordRoute(app, context);
  rolesRoute(app, context);
  factorsRoute(app, context);
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
            'roles_incompatible',
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
      const answer = await createUser(desk, user, authorOf(request), context.clock());
      if (answer.kind === 'refused') return sendStaffRefusal(reply, answer);
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
      const named = { userId: plainId<UserId>(request.params.id), by: authorOf(request) };
      const { utilityId } = context.utility;
      const answer = await disableUser(context.database, utilityId, named, context.clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
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
      const named = { userId: plainId<UserId>(request.params.id), by: authorOf(request) };
      const desk = { ...context, utilityId: context.utility.utilityId };
      const answer = await resetPassword(desk, named, context.clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return { password: answer.password };
    },
  );
}

function rolesRoute(app: App, context: ServerContext): void {
  app.put(
    '/v1/users/:id/roles',
    {
      config: { access: may('user.write') },
      schema: {
        operationId: 'changeRoles',
        summary: 'Replace the roles of a user; they hold from the next request on',
        tags: ['staff'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        body: userRolesSchema,
        response: {
          200: userSchema,
          ...problems(
            ...WRITE_REFUSALS,
            'own_user',
            'user_not_found',
            'user_disabled',
            'roles_incompatible',
            'vendor_not_found',
          ),
        },
      },
    },
    async (request, reply) => {
      const { database, utility, clock } = context;
      const { roles, vendor_id: vendor } = request.body;
      const wanted = {
        userId: plainId<UserId>(request.params.id),
        roles,
        vendorId: vendor === null ? null : plainId<VendorId>(vendor),
        by: authorOf(request),
      };
      const answer = await changeRoles(database, utility.utilityId, wanted, clock());
      if (answer.kind === 'refused') return sendStaffRefusal(reply, answer);
      return userJson({ user: answer.user, disabled: false });
    },
  );
}

function factorsRoute(app: App, context: ServerContext): void {
  app.delete(
    '/v1/users/:id/second-factors',
    {
      config: { access: may('user.write') },
      schema: {
        operationId: 'resetSecondFactors',
        summary: 'Take away all second factors of somebody who has lost them; all sessions end',
        tags: ['staff'],
        security: SECURITY_USER,
        params: z.strictObject({ id: idField }),
        response: {
          204: NO_CONTENT,
          ...problems(...WRITE_REFUSALS, 'own_user', 'user_not_found', 'user_disabled'),
        },
      },
    },
    async (request, reply) => {
      const { database, utility, clock } = context;
      const named = { userId: plainId<UserId>(request.params.id), by: authorOf(request) };
      const answer = await resetFactors(database, utility.utilityId, named, clock());
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return reply.code(204).send(null);
    },
  );
}

type StaffRefusal = Extract<CreateUserAnswer | ChangeRolesAnswer, { readonly kind: 'refused' }>;

function sendStaffRefusal(reply: FastifyReply, answer: StaffRefusal): FastifyReply {
  if (answer.refusal !== 'roles_incompatible') return sendProblem(reply, answer.refusal);
  const [one, other] = answer.pair.roles;
  const values = { one, other, why: answer.pair.why };
  return sendProblem(reply, 'roles_incompatible', { values });
}

function userJson({ user, disabled }: ListedUser): UserJson {
  const { vendor } = user;
  return {
    id: user.userId,
    sign_in_name: user.signInName,
    display_name: user.displayName,
    roles: [...user.roles],
    founder: user.roleRule === 'founder',
    vendor: vendor === null ? null : { id: vendor.vendorId, name: vendor.name },
    disabled,
  };
}
