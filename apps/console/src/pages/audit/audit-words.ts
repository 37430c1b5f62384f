/** Deeds of the audit trail in words. */
import type { AuditCheck, AuditEvent } from './audit-queries.ts';

/** "user.roles_changed" becomes "User: roles changed". */
export function deedWords(what: string): string {
  const [of = '', ...rest] = what.split('.');
  const words = (text: string): string => text.replaceAll('_', ' ');
  const subject = words(of);
  const named = subject.charAt(0).toUpperCase() + subject.slice(1);
  return rest.length === 0 ? named : `${named}: ${words(rest.join(', '))}`;
}

const NOBODY: Readonly<Record<AuditEvent['actor']['kind'], string>> = {
  user: 'A user',
  machine: 'A machine client',
  server: 'The server',
  nobody: 'Nobody who signed in',
};

export function actorName({ kind, name }: AuditEvent['actor']): string {
  return name ?? NOBODY[kind];
}

const FAULTS: Readonly<Record<NonNullable<AuditCheck['fault']>['kind'], string>> = {
  'out-of-sequence': 'An event is missing',
  'broken-link': 'An event does not follow the one before it',
  edited: 'An event was changed',
  'wrong-head': 'The end of the trail is not what was written down',
};

export function checkWords({ intact, events, fault }: AuditCheck): string {
  const number = events.toLocaleString('en');
  if (intact || fault === null) {
    return events === 1
      ? 'The one event is as it was written.'
      : `All ${number} events are as they were written.`;
  }
  return `${FAULTS[fault.kind]}: event ${fault.sequence} of ${number}.`;
}
