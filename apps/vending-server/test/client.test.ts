/** The published client against the whole server, over real sockets that lose answers. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { createClient } from '@wattvend/client/client.js';
import { sell } from '@wattvend/client/sell.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meterAt, newVendId } from '../../../packages/vending/test/utility-fixture.ts';
import { createServerWorld, type ServerWorld } from './server-world.ts';

let world: ServerWorld;
let port: number;
beforeAll(async () => {
  world = await createServerWorld();
  const address = await world.server.app.listen({ host: '127.0.0.1', port: 0 });
  port = Number(new URL(address).port);
});
afterAll(() => world.close());

/** Passes requests on and loses the answers of the first connections. */
async function losingProxy(losses: number): Promise<{ url: string; close: () => void }> {
  let connections = 0;
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    connections += 1;
    const isLost = connections <= losses;
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => (socket === near ? far : near).destroy());
    }
    near.pipe(far);
    if (isLost) far.once('data', () => near.destroy());
    else far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { url: `http://127.0.0.1:${address.port}`, close };
}

const NO_PAUSE = { sleep: () => Promise.resolve() };

test('a sale whose answers are lost is made once and told in the end', async () => {
  const proxy = await losingProxy(3);
  const client = createClient({ baseUrl: proxy.url, apiKey: world.secrets['api-key'] });
  const id = newVendId();
  const order = { meter_number: meterAt(4), tendered_minor: '5000' };
  const outcome = await sell(client, id, order, NO_PAUSE);
  expect(outcome).toMatchObject({ kind: 'sold', vend: { id, tokens: [{ name: 'electricity' }] } });
  const again = await sell(client, id, order, NO_PAUSE);
  expect(again).toEqual(outcome);
  const other = await sell(client, id, { ...order, tendered_minor: '6000' }, NO_PAUSE);
  expect(other).toMatchObject({ kind: 'refused', problem: { code: 'vend_id_conflict' } });
  const list = await client.GET('/v1/vends', { params: { query: { meter_number: meterAt(4) } } });
  expect(list.data?.vends.map((vend) => vend.id)).toEqual([id]);
  proxy.close();
});
