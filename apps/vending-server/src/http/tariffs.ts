/** GET /v1/tariffs. */
import { listTariffs } from '@wattvend/vending/tariffs.js';
import { STAFF } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { SECURITY_STAFF } from './openapi.ts';
import { problems, READ_REFUSALS } from './schemas/problem.ts';
import { tariffsSchema } from './schemas/vendor.ts';

export function tariffRoutes(app: App, context: ServerContext): void {
  app.get(
    '/v1/tariffs',
    {
      config: { access: STAFF },
      schema: {
        operationId: 'listTariffs',
        summary: 'All versions of all tariffs',
        tags: ['tariffs'],
        security: SECURITY_STAFF,
        response: { 200: tariffsSchema, ...problems(...READ_REFUSALS) },
      },
    },
    async () => {
      const tariffs = await listTariffs(context.database, context.utility.utilityId);
      return {
        tariffs: tariffs.map((tariff) => ({
          id: tariff.tariffId,
          name: tariff.name,
          version: tariff.version,
          price_per_kwh_e4_minor: String(tariff.pricePerKwh),
          vat_basis_points: tariff.vat,
          effective_from: instantText(tariff.effectiveFrom),
        })),
      };
    },
  );
}
