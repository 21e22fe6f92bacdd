import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';

/**
 * A database contains all that employees wrote: a new file is accessible only to its owner, and an existing one loses the
 * permissions of others than owner and group. SQLite gives the files beside it the same permissions.
 *
 * @param path - The path of the database. Does nothing for one in memory, or on systems without permissions.
 */
export function keepPrivate(path: string): void {
  if (path === ':memory:' || path === '' || process.platform === 'win32') return;
  if (!existsSync(path)) return closeSync(openSync(path, 'ax', 0o600));
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    const mode = statSync(file, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined && mode & 0o007) closeToOthers(file, mode);
  }
}

function closeToOthers(file: string, mode: number): void {
  try {
    chmodSync(file, mode & 0o770);
  } catch {
    // Another user's file, or a read-only file system: the permissions stay.
  }
}
