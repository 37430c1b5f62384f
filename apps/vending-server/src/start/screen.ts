/** What a person reads at the start: each step with its time, then where to go. */
export interface Screen {
  /** Something worth knowing. */
  say(line: string): void;
  /** Does a step and tells how long it took. */
  step<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
}

export function openScreen(write: (line: string) => void, clock: () => number): Screen {
  return {
    say: write,
    async step(name, work) {
      const start = clock();
      const result = await work();
      write(`  ${name.padEnd(44)} ${((clock() - start) / 1000).toFixed(1).padStart(5)} s`);
      return result;
    },
  };
}

export interface Welcome {
  readonly utilityName: string;
  readonly address: string;
  /** The secret of the demo's link; null outside demo mode. */
  readonly linkSecret: string | null;
  /** The operator's new password, at the first start of a real utility only. */
  readonly operator: { readonly signInName: string; readonly password: string } | null;
  readonly folder: string;
  readonly logFile: string | null;
  readonly seconds: number;
}

export function demoLink(address: string, linkSecret: string): string {
  return `${address}/sign-in#demo=${linkSecret}`;
}

export function welcomeLines(welcome: Welcome): readonly string[] {
  const { address, linkSecret, operator } = welcome;
  return [
    '',
    `${welcome.utilityName} is open after ${welcome.seconds.toFixed(1)} s.`,
    '',
    `  Address   ${address}`,
    ...(linkSecret === null ? [] : [`  Sign in   ${demoLink(address, linkSecret)}`]),
    ...(operator === null
      ? []
      : [
          `  Sign in   as ${operator.signInName} with the password ${operator.password}`,
          '            It is shown this once: sign in and change it.',
        ]),
    `  Data      ${welcome.folder}`,
    ...(welcome.logFile === null ? [] : [`  Log       ${welcome.logFile}`]),
    '  Stop      Ctrl-C',
    '',
  ];
}
