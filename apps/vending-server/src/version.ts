/** The version of the program, as its package says. */
import { readFileSync } from 'node:fs';

export function programVersion(): string {
  const file = new URL('../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
  return version;
}
