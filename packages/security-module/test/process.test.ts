/** The real process on a real socket: crashes, locks, hostile clients, and that no key gets out. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { type Instant, instant, milliseconds } from '@wattvend/quantities/time.js';
import { decryptToken } from '@wattvend/sts/token.js';
import { tokenCipher } from '@wattvend/sts/token-cipher.js';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { afterEach, beforeEach, test } from 'vitest';
import { connectSecurityModule } from '../src/client.ts';
import { FolderLocked, lockFolder } from '../src/folder-lock.ts';
import { encodeFrame, FRAME_OCTETS_MAX, FrameDecoder } from '../src/frame.ts';
import {
  SecurityModuleNotStarted,
  type SecurityModuleProcess,
  spawnSecurityModule,
} from '../src/process.ts';
import { isReportSigned } from '../src/report.ts';
import {
  type IssueAnswer,
  type IssueRequest,
  type SecurityModule,
  SecurityModuleRefusal,
  SecurityModuleUnavailable,
} from '../src/security-module.ts';
import { SERVER_LIMITS, serveModule } from '../src/server.ts';
import { encodeUnsealSecret } from '../src/unseal-pipe.ts';
import { unsealOctets } from '../src/unseal-secret.ts';
import {
  decoderKeyOf,
  EVERY_CONTENT,
  electricity,
  INVENTED_VENDING_KEYS,
  independentDecoderKey,
  makeScratchModule,
  minuteAt,
  openMachine,
  request as requestAtNoon,
  type ScratchModule,
  UNDER_DKGA02,
  UNSEAL_KEY,
  vendId,
} from './scratch-module.ts';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

// The process asks the real clock, so its requests carry the minute of the run.
const clock = (): Instant => instant(Date.now());

function request(number: number, change: Partial<IssueRequest> = {}): IssueRequest {
  return requestAtNoon(number, { tokenIdentifier: tokenIdentifier(minuteAt(clock())), ...change });
}

let scratch: ScratchModule;
let output: string[];
let processes: SecurityModuleProcess[];
let clients: SecurityModule[];

beforeEach(async () => {
  scratch = await makeScratchModule();
  output = [];
  processes = [];
  clients = [];
});

afterEach(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await Promise.all(processes.map((process) => process.stop()));
  scratch.remove();
});

async function start(): Promise<SecurityModuleProcess> {
  const process = await spawnSecurityModule({
    folder: scratch.folder,
    socketPath: scratch.socketPath,
    unseal: UNSEAL_KEY,
    log: (line) => output.push(line),
  });
  processes.push(process);
  return process;
}

function client(o: Partial<Parameters<typeof connectSecurityModule>[0]> = {}): SecurityModule {
  const { socketPath, signingKey } = scratch;
  const connected = connectSecurityModule({ socketPath, signingKey, clock, ...o });
  clients.push(connected);
  return connected;
}

async function kill(process: SecurityModuleProcess): Promise<void> {
  globalThis.process.kill(process.pid, 'SIGKILL');
  await process.exited;
}

async function failedStart(o: { unseal?: typeof UNSEAL_KEY } = {}): Promise<string> {
  try {
    const { folder, socketPath } = scratch;
    processes.push(
      await spawnSecurityModule({
        folder,
        socketPath,
        unseal: o.unseal ?? UNSEAL_KEY,
        log: (line) => output.push(line),
      }),
    );
    return 'started';
  } catch (error) {
    assert(error instanceof SecurityModuleNotStarted);
    assert(error.message.length > 60, 'a reason a person can act on');
    output.push(inspect(error));
    return error.code;
  }
}

/** Passes everything on between a client and the module, and keeps a copy. */
async function tap(): Promise<{ path: string; seen: Buffer[]; server: Server }> {
  const path = join(scratch.folder, 'tap.sock');
  const seen: Buffer[] = [];
  const server = createServer((outer) => {
    const inner = connect(scratch.socketPath);
    outer.on('data', (chunk) => seen.push(chunk));
    inner.on('data', (chunk) => seen.push(chunk));
    outer.pipe(inner).pipe(outer);
    inner.on('error', () => outer.destroy());
    outer.on('error', () => inner.destroy());
  });
  server.listen(path);
  await once(server, 'listening');
  return { path, seen, server };
}

/** Each secret of the test as octets, in hexadecimal, in base64 and as numbers. */
function findSecrets(haystack: Buffer, requests: readonly IssueRequest[]): string[] {
  const secrets = [
    ...INVENTED_VENDING_KEYS.map((entry) => Buffer.from(entry.vendingKey)),
    ...requests.map((asked) => independentDecoderKey(asked)),
    Buffer.from(UNSEAL_KEY.kind === 'key' ? UNSEAL_KEY.key : ''),
  ];
  const text = haystack.toString('latin1');
  const found: string[] = [];
  for (const [position, secret] of secrets.entries()) {
    const forms = {
      octets: secret.toString('latin1'),
      hexadecimal: secret.toString('hex'),
      base64: secret.toString('base64').replace(/=+$/, ''),
      base64url: secret.toString('base64url'),
      numbers: [...secret].join(','),
    };
    for (const [form, needle] of Object.entries(forms)) {
      const isFound = text.includes(needle) || text.includes(needle.toUpperCase());
      if (isFound) found.push(`secret ${position} as ${form}`);
    }
  }
  return found;
}

test('tokens come through the socket and open; no key is in any octet that leaves', async () => {
  await start();
  const { path, seen, server } = await tap();
  const module = client({ socketPath: path });
  const requests = [
    request(1),
    request(2, UNDER_DKGA02),
    request(3, { encryptionAlgorithm: '07' }),
    request(4, { keyType: 1 }),
  ];
  const answers = await module.issue(requests);
  for (const [position, answer] of answers.slice(0, 3).entries()) {
    const asked = requests[position];
    assert(asked && answer.kind === 'issued');
    const cipher = tokenCipher(asked.encryptionAlgorithm, decoderKeyOf(asked));
    const opened = decryptToken(answer.token, cipher);
    assert(opened.kind === 'token' && opened.token.name === 'electricity');
    assert.equal(opened.token.tokenIdentifier, asked.tokenIdentifier);
    assert.deepEqual(asked.content, electricity(opened.token.energy));
    assert.deepEqual(await module.verify({ ...asked, token: answer.token }), opened);
  }
  assert(answers[3]?.kind === 'refused' && answers[3].refusal === 'key_type_not_for_content');
  const report = await module.report();
  assert.equal(report.issued, 3n);
  assert(isReportSigned(report, Buffer.from(report.identityKey, 'hex')));

  await ask(path, encodeFrame({ id: 1, ask: 'keys' }));
  const { privateKey } = generateKeyPairSync('ed25519');
  const forged = client({ socketPath: path, signingKey: privateKey });
  const thrown = await forged.issue(requests).catch((error: unknown) => error);
  assert(thrown instanceof SecurityModuleRefusal);
  await Promise.all(processes.map((process) => process.stop()));
  const gone = await module.issue(requests).catch((error: unknown) => error);
  assert(gone instanceof SecurityModuleUnavailable);
  server.close();
  for (const error of [thrown, gone]) output.push(inspect(error, { depth: 10 }), `${error.stack}`);

  const said = Buffer.concat([
    ...seen,
    Buffer.from(output.join('\n')),
    ...readdirSync(scratch.folder)
      .filter((name) => statSync(join(scratch.folder, name)).isFile())
      .map((name) => readFileSync(join(scratch.folder, name))),
  ]);
  assert(seen.length >= 8 && output.length >= 3);
  assert.deepEqual(findSecrets(said, requests), []);
  const control = Buffer.concat([said, independentDecoderKey(request(2, UNDER_DKGA02))]);
  assert.equal(findSecrets(control, requests).length, 1, 'the search itself works');
});

/** Sends octets on a connection of their own and returns what came back until it was closed. */
async function ask(path: string, octets: Buffer): Promise<readonly unknown[]> {
  const socket = connect(path);
  const decoder = new FrameDecoder();
  const messages: unknown[] = [];
  socket.on('data', (chunk) => {
    for (const frame of decoder.push(chunk)) {
      messages.push(frame.kind === 'message' ? frame.message : frame.fault);
    }
    socket.end();
  });
  socket.on('error', () => undefined);
  socket.write(octets);
  await once(socket, 'close');
  return messages;
}

test('killed in the middle of its work it starts again without a gap and answers the same', async () => {
  const asked: (readonly IssueRequest[])[] = [];
  const answered = new Map<string, IssueAnswer>();
  let unknown = 0;
  let vends = 0;
  for (const answersUntilKill of [3, 17, 60]) {
    const process = await start();
    const module = client();
    let remaining = answersUntilKill;
    // Each lane asks on and on; the kill falls on one answer while the others wait for theirs.
    const lane = async (): Promise<void> => {
      for (;;) {
        const batch = Array.from({ length: 8 }, () => {
          const number = vends++;
          // Every kind of token, of two positions a vend, so that records of one and two slots mix.
          const change = EVERY_CONTENT[number % EVERY_CONTENT.length];
          return request(number >> 1, { ...change, position: number % 2 });
        });
        asked.push(batch);
        for (const answer of await module.issue(batch)) {
          answered.set(`${answer.vendId}/${answer.position}`, answer);
        }
        remaining--;
        if (remaining === 0) globalThis.process.kill(process.pid, 'SIGKILL');
      }
    };
    const ends = await Promise.allSettled([lane(), lane(), lane(), lane(), lane(), lane()]);
    for (const end of ends) {
      assert(end.status === 'rejected' && end.reason instanceof SecurityModuleUnavailable);
      unknown++;
    }
    await process.exited;
  }
  assert.equal(unknown, 18);
  assert(answered.size >= 80 * 8);

  await start();
  const again = client();
  const sequences = new Set<bigint>();
  for (const batch of asked) {
    for (const answer of await again.issue(batch)) {
      assert(answer.kind === 'issued');
      sequences.add(answer.sequence);
      assert.deepEqual(answer, answered.get(`${answer.vendId}/${answer.position}`) ?? answer);
    }
  }
  assert.equal(sequences.size, vends);
  const { issued, issuedByBasis } = await again.report();
  assert.equal(issued, BigInt(vends));
  const slots = issuedByBasis.sale + 2n * (issuedByBasis.tariff + issuedByBasis.order);
  assert(issuedByBasis.order > 100n);
  assert.equal(readFileSync(scratch.journalPath).length, 96 + 96 * Number(slots));
});

test('many clients that ask for the same vends at once get one issue of each', async () => {
  await start();
  const requests = Array.from({ length: 20 }, (_, number) => request(number));
  const all = await Promise.all(
    Array.from({ length: 8 }, (_, order) =>
      client().issue(order % 2 === 0 ? requests : requests.toReversed()),
    ),
  );
  for (const answers of all) {
    const sorted = answers.toSorted((a, b) => a.vendId.localeCompare(b.vendId));
    assert.deepEqual(
      sorted,
      all[0]?.toSorted((a, b) => a.vendId.localeCompare(b.vendId)),
    );
  }
  assert.equal((await client().report()).issued, 20n);
});

test('two modules never work on one folder, and a killed one does not block the next', async () => {
  const first = await start();
  assert.equal(await failedStart(), 'folder_locked');
  await kill(first);
  const second = await start();
  assert.equal(await failedStart(), 'folder_locked');
  await second.stop();
  await start();
  const locks = readdirSync(scratch.folder).filter((name) => name.startsWith('.lock-'));
  assert.equal(locks.length, 1);
});

test('of several started at once at most one works, whatever a dead one left', async () => {
  await kill(await start());
  const outcomes = await Promise.all(
    ['a', 'b', 'c', 'd'].map((name) =>
      spawnSecurityModule({
        folder: scratch.folder,
        socketPath: join(dirname(scratch.socketPath), name),
        unseal: UNSEAL_KEY,
      }).then(
        (process) => processes.push(process),
        (error: unknown) => assert(error instanceof SecurityModuleNotStarted),
      ),
    ),
  );
  assert.equal(outcomes.length, 4);
  assert(processes.length - 1 <= 1);
});

test('a folder whose path is too long for a socket is locked all the same', async () => {
  const folder = join(scratch.folder, 'long'.repeat(30));
  mkdirSync(folder);
  const lock = await lockFolder(folder, 'test');
  await assert.rejects(lockFolder(folder, 'test'), FolderLocked);
  await lock.release();
  await (await lockFolder(folder, 'test')).release();
  assert.deepEqual(readdirSync(folder), []);
});

test('what is wrong at the start is said with a code and a sentence, and nothing secret', async () => {
  const wrong = { kind: 'key', key: new Uint8Array(32) } as const;
  assert.equal(await failedStart({ unseal: wrong }), 'unseal_secret_wrong');
  chmodSync(scratch.sealedPath, 0o644);
  assert.equal(await failedStart(), 'sealed_file_not_private');
  chmodSync(scratch.sealedPath, 0o600);
  chmodSync(scratch.folder, 0o777);
  assert.equal(await failedStart(), 'folder_not_private');
  chmodSync(scratch.folder, 0o700);

  const sealed = readFileSync(scratch.sealedPath);
  writeFileSync(scratch.sealedPath, sealed.subarray(0, 300));
  assert.equal(await failedStart(), 'sealed_file_damaged');
  unlinkSync(scratch.sealedPath);
  assert.equal(await failedStart(), 'sealed_file_missing');
  writeFileSync(scratch.sealedPath, sealed, { mode: 0o600 });

  const journal = readFileSync(scratch.journalPath);
  unlinkSync(scratch.journalPath);
  assert.equal(await failedStart(), 'journal_missing');
  writeFileSync(scratch.journalPath, Buffer.concat([journal, Buffer.alloc(192, 7)]));
  assert.equal(await failedStart(), 'journal_damaged');
  writeFileSync(scratch.journalPath, Buffer.alloc(96, 7));
  assert.equal(await failedStart(), 'journal_of_another_module');
  writeFileSync(scratch.journalPath, journal);

  mkdirSync(dirname(scratch.socketPath), { mode: 0o755 });
  assert.equal(await failedStart(), 'socket_folder_not_private');
  chmodSync(dirname(scratch.socketPath), 0o700);
  writeFileSync(scratch.socketPath, 'not a socket');
  assert.equal(await failedStart(), 'socket_taken');
  assert.equal(readFileSync(scratch.socketPath, 'utf8'), 'not a socket');
  unlinkSync(scratch.socketPath);
  assert.equal(await failedStart(), 'started');
  assert.deepEqual(findSecrets(Buffer.from(output.join('\n')), []), []);
});

test('a socket path that is too long is refused before anything is started', async () => {
  await assert.rejects(
    spawnSecurityModule({
      folder: scratch.folder,
      socketPath: join(scratch.folder, 'x'.repeat(100)),
      unseal: UNSEAL_KEY,
    }),
    RangeError,
  );
});

test('the socket is its owner’s only, and is gone after a stop', async () => {
  const process = await start();
  assert.equal(statSync(scratch.socketPath).mode & 0o777, 0o600);
  assert.equal(statSync(dirname(scratch.socketPath)).mode & 0o777, 0o700);
  await process.stop();
  assert.deepEqual(await process.exited, { code: 0, signal: null });
  assert(!existsSync(scratch.socketPath));
});

test('no debugger opens on the signal for it, and none is allowed from the environment', async () => {
  const process = await start();
  globalThis.process.kill(process.pid, 'SIGUSR1');
  globalThis.process.kill(process.pid, 'SIGINT');
  await client().issue([request(1)]);
  assert(!output.join('\n').includes('Debugger'));
  await process.stop();

  const refused = spawn(globalThis.process.execPath, [MAIN, '--folder', scratch.folder], {
    env: { NODE_OPTIONS: '--inspect=127.0.0.1:0' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const [line] = await once(refused.stdout, 'data');
  assert.match(String(line), /"code":"inspector_asked"/);
  await once(refused, 'close');
});

test('nothing of a core dump would hold memory, and nothing secret is in arguments or environment', async (context) => {
  if (globalThis.process.platform !== 'linux') return context.skip();
  const { pid } = await start();
  const read = (name: string): string => readFileSync(`/proc/${pid}/${name}`, 'latin1');
  assert.equal(Number.parseInt(read('coredump_filter'), 16), 0);
  assert.equal(read('environ').replaceAll('\0', ''), '');
  assert.deepEqual(findSecrets(Buffer.from(read('cmdline')), []), []);
  assert.match(read('cmdline'), /^wattvend-security-module/);
});

test('the module ends when its parent is killed', async () => {
  const start = `
    import { spawnSecurityModule } from '${new URL('../dist/process.js', import.meta.url)}';
    const { pid } = await spawnSecurityModule({
      folder: process.argv[1],
      socketPath: process.argv[2],
      unseal: { kind: 'key', key: Buffer.from(process.argv[3], 'hex') },
    });
    console.log(pid);
  `;
  assert(UNSEAL_KEY.kind === 'key');
  const key = Buffer.from(UNSEAL_KEY.key).toString('hex');
  const parent = spawn(
    globalThis.process.execPath,
    ['--input-type=module', '-e', start, scratch.folder, scratch.socketPath, key],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(parent.stdout, 'data');
  const witness = connect(scratch.socketPath);
  await once(witness, 'connect');
  parent.kill('SIGKILL');
  await once(witness.resume(), 'close');
  assert.equal(await failedStartUntilFree(), 'started');
});

/** Its end is seen on the socket a moment before its lock is given back. */
async function failedStartUntilFree(): Promise<string> {
  for (;;) {
    const outcome = await failedStart();
    if (outcome !== 'folder_locked') return outcome;
  }
}

test('a batch that is not signed by the vending service, or not now, issues nothing', async () => {
  await start();
  const { privateKey } = generateKeyPairSync('ed25519');
  const cases = [
    [{ signingKey: privateKey }, 'authorisation_invalid'],
    [{ clock: () => instant(Date.now() - 61_000) }, 'authorisation_expired'],
    [{ clock: () => instant(Date.now() + 120_000) }, 'authorisation_invalid'],
  ] as const;
  for (const [change, code] of cases) {
    await assert.rejects(client(change).issue([request(1)]), { code });
  }
  assert.equal((await client().report()).issued, 0n);
});

test('the client refuses an empty and a too long batch by itself', async () => {
  const module = client();
  await assert.rejects(module.issue([]), RangeError);
  const many = Array.from({ length: 257 }, (_, number) => request(number));
  await assert.rejects(module.issue(many), RangeError);
});

test('what cannot be read ends its connection with an error frame and no other', async () => {
  await start();
  const module = client();
  await module.issue([request(1)]);
  const tooLong = Buffer.alloc(4);
  tooLong.writeUInt32BE(FRAME_OCTETS_MAX + 1);
  const notUtf8 = Buffer.from([0, 0, 0, 2, 0xc3, 0x28]);
  const cases = [
    [tooLong, null, 'frame_too_long'],
    [Buffer.alloc(4), null, 'frame_empty'],
    [notUtf8, null, 'frame_not_json'],
    [encodeFrame([]), null, 'message must be an object'],
    [encodeFrame({ ask: 'report' }), null, 'message.id must be'],
    [encodeFrame({ id: 9, ask: 'export' }), 9, 'message.ask must be'],
  ] as const;
  for (const [octets, id, detail] of cases) {
    const [message, ...others] = await ask(scratch.socketPath, octets);
    assert.deepEqual(others, []);
    assert(typeof message === 'object' && message !== null && 'detail' in message);
    assert(String(message.detail).startsWith(detail));
    assert.deepEqual(message, {
      id,
      kind: 'error',
      code: 'message_malformed',
      detail: message.detail,
    });
  }
  const [answer] = await module.issue([request(1)]);
  assert.equal(answer?.kind, 'issued');
});

test('half a frame, silence and a client that does not read hold nobody up', async () => {
  await start();
  const sockets: Socket[] = [];
  const open = async (octets: Buffer): Promise<void> => {
    const socket = connect(scratch.socketPath);
    socket.on('error', () => undefined);
    sockets.push(socket);
    await once(socket, 'connect');
    await new Promise<void>((resolve) => socket.write(octets, () => resolve()));
  };
  await open(Buffer.alloc(0));
  await open(Buffer.from([0, 0]));
  await open(encodeFrame({ id: 1, ask: 'report' }).subarray(0, 20));
  await open(
    Buffer.concat(Array.from({ length: 2000 }, () => encodeFrame({ id: 1, ask: 'report' }))),
  );
  const [answer] = await client().issue([request(1)]);
  assert.equal(answer?.kind, 'issued');
  for (const socket of sockets) socket.destroy();
});

test('a frame that does not end in time ends its connection', async () => {
  const module = await openMachine(scratch);
  const events: string[] = [];
  const server = await serveModule({
    module: module.machine,
    socketPath: scratch.socketPath,
    limits: { ...SERVER_LIMITS, frameTime: 1 },
    log: (event) => events.push(event),
  });
  const socket = connect(scratch.socketPath);
  socket.write(Buffer.from([0, 0, 0, 9]));
  await once(socket.resume(), 'close');
  assert.deepEqual(events, ['frame_too_slow']);
  await server.close();
  await module.close();
});

test('without a module the client says unavailable, and finds it when it is there again', async () => {
  const module = client();
  await assert.rejects(module.issue([request(1)]), SecurityModuleUnavailable);
  const first = await start();
  const [before] = await module.issue([request(1)]);
  await kill(first);
  await assert.rejects(module.issue([request(1)]), SecurityModuleUnavailable);
  await start();
  const [after] = await module.issue([request(1)]);
  assert.deepEqual(after, before);
  await module.close();
  await assert.rejects(module.issue([request(1)]), SecurityModuleUnavailable);
});

/** A false module that answers each question with what it is told. */
async function falseModule(answer: (question: { id: number }) => object | null): Promise<Server> {
  mkdirSync(dirname(scratch.socketPath), { mode: 0o700 });
  const server = createServer((socket) => {
    const decoder = new FrameDecoder();
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      for (const frame of decoder.push(chunk)) {
        assert(frame.kind === 'message');
        const said = answer(frame.message as { id: number });
        if (said !== null) socket.write(encodeFrame(said));
      }
    });
  });
  server.listen(scratch.socketPath);
  await once(server, 'listening');
  return server;
}

test('answers that do not match their requests are not believed', async () => {
  const issued = (number: number): object => ({
    kind: 'issued',
    vend_id: vendId(number),
    position: 0,
    token: '0'.repeat(20),
    sequence: '1',
    receipt: '0'.repeat(64),
  });
  const lies: ((question: { id: number }) => object)[] = [
    ({ id }) => ({ id, kind: 'issue', answers: [issued(1)] }),
    ({ id }) => ({ id, kind: 'issue', answers: [issued(2), issued(1)] }),
    ({ id }) => ({ id, kind: 'issue', answers: [issued(1), { ...issued(2), sequence: '0' }] }),
    ({ id }) => ({ id, kind: 'issue', answers: [issued(1), { ...issued(2), position: 1 }] }),
    ({ id }) => ({ id, kind: 'verify', answer: { kind: 'crc', token_class: 0 } }),
    ({ id }) => ({ id, kind: 'issue', answers: [issued(1), issued(2)], more: 1 }),
    () => ({ id: null, kind: 'error', code: 'message_malformed', detail: '' }),
  ];
  let lie = 0;
  const server = await falseModule((question) => lies[lie]?.(question) ?? null);
  const module = client();
  for (lie = 0; lie < lies.length; lie++) {
    await assert.rejects(module.issue([request(1), request(2)]), SecurityModuleUnavailable);
  }
  server.close();
});

test('a module that never answers is unavailable after the time allowed', async () => {
  const server = await falseModule(() => null);
  const module = client({ timeout: milliseconds(1) });
  await assert.rejects(module.issue([request(1)]), SecurityModuleUnavailable);
  await assert.rejects(module.report(), SecurityModuleUnavailable);
  server.close();
});

test('under a real limit of the file’s size nothing is half issued', async (context) => {
  if (globalThis.process.platform === 'win32') return context.skip();
  // Two blocks of 512 octets: room for the header, nine records and a part of the tenth.
  const limited = spawn(
    '/bin/sh',
    ['-c', 'ulimit -f 2 && exec "$@"', 'sh', globalThis.process.execPath, MAIN].concat([
      ...['--folder', scratch.folder, '--socket', scratch.socketPath],
    ]),
    { env: {}, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  limited.stdin.write(encodeUnsealSecret(unsealOctets(UNSEAL_KEY)));
  await once(limited.stdout, 'data');
  limited.stdout.on('data', (chunk) => output.push(String(chunk)));
  const module = client();
  const limit = statSync('/bin/sh').isFile() ? await blockOf() : 512;
  const fits = Math.floor((2 * limit - 96) / 96);
  for (let number = 1; number <= fits; number++) await module.issue([request(number)]);
  await assert.rejects(module.issue([request(fits + 1)]), SecurityModuleUnavailable);
  await assert.rejects(module.issue([request(fits + 1)]), SecurityModuleUnavailable);
  const [known] = await module.issue([request(fits)]);
  assert(known?.kind === 'issued' && known.sequence === BigInt(fits));
  assert.equal(readFileSync(scratch.journalPath).length, 96 + 96 * fits);
  assert.match(output.join(''), /"journal_write_failed","code":"EFBIG"/);
  limited.stdin.end();
  await once(limited, 'close');

  await start();
  const [next] = await client().issue([request(fits + 1)]);
  assert(next?.kind === 'issued' && next.sequence === BigInt(fits + 1));
});

/** How many octets this shell's `ulimit -f` counts as one: 512, or 1024 in some. */
async function blockOf(): Promise<number> {
  const script = 'ulimit -f 2; head -c 4096 /dev/zero > "$1" 2>/dev/null; wc -c < "$1"';
  const shell = spawn('/bin/sh', ['-c', script, 'sh', join(scratch.folder, 'block')], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [said] = await once(shell.stdout, 'data');
  return Number(said) / 2;
}
