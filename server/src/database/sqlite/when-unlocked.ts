import { setTimeout as pause } from 'node:timers/promises';

/** How long another process may keep the database to itself, in milliseconds: a migration, or the import of a directory. */
const patience = 60_000;
const betweenTries = 10;

/**
 * Does what needs the lock of the database, which another process may have at the moment. SQLite itself would wait
 * without letting anything else go on in this process.
 */
export async function whenUnlocked<T>(work: () => T): Promise<T> {
  const deadline = Date.now() + patience;
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
