import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpackDebianPackage, type Program } from './debian-package.ts';
import { quietPort } from './quiet-port.ts';
import { installed, onPath } from './on-path.ts';
import { Service } from './service.ts';

const example = fileURLToPath(new URL('../../../deploy/nginx.conf', import.meta.url));

let found: Promise<Program | null> | undefined;

/** The system's nginx, else the one of Debian's package; null where there is neither. */
export function findNginx(): Promise<Program | null> {
  return (found ??= look());
}

/** Why tests that need nginx are skipped here; false where they can run: `it('…', { skip: await nginxMissing() }, …)`. */
export async function nginxMissing(): Promise<string | false> {
  return (await findNginx()) ? false : 'no nginx on this machine, and none to be had from Debian';
}

async function look(): Promise<Program | null> {
  const path = onPath('nginx') ?? installed('/usr/sbin/nginx', '/usr/local/sbin/nginx');
  return path ? { path, env: {} } : unpackDebianPackage('nginx', 'usr/sbin/nginx');
}

/**
 * Our example, but for the port, the addresses of the nodes, which are never looked up, and the folder that it writes into.
 * Looking names up is for newer versions than Debian has.
 */
export function nginxConfiguration(options: { port: number; nodes: [string, string]; folder: string }): string {
  const { port, nodes, folder } = options;
  return readFileSync(example, 'utf8')
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace(/^ *resolver .*$/m, '')
    .replace('server parvis-1:4000 resolve', `server ${nodes[0]}`)
    .replace('server parvis-2:4000 resolve', `server ${nodes[1]}`)
    .replaceAll('/tmp/', `${folder}/`);
}

/** Starts nginx with our example before two nodes, given as `host:port`. */
export async function startNginx({ path, env }: Program, nodes: [string, string]): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-nginx-'));
  // Started by root, it works as nobody.
  chmodSync(folder, 0o755);
  const port = await quietPort();
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, nginxConfiguration({ port, nodes, folder }));
  const url = `http://127.0.0.1:${port}`;
  const nginx = new Service({
    url,
    folder,
    command: [path, '-c', file, '-g', 'daemon off;'],
    env,
    // A fast shutdown: it does not wait until the last reader has closed their stream.
    endsBy: 'SIGTERM',
    answers: () =>
      fetch(`${url}/metrics`).then(
        () => true,
        () => false,
      ),
  });
  await nginx.start();
  return nginx;
}
