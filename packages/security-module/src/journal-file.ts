/**
 * The file under the journal, reduced to what the journal does with it, so that tests can let the
 * disk fill up or fail at any step.
 */
import { readSync } from 'node:fs';
import { open } from 'node:fs/promises';

export interface JournalFile {
  /** In octets. */
  size(): Promise<number>;
  /**
   * Reads octets that are surely there. It does not wait: a request for a vend that was issued
   * before must be decided before the next request is looked at.
   */
  readNow(position: number, length: number): Buffer;
  read(position: number, length: number): Promise<Buffer>;
  write(octets: Uint8Array, position: number): Promise<void>;
  /** Returns when everything written is durable. */
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens an existing file for reading and writing; rejects with the system's error otherwise. */
export async function openJournalFile(path: string): Promise<JournalFile> {
  const file = await open(path, 'r+');
  return {
    size: async () => (await file.stat()).size,
    readNow: (position, length) => {
      const octets = Buffer.alloc(length);
      let filled = 0;
      while (filled < length) {
        const read = readSync(file.fd, octets, filled, length - filled, position + filled);
        if (read === 0) throw new Error('the journal is shorter than it was');
        filled += read;
      }
      return octets;
    },
    read: async (position, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    },
    write: async (octets, position) => {
      let written = 0;
      while (written < octets.length) {
        const rest = octets.subarray(written);
        written += (await file.write(rest, 0, rest.length, position + written)).bytesWritten;
      }
    },
    sync: () => file.datasync(),
    truncate: (length) => file.truncate(length),
    close: () => file.close(),
  };
}
