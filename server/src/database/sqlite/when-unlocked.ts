import { setTimeout as pause } from 'node:timers/promises';

/** How long another process may lock the database, in milliseconds: for a migration, or the import of a directory. */
const timeout = 60_000;
const betweenTries = 10;

/**
 * Does work that needs the lock of the database, which another process may have. SQLite itself would block this whole
 * process while it waits.
 */
export async function whenUnlocked<T>(work: () => T): Promise<T> {
  const deadline = Date.now() + timeout;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isLocked(error) || Date.now() > deadline) throw error;
    }
    await pause(betweenTries * (1 + Math.random()));
  }
}

/** SQLITE_BUSY */
function isLocked(error: unknown): boolean {
  return (error as { errcode?: number }).errcode === 5;
}
