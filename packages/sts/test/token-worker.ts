/** A Web Worker that makes one token, reads it back and answers with both. */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { DecoderKey } from '@wattvend/sts/decoder-key.js';
import { STA_SAMPLE_TABLES } from '@wattvend/sts/sta-tables.js';
import { decryptToken, encryptToken } from '@wattvend/sts/token.js';
import { tokenCipher } from '@wattvend/sts/token-cipher.js';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { octetsOf } from './hexadecimal-block.ts';

export interface WorkerAnswer {
  readonly hasDocument: boolean;
  readonly digits: string;
  readonly energyTenthKwh: number | null;
}

// The key of the standard's worked example.
const KEY = '0abc12def3456789';

self.addEventListener('message', ({ data }: MessageEvent<{ readonly energyTenthKwh: number }>) => {
  const cipher = tokenCipher('07', new DecoderKey(octetsOf(KEY)), { tables: STA_SAMPLE_TABLES });
  const digits = encryptToken(
    {
      tokenClass: 0,
      subclass: 0,
      name: 'electricity',
      random: 11,
      tokenIdentifier: tokenIdentifier(1_698_595),
      energy: tenthKwh(data.energyTenthKwh),
    },
    cipher,
  );
  const read = decryptToken(digits, cipher);
  const isElectricity = read.kind === 'token' && read.token.name === 'electricity';
  const answer: WorkerAnswer = {
    hasDocument: 'document' in self,
    digits,
    energyTenthKwh: isElectricity ? read.token.energy : null,
  };
  self.postMessage(answer);
});
