/** The routes of the meters. */
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { SPEED_MAX } from '../emulated-clock.ts';
import { askMeter } from '../street/ask.ts';
import { type House, passTime } from '../street/house.ts';
import { pictureOf } from '../street/picture.ts';
import { pictureSchema } from '../street/picture-schema.ts';
import {
  clockBody,
  commandAnswerSchema,
  commandBody,
  doneSchema,
  keyBody,
  loadBody,
  type MeterAnswer,
  type MeterRequest,
  powerBody,
  sensorBody,
  tokenAnswerSchema,
  tokenBody,
} from '../street/request-schema.ts';
import { momentOf, type Street, setSpeed } from '../street/street.ts';
import { sendProblem } from './problem.ts';
import type { App, ServerContext } from './server.ts';

const meterParams = z.strictObject({ number: z.string() });
const speedBody = z.strictObject({ speed: z.int().min(1).max(SPEED_MAX) });

const streetSchema = z.strictObject({
  speed: z.int(),
  clock: z.iso.datetime(),
  meters: z.array(
    pictureSchema.pick({
      meter_number: true,
      model: true,
      condition: true,
      is_powered: true,
      supply: true,
      credit: true,
      flowing: true,
    }),
  ),
});

/** What is asked by POST, the form of its body, and the form of a good answer. */
const REQUESTS = [
  { name: 'token', body: tokenBody, answer: tokenAnswerSchema },
  { name: 'key', body: keyBody, answer: doneSchema },
  { name: 'sensor', body: sensorBody, answer: doneSchema },
  { name: 'load', body: loadBody, answer: doneSchema },
  { name: 'power', body: powerBody, answer: doneSchema },
  { name: 'command', body: commandBody, answer: commandAnswerSchema },
  { name: 'clock', body: clockBody, answer: doneSchema },
] as const;

export function meterRoutes(app: App, { street }: ServerContext): void {
  app.get('/v1/meters', { schema: { response: { 200: streetSchema } } }, () =>
    streetPicture(street),
  );
  app.get(
    '/v1/meters/:number',
    { schema: { params: meterParams, response: { 200: pictureSchema } } },
    (request, reply) => {
      const house = street.houses.get(request.params.number);
      if (house === undefined) return void sendProblem(reply, 'meter_not_found');
      passTime(house, momentOf(street));
      void reply.send(pictureOf(house, street.clock.speed));
    },
  );
  for (const { answer, body, name } of REQUESTS) {
    app.post(
      `/v1/meters/:number/${name}`,
      { schema: { params: meterParams, body, response: { 200: answer } } },
      (request, reply) => {
        const house = street.houses.get(request.params.number);
        if (house === undefined) return void sendProblem(reply, 'meter_not_found');
        void answerMeter(reply, askMeter(street, house, requestOf(name, request.body)));
      },
    );
  }
  app.post(
    '/v1/speed',
    { schema: { body: speedBody, response: { 200: doneSchema } } },
    (request) => {
      setSpeed(street, request.body.speed);
      return { kind: 'done' as const };
    },
  );
}

/** A body that has the form for this name. */
export function requestOf(name: (typeof REQUESTS)[number]['name'], body: unknown): MeterRequest {
  return (
    name === 'command' ? { kind: name, body } : { kind: name, ...Object(body) }
  ) as MeterRequest;
}

function answerMeter(reply: FastifyReply, answer: MeterAnswer): FastifyReply {
  switch (answer.kind) {
    case 'not-ready':
      return sendProblem(reply, 'meter_not_ready');
    case 'invalid':
      return sendProblem(reply, 'request_invalid', [
        { path: `body.${answer.path}`, message: answer.message },
      ]);
    case 'token':
    case 'command':
    case 'done':
      return reply.send(answer);
  }
}

function streetPicture(street: Street): z.infer<typeof streetSchema> {
  const { at } = momentOf(street);
  return {
    speed: street.clock.speed,
    clock: new Date(at).toISOString(),
    meters: [...street.houses.values()].map((house: House) => {
      const { condition, credit, flowing, is_powered, meter_number, model, supply } = pictureOf(
        house,
        street.clock.speed,
      );
      return { meter_number, model, condition, is_powered, supply, credit, flowing };
    }),
  };
}
