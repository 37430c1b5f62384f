/** The secret of a demo link, `/sign-in#demo=<secret>`; null when the address holds none. */
export function demoSecretIn(hash: string): string | null {
  const secret = new URLSearchParams(hash.replace(/^#/, '')).get('demo');
  return secret === null || secret === '' ? null : secret;
}
