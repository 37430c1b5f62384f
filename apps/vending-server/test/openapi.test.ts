/** The description of the API: OpenAPI 3.1 in its structure, and true of what the routes answer. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { meterAt, VENDOR } from '../../../packages/vending/test/utility-fixture.ts';
import { REFUSAL_CODES } from '../src/http/refusals.ts';
import { type Asked, createServerWorld, type ServerWorld, userIdOf } from './server-world.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly securitySchemes: Readonly<Record<string, unknown>>;
  };
}

let world: ServerWorld;
let document: Document;
beforeAll(async () => {
  world = await createServerWorld();
  document = (await world.ask('GET', '/openapi.json')).json as Document;
});
afterAll(() => world.close());

function operations(): readonly (readonly [string, Operation])[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => [`${method} ${path}`, operation] as const),
  );
}

describe('the document', () => {
  test('is OpenAPI 3.1 and describes every route of the API', () => {
    expect(document.openapi).toBe('3.1.0');
    const described = operations().map(([name]) => name);
    const offered = world.server.routes
      .filter(({ method, url }) => method !== 'HEAD' && url.startsWith('/v1/'))
      .map(({ method, url }) => `${method.toLowerCase()} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect([...described].sort()).toEqual([...offered].sort());
  });

  test('every operation has a name of its own, a summary, its parameters and its refusals', () => {
    const ids = operations().map(([, operation]) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [name, operation] of operations()) {
      expect(operation.summary, name).toBeTruthy();
      const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
      const described = (operation.parameters ?? []).filter((each) => each.in === 'path');
      expect(
        described.map((each) => each.name),
        name,
      ).toEqual(inPath);
      for (const [status, { content }] of Object.entries(operation.responses)) {
        if (Number(status) < 400) continue;
        expect(Object.keys(content ?? {}), `${name} ${status}`).toEqual([
          'application/problem+json',
        ]);
      }
    }
  });

  test('every route that is not public says how to sign in', () => {
    const schemes = Object.keys(document.components.securitySchemes);
    expect(schemes).toEqual(['session', 'apiKey']);
    for (const { method, url, access } of world.server.routes) {
      const operation = document.paths[url.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      if (operation === undefined) continue;
      const named = (operation.security ?? []).flatMap((each) => Object.keys(each));
      const expected =
        access.kind === 'public'
          ? []
          : access.kind === 'permission' && access.machines
            ? ['session', 'apiKey']
            : ['session'];
      expect(named, `${method} ${url}`).toEqual(expected);
    }
  });

  test('every reference leads to a schema, and every schema is used', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/#\/components\/schemas\/(\w+)"/g)].map(
      ([, name = '']) => name,
    );
    expect([...new Set(references)].sort()).toEqual(
      Object.keys(document.components.schemas).sort(),
    );
  });

  test('is printed by a program that starts nothing', () => {
    const main = fileURLToPath(new URL('../dist/openapi-document.js', import.meta.url));
    const printed: unknown = JSON.parse(
      execFileSync(process.execPath, [main], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
    );
    expect(printed).toEqual(document);
  });
});

describe('what routes answer is what the document says', () => {
  test('for all main routes, refusals too', async () => {
    const id = randomUUID();
    const sale = { meter_number: meterAt(0), tendered_minor: '5000' };
    const deposit = { deposit_minor: '100', reference: 'slip' };
    const person = {
      sign_in_name: 'amara',
      display_name: 'Amara',
      roles: ['cashier'],
      vendor_id: VENDOR,
    };
    const machine = { name: 'bank', vendor_id: VENDOR };
    const asked: readonly (readonly [string, string, string, Asked])[] = [
      ['get', '/v1/health', '/v1/health', {}],
      ['get', '/v1/session', '/v1/session', { as: 'demo' }],
      ['get', '/v1/session', '/v1/session', {}],
      ['put', '/v1/vends/{id}', `/v1/vends/${id}`, { as: 'cashier', body: sale }],
      ['put', '/v1/vends/{id}', `/v1/vends/${id}`, { as: 'cashier', body: sale }],
      ['put', '/v1/vends/{id}', `/v1/vends/${id}`, { as: 'cashier', body: {} }],
      ['put', '/v1/vends/{id}', `/v1/vends/${id}`, { as: 'founder', body: sale }],
      ['get', '/v1/vends/{id}', `/v1/vends/${id}`, { as: 'cashier' }],
      ['get', '/v1/vends/{id}', `/v1/vends/${randomUUID()}`, { as: 'cashier' }],
      ['get', '/v1/vends', '/v1/vends', { as: 'cashier' }],
      ['post', '/v1/vends/{id}/reprints', `/v1/vends/${id}/reprints`, { as: 'cashier' }],
      ['post', '/v1/quotes', '/v1/quotes', { as: 'cashier', body: sale }],
      [
        'post',
        '/v1/quotes',
        '/v1/quotes',
        { as: 'cashier', body: { ...sale, tendered_minor: '1' } },
      ],
      ['get', '/v1/meters', '/v1/meters', { as: 'cashier' }],
      ['get', '/v1/meters/{meter_number}', `/v1/meters/${meterAt(0)}`, { as: 'cashier' }],
      ['get', '/v1/meters/{meter_number}', '/v1/meters/1', { as: 'cashier' }],
      ['get', '/v1/customers', '/v1/customers', { as: 'cashier' }],
      ['get', '/v1/vendors', '/v1/vendors', { as: 'founder' }],
      ['get', '/v1/vendors/{id}', `/v1/vendors/${VENDOR}`, { as: 'cashier' }],
      ['get', '/v1/tariffs', '/v1/tariffs', { as: 'cashier' }],
      ['get', '/v1/today', '/v1/today', { as: 'founder' }],
      [
        'put',
        '/v1/vendors/{id}/deposits/{deposit_id}',
        `/v1/vendors/${VENDOR}/deposits/${randomUUID()}`,
        { as: 'founder', body: deposit },
      ],
      ['get', '/v1/users', '/v1/users', { as: 'founder' }],
      ['post', '/v1/users', '/v1/users', { as: 'founder', body: person }],
      ['post', '/v1/users', '/v1/users', { as: 'founder', body: person }],
      [
        'post',
        '/v1/users/{id}/password',
        `/v1/users/${userIdOf('foreign-cashier')}/password`,
        { as: 'founder' },
      ],
      [
        'post',
        '/v1/users/{id}/disable',
        `/v1/users/${userIdOf('founder')}/disable`,
        { as: 'founder' },
      ],
      ['post', '/v1/api-keys', '/v1/api-keys', { as: 'founder', body: machine }],
      ['get', '/v1/api-keys', '/v1/api-keys', { as: 'founder' }],
      ['delete', '/v1/api-keys/{id}', `/v1/api-keys/${randomUUID()}`, { as: 'founder' }],
    ];
    for (const [method, path, url, how] of asked) {
      const answer = await world.ask(method.toUpperCase(), url, how);
      const responses = document.paths[path]?.[method]?.responses;
      const type = String(answer.headers['content-type']).split(';')[0] ?? '';
      const schema = responses?.[answer.status]?.content?.[type]?.schema;
      expect(schema, `${method} ${url} answers ${answer.status} ${type}`).toBeDefined();
      const checked = strict(schema ?? {}).safeParse(answer.json);
      expect(checked.error?.issues, `${method} ${url} ${answer.status}`).toBeUndefined();
      const { code } = answer.json as { readonly code?: string };
      if (answer.status >= 400) expect(REFUSAL_CODES).toContain(code);
    }
  });

  /** A schema of the document, its references filled in. */
  function strict(schema: object): z.ZodType {
    return z.fromJSONSchema(resolved(schema) as Parameters<typeof z.fromJSONSchema>[0]);
  }

  function resolved(part: unknown): unknown {
    if (Array.isArray(part)) return part.map(resolved);
    if (typeof part !== 'object' || part === null) return part;
    if ('$ref' in part) {
      const name = String(part.$ref).split('/').at(-1) ?? '';
      return resolved(document.components.schemas[name]);
    }
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, resolved(value)]));
  }
});
