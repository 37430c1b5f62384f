/** The command line of the real program. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialiseMeterMemory } from '@wattvend/meter/memory-record.js';
import { instant } from '@wattvend/quantities/time.js';
import { expect, test } from 'vitest';
import { makeTestMeter } from '../../src/start/test-meters.ts';
import { startAndEnd, startEmulator } from './started-emulator.ts';

test.each([
  [[], 'No meter is named'],
  [['--test-meters', '0'], '1 to 10000'],
  [['--test-meters', '1', '--speed', '0'], '1 to 86400'],
  [['--test-meters', '1', '--speed', '1.5'], '1 to 86400'],
  [['--test-meters', '1', '--profile', 'castle'], 'household, shop'],
  [['--test-meters', '1', '--port', '65536'], '0 to 65535'],
  [['--test-meters', '1', '--allow-origin', 'http://a.example/page'], 'such as'],
  [['--test-meters', '1', '--allow-origin', '*'], 'such as'],
  [['--meter', '/nowhere/meter.json'], 'cannot be read'],
  [['--test-meters', '1', '--host', '203.0.113.1'], 'not possible to listen'],
])('%j is refused in words', async (options, words) => {
  const { code, output } = await startAndEnd(options);
  expect(code).toBe(1);
  expect(output).toContain(words);
  expect(output).not.toContain('    at ');
});

test('two memories of one meter and a torn one are refused, and a key is not told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wattvend-emulator-'));
  const { memory } = makeTestMeter(0, instant(Date.now()));
  const text = serialiseMeterMemory(memory);
  const [one, torn] = [join(folder, 'one.json'), join(folder, 'torn.json')];
  writeFileSync(one, text);
  writeFileSync(torn, text.slice(0, -20));
  try {
    const twice = await startAndEnd(['--meter', one, '--meter', one]);
    expect(twice).toMatchObject({ code: 1 });
    expect(twice.output).toContain('named twice');
    const broken = await startAndEnd(['--meter', torn]);
    expect(broken).toMatchObject({ code: 1 });
    expect(broken.output).toContain(`${torn}: memory 1 cannot be used`);
    expect(twice.output + broken.output).not.toContain(memory.decoderKey);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a list of memories, or one in a line, is a street', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wattvend-emulator-'));
  const texts = [0, 1, 2].map((index) =>
    serialiseMeterMemory(makeTestMeter(index, instant(Date.now())).memory),
  );
  const [list, lines] = [join(folder, 'list.json'), join(folder, 'lines.jsonl')];
  writeFileSync(list, `[${texts.join()}]`);
  writeFileSync(lines, `${texts.join('\n')}\n`);
  try {
    for (const file of [list, lines]) {
      const emulator = await startEmulator(['--meter', file]);
      expect((await emulator.get('/v1/meters')).json.meters).toHaveLength(3);
      expect(await emulator.end('SIGTERM')).toMatchObject({ code: 0 });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
