/** The description of the API, OpenAPI 3.1, made from the very schemas that check the requests. */
import swagger from '@fastify/swagger';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { OpenAPIV3_1 } from 'openapi-types';
import { PUBLIC, sessionCookieName } from './access.ts';
import type { App, ServerContext } from './context.ts';

/** To be called before the routes are added. */
export async function describeApi(app: App, context: ServerContext): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'wattvend',
        version: context.version,
        description:
          'Prepaid electricity by STS token. Money is a decimal string of minor units, energy a ' +
          'whole number of tenths of a kWh, an instant an ISO 8601 string in UTC. Refusals are ' +
          'application/problem+json; /problems/{code} explains each.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: sessionCookieName(context),
            description: 'A person, signed in by POST /v1/session',
          },
          apiKey: {
            type: 'http',
            scheme: 'bearer',
            description: 'A machine client: an API key that begins with wv_',
          },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) =>
      onlyUsedSchemas(jsonSchemaTransformObject(document) as OpenAPIV3_1.Document),
  });
  app.get('/openapi.json', { config: { access: PUBLIC }, schema: { hide: true } }, () =>
    app.swagger(),
  );
}

type Schemas = Record<string, OpenAPIV3_1.SchemaObject>;

const REFERENCE = /"#\/components\/schemas\/([^"]+)"/g;

/** Each schema comes in a form for requests and one for answers; the forms nobody uses go. */
function onlyUsedSchemas(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  const all = (document.components?.schemas ?? {}) as Schemas;
  const used = new Set<string>();
  const visit = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part).matchAll(REFERENCE)) {
      if (name === undefined || used.has(name)) continue;
      used.add(name);
      visit(all[name]);
    }
  };
  visit(document.paths);
  const schemas = Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name)));
  const described = { ...document, components: { ...document.components, schemas } };
  return withPlainNames(described, used);
}

/** A form that only requests use needs no "Input" behind its name. */
function withPlainNames(
  document: OpenAPIV3_1.Document,
  used: ReadonlySet<string>,
): OpenAPIV3_1.Document {
  const names = [...used].filter((name) => name.endsWith('Input') && !used.has(plain(name)));
  let text = JSON.stringify(document);
  for (const name of names) {
    text = text.replaceAll(`#/components/schemas/${name}"`, `#/components/schemas/${plain(name)}"`);
    text = text.replace(`"${name}":{`, `"${plain(name)}":{`);
  }
  return JSON.parse(text) as OpenAPIV3_1.Document;
}

function plain(name: string): string {
  return name.replace(/Input$/, '');
}

/** The `security` entry of a route, from whom it is for. */
export const SECURITY_USER = [{ session: [] }];
export const SECURITY_STAFF = [{ session: [] }, { apiKey: [] }];
