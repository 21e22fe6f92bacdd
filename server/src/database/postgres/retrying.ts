import { setTimeout as pause } from 'node:timers/promises';

const mostTries = 5;
/** In milliseconds, doubled with each try. */
const firstPause = 10;

/** Retries a transaction that PostgreSQL has rolled back because of a conflict. */
export async function retrying<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await transaction();
    } catch (error) {
      if (!gaveWay(error) || tries === mostTries) throw error;
      // At a random time, so that the conflicting transactions do not meet again.
      await pause(firstPause * 2 ** tries * Math.random());
    }
  }
}

/** serialization_failure, deadlock_detected */
function gaveWay(error: unknown): boolean {
  return error instanceof Error && ['40001', '40P01'].includes((error as Error & { code?: string }).code ?? '');
}
