/** GET /v1/roles: the roles there are, what each may do, and which do not go together. */
import { STRONG_ROLES } from '@wattvend/vending/factor-policy.js';
import { permissionsOf } from '@wattvend/vending/permissions.js';
import { INCOMPATIBLE_ROLES, ROLES } from '@wattvend/vending/roles.js';
import { may } from './access.ts';
import type { App } from './context.ts';
import { SECURITY_USER } from './openapi.ts';
import { problems, READ_REFUSALS } from './schemas/problem.ts';
import { rolesSchema } from './schemas/staff.ts';

export function roleRoutes(app: App): void {
  app.get(
    '/v1/roles',
    {
      config: { access: may('user.read') },
      schema: {
        operationId: 'listRoles',
        summary: 'All roles, what each may do, and which one person may not hold together',
        tags: ['staff'],
        security: SECURITY_USER,
        response: { 200: rolesSchema, ...problems(...READ_REFUSALS) },
      },
    },
    () => ({
      roles: ROLES.map((role) => ({
        role,
        permissions: [...permissionsOf([role])],
        needs_second_factor: STRONG_ROLES.includes(role),
      })),
      incompatible: INCOMPATIBLE_ROLES.map(({ roles: [one, other], why, mayBeFounder }) => ({
        roles: [one, other],
        why,
        founder_may: mayBeFounder,
      })),
    }),
  );
}
