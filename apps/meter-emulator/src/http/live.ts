/**
 * A meter as it goes, over a WebSocket: its picture at once and at each change, and answers to the
 * same requests that the routes take: `{"kind": "key", "key": "1"}`. A request may carry an `id`, which
 * comes back with its answer.
 */
import type { WebSocket } from '@fastify/websocket';
import { z } from 'zod';
import { askMeter } from '../street/ask.ts';
import { type House, passTime } from '../street/house.ts';
import { pictureOf } from '../street/picture.ts';
import {
  clockBody,
  commandBody,
  keyBody,
  loadBody,
  type MeterAnswer,
  powerBody,
  sensorBody,
  tokenBody,
} from '../street/request-schema.ts';
import { momentOf, type Street } from '../street/street.ts';
import { requestOf } from './meters.ts';
import { type Problem, problemOf, sendProblem } from './problem.ts';
import type { App, ServerContext } from './server.ts';

/** Between two pictures: at most ten a second. */
const PICTURE_EVERY_MS = 100;
/** A picture that only its clock makes another one is sent this seldom. */
const CLOCK_EVERY_MS = 1_000;
const WATCHERS_MAX = 200;
// A page that does not take what it is sent is left out until it does.
const WAITING_OCTETS_MAX = 1_000_000;

const id = z.string().max(64).optional();
const withId = { id };

const messageSchema = z.discriminatedUnion('kind', [
  tokenBody.extend({ kind: z.literal('token'), ...withId }),
  keyBody.extend({ kind: z.literal('key'), ...withId }),
  sensorBody.extend({ kind: z.literal('sensor'), ...withId }),
  loadBody.extend({ kind: z.literal('load'), ...withId }),
  powerBody.extend({ kind: z.literal('power'), ...withId }),
  clockBody.extend({ kind: z.literal('clock'), ...withId }),
  z.strictObject({ kind: z.literal('command'), body: commandBody, ...withId }),
]);

export function liveRoute(app: App, context: ServerContext): void {
  const { street } = context;
  let watchers = 0;
  // A route of its own encapsulation would not see the meters' hooks; this one does.
  app.get(
    '/v1/meters/:number/live',
    {
      websocket: true,
      schema: { params: z.strictObject({ number: z.string() }) },
      preValidation: (request, reply, done) => {
        const { number } = request.params as { readonly number: string };
        if (!street.houses.has(number)) return void sendProblem(reply, 'meter_not_found');
        if (watchers >= WATCHERS_MAX) return void sendProblem(reply, 'too_many_watchers');
        done();
      },
    },
    (socket, request) => {
      const house = street.houses.get(request.params.number);
      if (house === undefined) return socket.close();
      watchers += 1;
      const stop = watch(street, house, socket);
      socket.on('message', (data, isBinary) => {
        // Whoever asks and never reads would fill the memory of all.
        if (socket.bufferedAmount > WAITING_OCTETS_MAX) {
          socket.terminate();
          return;
        }
        const reply = isBinary ? notJson() : replyTo(context, house, String(data));
        socket.send(JSON.stringify(reply));
      });
      socket.on('error', () => socket.terminate());
      socket.once('close', () => {
        watchers -= 1;
        stop();
      });
    },
  );
}

/** Sends pictures until it is told to stop. */
function watch(street: Street, house: House, socket: WebSocket): () => void {
  let sent = '';
  let sentAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    timer = undefined;
    if (socket.bufferedAmount > WAITING_OCTETS_MAX) return;
    const picture = pictureOf(house, street.clock.speed);
    const seen = JSON.stringify({ ...picture, clock: '' });
    const now = street.realClock();
    if (seen === sent && now - sentAt < CLOCK_EVERY_MS) return;
    sent = seen;
    sentAt = now;
    socket.send(JSON.stringify({ kind: 'picture', picture }));
  };
  const changed = (meterNumber: string): void => {
    if (meterNumber !== house.meterNumber || timer !== undefined) return;
    const wait = Math.max(0, sentAt + PICTURE_EVERY_MS - street.realClock());
    timer = setTimeout(look, wait);
  };
  street.changes.on('changed', changed);
  passTime(house, momentOf(street));
  look();
  return () => {
    clearTimeout(timer);
    street.changes.off('changed', changed);
  };
}

type Reply =
  | { readonly kind: 'answer'; readonly id: string | null; readonly answer: MeterAnswer }
  | { readonly kind: 'problem'; readonly id: string | null; readonly problem: Problem };

function replyTo(context: ServerContext, house: House, text: string): Reply {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return notJson();
  }
  const parsed = messageSchema.safeParse(json);
  if (!parsed.success) {
    const errors = parsed.error.issues.slice(0, 20).map(({ message, path }) => ({
      path: ['message', ...path.map(String)].join('.'),
      message,
    }));
    return { kind: 'problem', id: idOf(json), problem: problemOf('request_invalid', errors) };
  }
  const { id: named, ...asked } = parsed.data;
  const answer = askMeter(
    context.street,
    house,
    asked.kind === 'command' ? requestOf('command', asked.body) : requestOf(asked.kind, asked),
  );
  return replyWith(named ?? null, answer);
}

function replyWith(named: string | null, answer: MeterAnswer): Reply {
  if (answer.kind === 'not-ready') {
    return { kind: 'problem', id: named, problem: problemOf('meter_not_ready') };
  }
  if (answer.kind === 'invalid') {
    const errors = [{ path: `message.${answer.path}`, message: answer.message }];
    return { kind: 'problem', id: named, problem: problemOf('request_invalid', errors) };
  }
  return { kind: 'answer', id: named, answer };
}

function notJson(): Reply {
  return { kind: 'problem', id: null, problem: problemOf('request_not_json') };
}

/** So that whoever sent a wrong message knows which. */
function idOf(json: unknown): string | null {
  const parsed = z.object({ id: z.string().max(64) }).safeParse(json);
  return parsed.success ? parsed.data.id : null;
}
