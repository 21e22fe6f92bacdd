import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { knownPeople } from '../../../demo/seed/people/known-people.ts';
import { freePort } from '../services/free-port.ts';

const parvis = fileURLToPath(new URL('../../../server/bin/parvis', import.meta.url));

/** A server in a process of its own, as operations would run it, with a database file that outlives a restart. */
export interface ParvisProcess {
  readonly address: string;
  /** Stops it gracefully and starts it again on the same port and database. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface ParvisOptions {
  /** Environment variables over those of the demo. */
  settings?: Record<string, string>;
  /** How many people to seed; 0 leaves the database empty. */
  people?: number;
  /** A CSV file of people to import. */
  directory?: string;
}

/** Seeds a database and serves it; the bundles must have been built. */
export async function startParvis({
  settings = {},
  people = 150,
  directory,
}: ParvisOptions = {}): Promise<ParvisProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-e2e-'));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const environment = {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: `sqlite:${join(folder, 'parvis.db')}`,
    PARVIS_DEMO: 'true',
    PARVIS_AUTH: 'demo,anonymous',
    PARVIS_ANONYMOUS: 'read',
    PARVIS_DEMO_PERSONA: 'nobody',
    // Whoever has a name in the demo, so that tests may be them.
    PARVIS_DEMO_PERSONAS: knownPeople.map(({ handle }) => handle).join(),
    PARVIS_ORIGINS: address,
    PARVIS_LOG_LEVEL: 'warn',
    ...settings,
  };
  const run = (...command: string[]) =>
    promisify(execFile)(process.execPath, [parvis, ...command], { env: environment });
  if (people) await run('seed', '--people', String(people));
  // A row that is refused makes the command fail; the others are in.
  if (directory) await run('import', 'people', directory, '--create').catch(() => {});
  let child = await serve(environment);
  return {
    address,
    async restart() {
      await end(child);
      child = await serve(environment);
    },
    async stop() {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function serve(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, [parvis, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${output}`)));
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString();
      if (output.includes(`:${env.PORT!}`)) resolve();
    });
  });
  child.removeAllListeners('exit');
  return child;
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
