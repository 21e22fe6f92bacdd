import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';

/**
 * A database holds all that employees wrote: a new file is its owner's alone, and one that is there already is closed to
 * those who are neither its owner nor of its group. SQLite gives the files beside it the same permissions.
 *
 * @param path - Of the database itself. Nothing happens to one in memory, or where the system has no permissions.
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
    // Somebody else's file, or a file system that is only read: it stays as its owner wants it.
  }
}
