import * as baseDate from '@wattvend/sts/base-date.js';
import * as cardRecord from '@wattvend/sts/card-record.js';
import * as dkga01 from '@wattvend/sts/dkga01.js';
import * as encryptionAlgorithms from '@wattvend/sts/encryption-algorithms.js';
import * as keyGenerationAlgorithms from '@wattvend/sts/key-generation-algorithms.js';
import * as keyType from '@wattvend/sts/key-type.js';
import * as layouts from '@wattvend/sts/layouts.js';
import * as management from '@wattvend/sts/management.js';
import * as staTables from '@wattvend/sts/sta-tables.js';
import * as testDisplay from '@wattvend/sts/test-display.js';
import * as tokenCarrierTypes from '@wattvend/sts/token-carrier-types.js';
import * as virtualCarrier from '@wattvend/sts/virtual-carrier.js';
import { expect, test } from 'vitest';

const MODULES: Readonly<Record<string, object>> = {
  baseDate,
  cardRecord,
  dkga01,
  encryptionAlgorithms,
  keyGenerationAlgorithms,
  keyType,
  layouts,
  management,
  staTables,
  testDisplay,
  tokenCarrierTypes,
  virtualCarrier,
};

function isFrozenWhole(table: unknown): boolean {
  if (typeof table !== 'object' || table === null) return true;
  return Object.isFrozen(table) && Object.values(table).every(isFrozenWhole);
}

const tables = Object.entries(MODULES).flatMap(([module, content]) =>
  Object.entries(content).flatMap(([name, table]) =>
    typeof table === 'object' ? [[`${module}.${name}`, table] as const] : [],
  ),
);

test('there are tables to look at', () => {
  expect(tables.length).toBeGreaterThan(15);
});

test.each(tables)('%s cannot be changed, nor anything in it', (_, table) => {
  expect(isFrozenWhole(table)).toBe(true);
});
