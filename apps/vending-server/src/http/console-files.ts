/**
 * The console's pages. They are built by apps/console; a path that is no file is a page of the
 * console itself, which finds its own way, so its start page is given.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from './context.ts';

const START_PAGE = 'index.html';
const YEAR_SECONDS = 31_536_000;

const NOT_BUILT =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>wattvend</title>' +
  '<h1>The console is not built</h1><p>The server runs and its API answers, but there are no ' +
  'pages to show. Run <code>npm run build</code> in the repository and start the server again.';

/** Gives the console's answer to a request, or null when the request is not for the console. */
export type ConsoleFiles = (request: FastifyRequest, reply: FastifyReply) => FastifyReply | null;

export async function serveConsole(app: App, folder: string): Promise<ConsoleFiles> {
  const isBuilt = existsSync(join(folder, START_PAGE));
  if (isBuilt) {
    await app.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  }
  // Only what was there at the start is served, so that no path can lead anywhere else.
  const files: ReadonlySet<string> = new Set(isBuilt ? filesBelow(folder) : []);
  return (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return null;
    const path = request.url.replace(/[?#].*$/s, '').slice(1);
    if (/^(v1|problems)(\/|$)/.test(path) || path === 'openapi.json') return null;
    if (files.has(path)) return sendFile(reply, path);
    if (request.headers.accept?.includes('text/html') !== true) return null;
    if (isBuilt) return sendFile(reply, START_PAGE);
    return reply.code(503).type('text/html; charset=utf-8').send(NOT_BUILT);
  };
}

function sendFile(reply: FastifyReply, path: string): FastifyReply {
  // The bundler puts a hash of the content into the names of its assets: they never change.
  const caching = path.startsWith('assets/')
    ? `public, max-age=${YEAR_SECONDS}, immutable`
    : 'no-cache';
  return reply.code(200).header('cache-control', caching).sendFile(path);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
