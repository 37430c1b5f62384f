/** Passkeys in the browser. What the person cancels is a refusal like any other. */
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { type Answer, api, call } from '../api/client.ts';
import type { Session } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';

/** Whether this browser has passkeys for this site; it has none for a bare address. */
export function hasPasskeys(): boolean {
  return browserSupportsWebAuthn() && window.isSecureContext && !isAddress(location.hostname);
}

function isAddress(hostname: string): boolean {
  return /^[\d.]+$|:/.test(hostname);
}

function cancelled(): Refusal {
  return {
    code: 'passkey_cancelled',
    status: 0,
    title: 'No passkey',
    detail: 'No passkey was given. Try again, or use another way.',
    retryCanHelp: true,
    retryAfterSeconds: null,
    errors: [],
  };
}

/** The browser throws when its owner says no, has none, or takes too long. */
async function unlessCancelled<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}

type RequestOptions = { optionsJSON: PublicKeyCredentialRequestOptionsJSON };
type CreationOptions = { optionsJSON: PublicKeyCredentialCreationOptionsJSON };

export async function signInByPasskey(): Promise<Answer<Session>> {
  const asked = await call(api.POST('/v1/session/passkey/options'));
  if (asked.kind === 'refusal') return asked;
  const options = { optionsJSON: asked.value } as unknown as RequestOptions;
  const shown = await unlessCancelled(() => startAuthentication(options));
  if (shown === null) return { kind: 'refusal', refusal: cancelled() };
  const passkey = { ...shown, response: { ...shown.response }, clientExtensionResults: {} };
  return await call(api.POST('/v1/session/passkey', { body: { passkey } }));
}

/** Shows a passkey as the second factor. */
export async function showPasskey(): Promise<Answer<Session>> {
  const asked = await call(api.POST('/v1/session/second-factor/options'));
  if (asked.kind === 'refusal') return asked;
  const options = { optionsJSON: asked.value } as unknown as RequestOptions;
  const shown = await unlessCancelled(() => startAuthentication(options));
  if (shown === null) return { kind: 'refusal', refusal: cancelled() };
  const passkey = { ...shown, response: { ...shown.response }, clientExtensionResults: {} };
  return await call(
    api.POST('/v1/session/second-factor', { body: { method: 'passkey', passkey } }),
  );
}

/** Makes and keeps a passkey. Gives recovery codes with a person's first factor. */
export async function addPasskey(
  name: string,
): Promise<Answer<{ readonly recovery_codes: readonly string[] | null }>> {
  const asked = await call(api.POST('/v1/account/passkeys/options'));
  if (asked.kind === 'refusal') return asked;
  const options = { optionsJSON: asked.value } as unknown as CreationOptions;
  const made = await unlessCancelled(() => startRegistration(options));
  if (made === null) return { kind: 'refusal', refusal: cancelled() };
  const passkey = { ...made, response: { ...made.response }, clientExtensionResults: {} };
  return await call(api.POST('/v1/account/passkeys', { body: { name, passkey } }));
}
