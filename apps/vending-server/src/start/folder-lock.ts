/** One server to a data folder, in the words of a start that fails. */
import { FolderLocked, lockFolder } from '@wattvend/security-module/folder-lock.js';
import { StartFault } from './start-fault.ts';

/** Takes the folder and gives the function that gives it back. Throws StartFault when it is taken. */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  try {
    const lock = await lockFolder(folder, 'wattvend server');
    return lock.release;
  } catch (error) {
    if (error instanceof FolderLocked) {
      throw new StartFault(
        `Another wattvend server is running on ${folder}. Stop it, or choose another folder with --data.`,
        { cause: error },
      );
    }
    if (error instanceof RangeError) {
      throw new StartFault(`The path ${folder} is too long. Choose a shorter one with --data.`, {
        cause: error,
      });
    }
    throw error;
  }
}
