/**
 * The security module's process. Started as
 *
 *     node main.js --folder <folder with sealed.json and journal> --socket <path>
 *
 * with the unseal secret on standard input (unseal-pipe.ts). It prints one JSON object a line:
 * `listening` when it may be asked, `failed` with a code and a sentence when it cannot start, and
 * events, which carry codes only. It ends when standard input ends, on SIGTERM, and never leaves a
 * key or a request in what it prints.
 */
import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { instant } from '@wattvend/quantities/time.js';
import { type FolderLock, FolderLocked, lockFolder } from './folder-lock.ts';
import { isInspectorAsked, keepMemoryOutOfCoreDumps, prepareProcess } from './hygiene.ts';
import { errorCode, type Journal, openJournal } from './journal.ts';
import { type JournalFile, openJournalFile } from './journal-file.ts';
import { IssuingModule } from './module.ts';
import {
  JOURNAL_FILE,
  openSealedFile,
  SEALED_FILE,
  SEALED_FILE_FAULTS,
  type UnsealedModule,
} from './sealed-file.ts';
import { type ModuleServer, SocketFolderNotPrivate, SocketTaken, serveModule } from './server.ts';
import { readUnsealSecret } from './unseal-pipe.ts';

/** The exit status when the module could not start for a reason it has named. */
const EXIT_FAILED = 1;

/** The exit status when the journal cannot be trusted before it is read anew. */
const EXIT_JOURNAL_BROKEN = 74;

// What is still being worked on after this many milliseconds is left; its outcome is unknown to
// whoever asked, as after any crash.
const CLOSE_TIME_MAX = 1500;

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** A reason not to start, with a sentence that may be shown. */
class StartFault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface Running {
  readonly lock: FolderLock;
  readonly journal: Journal;
  readonly server: ModuleServer;
}

async function start(o: {
  readonly folder: string;
  readonly socketPath: string;
  readonly onBroken: () => void;
}): Promise<Running> {
  if (isInspectorAsked({ execArgv: process.execArgv, nodeOptions: nodeOptions() })) {
    throw new StartFault('inspector_asked', 'The module does not start under a debugger.');
  }
  const hasCoreFilter = keepMemoryOutOfCoreDumps();
  const secret = await readUnsealSecret(process.stdin);
  if (secret === null) {
    throw new StartFault('unseal_secret_missing', 'No unseal secret came on standard input.');
  }
  const lock = await takeFolder(o.folder);
  const opened = await openSealedFile(join(o.folder, SEALED_FILE), secret);
  if (opened.kind === 'fault') {
    throw new StartFault(opened.fault, SEALED_FILE_FAULTS[opened.fault]);
  }
  const { journal, cutOctets } = await takeJournal(o, opened.module);
  const module = new IssuingModule({
    sealed: opened.module,
    journal,
    clock: () => instant(Date.now()),
  });
  const server = await serveModule({
    module,
    socketPath: o.socketPath,
    log: (event) => print({ event }),
  });
  print({
    event: 'listening',
    module_id: opened.module.moduleId,
    issued: journal.head.sequence,
    journal_octets_cut: cutOctets,
    memory_kept_out_of_core_dumps: hasCoreFilter,
  });
  return { lock, journal, server };
}

function nodeOptions(): string {
  return process.env['NODE_OPTIONS'] ?? '';
}

async function takeFolder(folder: string): Promise<FolderLock> {
  try {
    if (((await stat(folder)).mode & 0o022) !== 0) {
      throw new StartFault(
        'folder_not_private',
        "Others can write in the module's folder. Set its mode to 0700.",
      );
    }
    return await lockFolder(folder, 'security module');
  } catch (error) {
    if (error instanceof StartFault) throw error;
    if (error instanceof FolderLocked) {
      throw new StartFault(
        'folder_locked',
        'Another security module is at work in this folder. Stop it first; two would count twice.',
      );
    }
    throw new StartFault(
      'folder_unusable',
      `The module's folder cannot be used (${errorCode(error)}). Check that it exists and who owns it.`,
    );
  }
}

async function takeJournal(
  o: { readonly folder: string; readonly onBroken: () => void },
  sealed: UnsealedModule,
): Promise<{ journal: Journal; cutOctets: number }> {
  let journal: Journal | null = null;
  const onFailure = (code: string): void => {
    print({ event: 'journal_write_failed', code });
    if (journal?.isBroken) o.onBroken();
  };
  const opened = await openJournal({
    file: await takeJournalFile(join(o.folder, JOURNAL_FILE)),
    identity: sealed,
    hashKey: randomBytes(16),
    onFailure,
  });
  if (opened.kind === 'fault') throw new StartFault(opened.fault, opened.message);
  journal = opened.journal;
  return opened;
}

async function takeJournalFile(path: string): Promise<JournalFile> {
  try {
    return await openJournalFile(path);
  } catch (error) {
    const code = errorCode(error);
    throw code === 'ENOENT'
      ? new StartFault(
          'journal_missing',
          'The journal is missing beside the sealed file. Restore it; without it the module would ' +
            'count from 1 again and issue what was issued before.',
        )
      : new StartFault('journal_unreadable', `The journal cannot be opened (${code}).`);
  }
}

function startFaultOf(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof StartFault) return { code: error.code, message: error.message };
  if (error instanceof SocketFolderNotPrivate) {
    return { code: 'socket_folder_not_private', message: error.message };
  }
  if (error instanceof SocketTaken) return { code: 'socket_taken', message: error.message };
  if (error instanceof RangeError) {
    return { code: 'socket_path_too_long', message: 'The path of the socket is too long.' };
  }
  return { code: 'unexpected', message: `The module could not start (${errorCode(error)}).` };
}

async function main(): Promise<void> {
  prepareProcess((event, code) => print({ event, code }));
  const { values } = parseArgs({
    options: { folder: { type: 'string' }, socket: { type: 'string' } },
  });
  let running: Running | null = null;
  let isEnding = false;
  const end = async (status: number): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(status), CLOSE_TIME_MAX).unref();
    if (running !== null) {
      await running.server.close();
      await running.journal.close();
      await running.lock.release();
    }
    process.exit(status);
  };
  process.on('SIGTERM', () => void end(0));
  process.stdin.once('end', () => void end(0));
  process.stdin.once('error', () => void end(0));
  // A parent that no longer reads is gone as well.
  process.stdout.once('error', () => void end(0));
  try {
    running = await start({
      folder: values.folder ?? '',
      socketPath: values.socket ?? '',
      onBroken: () => void end(EXIT_JOURNAL_BROKEN),
    });
    // Keeps the pipe flowing, or its end would never be seen; nothing more is expected on it.
    process.stdin.resume();
  } catch (error) {
    print({ event: 'failed', ...startFaultOf(error) });
    process.exitCode = EXIT_FAILED;
    await end(EXIT_FAILED);
  }
}

await main();
