import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { mayUse } from './sources.ts';

const run = promisify(execFile);
const cache = fileURLToPath(new URL('../../../.cache/', import.meta.url));

/** A program that runs from wherever it was unpacked. */
export interface Program {
  path: string;
  /** To be added to its environment. */
  env: Record<string, string>;
}

/**
 * Takes a program out of one of Debian's packages without installing it, as any user: the package, and those that it
 * needs and the system does not have, are unpacked into `.cache/`. Null where there is no Debian, no network or no
 * such package, and where tests may not use any.
 *
 * @param path - Of the program in the package.
 */
export async function unpackDebianPackage(name: string, path: string): Promise<Program | null> {
  if (!mayUse('debian')) return null;
  const home = join(cache, 'debian', name);
  if (!existsSync(join(home, path))) {
    try {
      await unpackInto(home, name);
    } catch {
      // Another process may have been quicker.
      if (!existsSync(join(home, path))) return null;
    }
  }
  const libraries = globSync(['lib/*-linux-gnu', 'usr/lib/*-linux-gnu', 'usr/lib'], { cwd: home });
  const folders = [...libraries.map((folder) => join(home, folder)), process.env.LD_LIBRARY_PATH ?? ''];
  return { path: join(home, path), env: { LD_LIBRARY_PATH: folders.filter(Boolean).join(delimiter) } };
}

/** Whole or not at all, whoever else does the same at the same time. */
async function unpackInto(home: string, name: string): Promise<void> {
  await mkdir(join(cache, 'debian'), { recursive: true });
  const staging = await mkdtemp(`${home}-`);
  try {
    const packages = join(staging, 'packages');
    const root = join(staging, 'root');
    await mkdir(packages);
    await download(name, packages, staging);
    for (const file of globSync('*.deb', { cwd: packages })) await run('dpkg', ['-x', join(packages, file), root]);
    await rename(root, home);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function download(name: string, into: string, staging: string): Promise<void> {
  try {
    await downloadBy([], name, into);
  } catch {
    // The system's lists are not there, or old: lists of our own need no rights.
    const lists = join(staging, 'lists');
    await mkdir(join(lists, 'partial'), { recursive: true });
    const options = ['-o', `Dir::State::Lists=${lists}`, '-o', `Dir::Cache=${staging}`];
    await run('apt-get', [...options, 'update']);
    await downloadBy(options, name, into);
  }
}

async function downloadBy(options: string[], name: string, into: string): Promise<void> {
  const simulation = [...options, 'install', '--simulate', '-qq', '--no-install-recommends', name];
  const { stdout } = await run('apt-get', simulation);
  // Inst redis-tools (5:7.0.15-1~deb12u10 Debian-Security:12/oldstable-security [amd64])
  const missing = [...stdout.matchAll(/^Inst (\S+)/gm)].map(([, dependency]) => dependency!);
  await run('apt-get', [...options, 'download', ...new Set([name, ...missing])], { cwd: into });
}
