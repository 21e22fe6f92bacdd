import { spawn } from 'node:child_process';
import { freePort } from '../services/free-port.ts';
import { createProject } from './project.ts';

/** A server that was installed from its tarball, on a SQLite file, as somebody would run it who has no repository. */
export interface InstalledServer {
  address: string;
  stop: () => Promise<void>;
}

/** @param origin - Of the pages, which are on the same host: whoever opens them is Emma of the demo. */
export async function startInstalledServer(origin: string): Promise<InstalledServer> {
  const project = createProject();
  await project.run('npm install @parvis/server');
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: 'sqlite:parvis.db',
    PARVIS_DEMO: 'true',
    PARVIS_AUTH: 'demo,anonymous',
    PARVIS_ANONYMOUS: 'read',
    PARVIS_DEMO_PERSONA: 'emma.rousseau',
    PARVIS_ORIGINS: origin,
  };
  const parvis = (...command: string[]) =>
    spawn('npx', ['--no-install', 'parvis', ...command], { cwd: project.folder, env, detached: true });
  for (const command of ['migrate', 'seed --people 20']) await finished(parvis(...command.split(' ')));

  const server = parvis('serve');
  await said(server, `:${port}`);
  return {
    address: `http://127.0.0.1:${port}`,
    async stop() {
      const end = new Promise((resolve) => server.once('exit', resolve));
      // npx passes on no signal that a test can count on, and so all of its group gets it.
      process.kill(-server.pid!, 'SIGTERM');
      await end;
      project.remove();
    },
  };
}

type Child = ReturnType<typeof spawn>;

function finished(child: Child): Promise<void> {
  return new Promise((resolve, reject) => {
    const output = outputOf(child);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`It ended with ${code}: ${output()}`))));
  });
}

function said(child: Child, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const output = outputOf(child, () => output().includes(words) && resolve());
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${output()}`)));
  });
}

function outputOf(child: Child, onText?: () => void): () => string {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: Buffer) => {
      output += text.toString();
      onText?.();
    });
  }
  return () => output;
}
