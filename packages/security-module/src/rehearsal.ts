/**
 * A security module within the caller's own process and under the caller's clock, for making the
 * past of a test utility: the module's process takes no clock from anybody, and would refuse tokens
 * of last year. It works on a folder as the process does, journal and lock included, so that the
 * process can go on there afterwards.
 *
 * The keys are in the caller's memory meanwhile. This is for test keys only; nothing but the demo
 * calls it.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Instant } from '@wattvend/quantities/time.js';
import { lockFolder } from './folder-lock.ts';
import { openJournal } from './journal.ts';
import { openJournalFile } from './journal-file.ts';
import { IssuingModule } from './module.ts';
import {
  JOURNAL_FILE,
  openSealedFile,
  SEALED_FILE,
  SEALED_FILE_FAULTS,
  type UnsealSecret,
} from './sealed-file.ts';
import { serveModule } from './server.ts';
import { unsealOctets } from './unseal-secret.ts';

export interface Rehearsal {
  /** Ends the module; its folder is free then. */
  close(): Promise<void>;
}

/** Listens on the socket until closed. Throws an Error with a sentence when it cannot. */
export async function serveRehearsal(o: {
  readonly folder: string;
  readonly socketPath: string;
  readonly unseal: UnsealSecret;
  readonly clock: () => Instant;
}): Promise<Rehearsal> {
  const lock = await lockFolder(o.folder, 'security module');
  const sealed = await openSealedFile(join(o.folder, SEALED_FILE), unsealOctets(o.unseal));
  if (sealed.kind === 'fault') throw new Error(SEALED_FILE_FAULTS[sealed.fault]);
  const opened = await openJournal({
    file: await openJournalFile(join(o.folder, JOURNAL_FILE)),
    identity: sealed.module,
    hashKey: randomBytes(16),
    onFailure: () => undefined,
  });
  if (opened.kind === 'fault') throw new Error(opened.message);
  const { journal } = opened;
  const module = new IssuingModule({ sealed: sealed.module, journal, clock: o.clock });
  const server = await serveModule({ module, socketPath: o.socketPath, log: () => undefined });
  return {
    async close() {
      await server.close();
      await journal.close();
      await lock.release();
    },
  };
}
