import { execFileSync } from 'node:child_process';
import { isExecutable, onPath } from '../services/on-path.ts';
import { mayUse } from '../services/sources.ts';
import { unpackChromium } from './unpack-chromium.ts';

/** A Chromium that answers, and what it takes to launch it. */
export interface Chromium {
  /** Where it was found, for people. */
  source: string;
  version: string;
  executablePath: string;
  args: string[];
  /** To be added to the environment of the browser. */
  env: Record<string, string>;
}

type Candidate = Pick<Chromium, 'source' | 'executablePath'> & { env?: Chromium['env'] };

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const quiet = ['disable-background-networking', 'disable-component-update', 'disable-sync', 'no-first-run'];

/**
 * Finds a Chromium: the one of CHROME_PATH, the system's, Playwright's, at last the one that npm brought. With
 * `PARVIS_TEST_BROWSER=npm` the last one only.
 *
 * @throws {Error} That names every place looked at.
 */
export async function findChromium(): Promise<Chromium> {
  const tried: string[] = [];
  for await (const candidate of candidates()) {
    const version = versionOf(candidate);
    if (version) return { env: {}, ...candidate, version, args: launchArguments() };
    tried.push(`${candidate.source}: ${candidate.executablePath || 'not there'}`);
    if (candidate.source === 'CHROME_PATH') break;
  }
  throw new Error(
    `No Chromium runs here. Tried:\n  ${tried.join('\n  ')}\nInstall one (Debian: apt-get install chromium) or set CHROME_PATH.`,
  );
}

async function* candidates(): AsyncGenerator<Candidate> {
  if (mayUse('installed') && process.env.PARVIS_TEST_BROWSER !== 'npm') {
    if (process.env.CHROME_PATH) yield { source: 'CHROME_PATH', executablePath: process.env.CHROME_PATH };
    for (const name of systemNames) yield { source: name, executablePath: onPath(name) ?? '' };
    for (const executablePath of usualPlaces) yield { source: 'usual place', executablePath };
    const { chromium } = await import('playwright-core');
    yield { source: 'Playwright', executablePath: chromium.executablePath() };
  }
  if (mayUse('npm') && process.platform === 'linux' && process.arch === 'x64')
    yield { source: 'npm', ...(await unpackChromium()) };
}

/** Undefined when it does not run: a wrapper without its browser, a library that is missing, another processor. */
function versionOf({ executablePath, env }: Candidate): string | undefined {
  if (!isExecutable(executablePath)) return undefined;
  try {
    const answer = execFileSync(executablePath, ['--version'], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 15_000,
    });
    return /\d+(\.\d+)+/.exec(answer)?.[0];
  } catch {
    return undefined;
  }
}

function launchArguments(): string[] {
  // Chromium's sandbox refuses root, which is what containers run as.
  const asRoot = process.getuid?.() === 0 || process.env.CI ? ['no-sandbox'] : [];
  return [...asRoot, ...quiet].map((name) => `--${name}`);
}
