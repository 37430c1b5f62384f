/** Files sealed with age (age-encryption.org/v1), so that any age program opens them too. */
import { Decrypter, Encrypter } from 'age-encryption';
import { UnusableInput } from '../command-end.ts';

/** Refuses what is no recipient. Called before the work begins whose result is to be sealed. */
export function encrypterFor(recipients: readonly string[]): Encrypter {
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch (error) {
      const detail = `"${recipient.slice(0, 80)}" is not an age recipient (age1…)`;
      throw new UnusableInput(detail, { cause: error });
    }
  }
  return encrypter;
}

/** Opens a sealed text. `identities` is the content of an identity file: a line each, # for remarks. */
export async function unsealed(
  octets: Uint8Array,
  {
    file,
    identities,
    identityFile,
  }: {
    readonly file: string;
    readonly identities: string;
    readonly identityFile: string;
  },
): Promise<string> {
  const decrypter = new Decrypter();
  const lines = identities.split(/\r?\n/).map((line) => line.trim());
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (keys.length === 0) throw new UnusableInput(`${identityFile} holds no identity`);
  for (const key of keys) {
    try {
      decrypter.addIdentity(key);
    } catch {
      // The line is not repeated, and neither is what the library says of it: it may be a key.
      throw new UnusableInput(`${identityFile} holds a line that is no age identity`);
    }
  }
  try {
    return await decrypter.decrypt(octets, 'text');
  } catch (error) {
    const detail = `${file} is not sealed to an identity in ${identityFile}, or is damaged`;
    throw new UnusableInput(detail, { cause: error });
  }
}
