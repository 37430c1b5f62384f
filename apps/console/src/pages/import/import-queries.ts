/** Files of customers and meters on their way in. */
import { createClient } from '@wattvend/client/client.js';
import type { paths } from '@wattvend/client/generated.js';
import { type Answer, api, call } from '../../api/client.ts';

export type FileKind = 'customers_and_meters' | 'meters';
export type ImportAnswer =
  paths['/v1/imports/{id}']['get']['responses'][200]['content']['application/json'];
export type ImportFault = ImportAnswer['faults'][number];

/** A file has as long as it takes; everything else of the console is answered in seconds. */
const FILE_TIMEOUT_MS = 600_000;
const files = createClient({ baseUrl: '/', timeoutMs: FILE_TIMEOUT_MS });

export interface FileToImport {
  /** Made once for each file: the trial run and the import have the same. */
  readonly id: string;
  readonly kind: FileKind;
  readonly file: File;
}

export function sendFile(
  { id, kind, file }: FileToImport,
  isTrial: boolean,
): Promise<Answer<ImportAnswer>> {
  return call(
    files.POST('/v1/imports/{id}', {
      params: { path: { id }, query: { kind, dry_run: isTrial ? 'true' : 'false' } },
      headers: { 'content-type': 'text/csv' },
      body: '',
      bodySerializer: () => file,
    }),
  );
}

/** How far it is; null while the server has not begun with it. */
export async function readProgress(id: string): Promise<ImportAnswer | null> {
  const answer = await call(api.GET('/v1/imports/{id}', { params: { path: { id } } }));
  return answer.kind === 'answer' ? answer.value : null;
}
