import { mock } from 'node:test';

/** Does the work as if a minute had passed on the clock of this process, which is what limiters in memory go by. */
export async function aMinuteLater<T>(work: () => Promise<T>): Promise<T> {
  mock.timers.enable({ apis: ['Date'], now: Date.now() + 60_000 });
  try {
    return await work();
  } finally {
    mock.timers.reset();
  }
}
