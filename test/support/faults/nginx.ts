import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fromRoot } from '../../../scripts/paths.js';
import { onPath } from '../services/on-path.ts';
import { quietPort } from './quiet-port.ts';

/** Debian has it where only root looks. */
const program = onPath('nginx') || '/usr/sbin/nginx';

/** Why tests that need nginx are skipped here; false where they can run. */
export const nginxMissing = onPath('nginx') || reads('/usr/sbin/nginx') ? false : 'no nginx on PATH';

/** A real nginx with `deploy/nginx.conf`, but for ports and folders. */
export class Nginx {
  readonly address: string;
  readonly #folder: string;
  readonly #child: ChildProcess;

  constructor(port: number, folder: string, child: ChildProcess) {
    this.address = `http://127.0.0.1:${port}`;
    this.#folder = folder;
    this.#child = child;
  }

  /** @param ports - Of two nodes. */
  static async start([first, second]: readonly number[]): Promise<Nginx> {
    const folder = mkdtempSync(join(tmpdir(), 'parvis-nginx-'));
    const log = join(folder, 'error.log');
    const port = await quietPort();
    const configuration = readFileSync(fromRoot('deploy/nginx.conf'), 'utf8')
      .replaceAll('/tmp/', `${folder}/`)
      .replace('listen 8080', `listen 127.0.0.1:${port}`)
      .replace('parvis-1:4000', `127.0.0.1:${first!}`)
      .replace('parvis-2:4000', `127.0.0.1:${second!}`)
      .replace('access_log /dev/stdout parvis', 'access_log off')
      .replace('error_log /dev/stderr', `error_log ${log}`);
    const file = join(folder, 'nginx.conf');
    writeFileSync(file, configuration);
    const child = spawn(program, ['-c', file, '-p', folder, '-e', log, '-g', 'daemon off;'], { stdio: 'ignore' });
    const nginx = new Nginx(port, folder, child);
    while (!(await listens(port))) {
      if (child.exitCode !== null) throw new Error(`nginx ended:\n${readFileSync(log, 'utf8')}`);
      await delay(20);
    }
    return nginx;
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGTERM');
    await gone;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });
}

function reads(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}
