/** /v1/tariffs: what a kWh costs, in versions that are added and never changed. */
import { instant } from '@wattvend/quantities/time.js';
import { basisPoints, priceE4Minor } from '@wattvend/tariff/tariff.js';
import { listTariffs, putTariffVersion, type TariffVersion } from '@wattvend/vending/tariffs.js';
import { z } from 'zod';
import { may } from './access.ts';
import type { App, ServerContext } from './context.ts';
import { instantText } from './json.ts';
import { SECURITY_STAFF, SECURITY_USER } from './openapi.ts';
import { plainId } from './parse.ts';
import { sendProblem } from './problem.ts';
import { idField } from './schemas/fields.ts';
import { problems, READ_REFUSALS, WRITE_REFUSALS } from './schemas/problem.ts';
import { newTariffSchema, tariffSchema, tariffsSchema } from './schemas/vendor.ts';

const VERSION_MAX = 1_000_000;

export function tariffRoutes(app: App, context: ServerContext): void {
  app.get(
    '/v1/tariffs',
    {
      config: { access: may('tariff.read', { machines: true }) },
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
      return { tariffs: tariffs.map(tariffJson) };
    },
  );
  putRoute(app, context);
}

function putRoute(app: App, context: ServerContext): void {
  app.put(
    '/v1/tariffs/:id/versions/:version',
    {
      config: { access: may('tariff.draft') },
      schema: {
        operationId: 'putTariffVersion',
        summary: 'Add the next version of a tariff, or the first of a new one',
        description:
          'A version is used from its effective_from until a later one is. The same version with ' +
          'the same content again changes nothing.',
        tags: ['tariffs'],
        security: SECURITY_USER,
        params: z.strictObject({
          id: idField,
          version: z.coerce.number().int().min(1).max(VERSION_MAX),
        }),
        body: newTariffSchema,
        response: {
          200: tariffSchema,
          201: tariffSchema,
          ...problems(...WRITE_REFUSALS, 'tariff_version_conflict', 'tariff_version_not_next'),
        },
      },
    },
    async (request, reply) => {
      const { body, params } = request;
      const answer = await putTariffVersion(context.database, context.utility.utilityId, {
        tariffId: plainId<string>(params.id),
        version: params.version,
        name: body.name,
        pricePerKwh: priceE4Minor(BigInt(body.price_per_kwh_e4_minor)),
        vat: basisPoints(body.vat_basis_points),
        effectiveFrom: instant(Date.parse(body.effective_from)),
      });
      if (answer.kind === 'refused') return sendProblem(reply, answer.refusal);
      return reply.code(answer.first ? 201 : 200).send(tariffJson(answer.tariff));
    },
  );
}

function tariffJson(tariff: TariffVersion): z.infer<typeof tariffSchema> {
  return {
    id: tariff.tariffId,
    name: tariff.name,
    version: tariff.version,
    price_per_kwh_e4_minor: String(tariff.pricePerKwh),
    vat_basis_points: tariff.vat,
    effective_from: instantText(tariff.effectiveFrom),
  };
}
