/** GET /v1/health: whether the parts are there. Open to all, so it is asked rarely and says little. */
import { PUBLIC } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { remembered } from './remembered.ts';
import { healthSchema } from './schemas/health.ts';
import { problems } from './schemas/problem.ts';

const FRESH_MS = 1000;
const PATIENCE_MS = 2000;

type Health = {
  readonly status: 'ok' | 'degraded';
  readonly database: 'up' | 'down';
  readonly security_module: 'up' | 'down';
};

export function healthRoutes(app: App, context: ServerContext): void {
  const health = remembered(FRESH_MS, context.clock, () => askHealth(context));
  app.get(
    '/v1/health',
    {
      config: { access: PUBLIC },
      schema: {
        operationId: 'readHealth',
        summary: 'Whether database and security module can be reached',
        tags: ['service'],
        response: { 200: healthSchema, ...problems('host_not_allowed', 'internal_error') },
      },
    },
    () => health(),
  );
}

async function askHealth(context: ServerContext): Promise<Health> {
  const [database, module] = await Promise.all([
    answersInTime(context.database.query({ name: 'health', text: 'select 1 as one' })),
    answersInTime(context.module.report()),
  ]);
  return {
    status: database && module ? 'ok' : 'degraded',
    database: database ? 'up' : 'down',
    security_module: module ? 'up' : 'down',
  };
}

function answersInTime(asked: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(false), PATIENCE_MS);
    asked
      .then(
        () => resolve(true),
        () => resolve(false),
      )
      .finally(() => clearTimeout(late));
  });
}
