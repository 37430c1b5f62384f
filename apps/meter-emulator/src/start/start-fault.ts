/** Why the program does not start: one clear sentence and what to do, for a person to read. */
export class StartFault extends Error {
  override readonly name: string = 'StartFault';
}
