import { newIdempotencyKey } from '../client/idempotency-key.js';

/** How long a lease lasts without renewal, in ms. */
const LEASE = 10_000;
/** Time in which a tab that took the same lease at the same moment can be noticed, in ms. */
const SETTLE = 50;

/** Waits until no other tab does the work of this name, then does it. */
export async function inTurn(name: string, work: () => Promise<void>): Promise<void> {
  if (hasLocks()) return navigator.locks.request(name, work);
  while (!(await lease(name, work))) await pause(LEASE / 5);
}

/** Does the work of this name, unless it is being done in this or another tab. Resolves to whether it was done. */
export async function unlessTaken(name: string, work: () => Promise<void>): Promise<boolean> {
  if (!hasLocks()) return lease(name, work);
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return !!lock;
  });
}

// Web Locks are missing on plain-http intranets.
const hasLocks = () => 'locks' in navigator;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A lease in localStorage, for browsers without locks. Suspended tabs lose it, and two tabs may in rare cases both hold it:
 * then a text is sent twice with the same key, which is harmless.
 */
async function lease(name: string, work: () => Promise<void>): Promise<boolean> {
  const key = `parvis:turn:${name}`;
  const holder = newIdempotencyKey();
  const read = () => localStorage.getItem(key)?.split(' ') ?? [];
  const take = () => localStorage.setItem(key, `${Date.now() + LEASE} ${holder}`);
  let renewal: ReturnType<typeof setInterval> | undefined;
  try {
    if (Number(read()[0]) > Date.now()) return false;
    take();
    await pause(SETTLE);
    if (read()[1] !== holder) return false;
    renewal = setInterval(take, LEASE / 4);
  } catch {
    // localStorage is not available, so no other tab knows of this work.
  }
  try {
    await work();
  } finally {
    clearInterval(renewal);
    if (renewal && read()[1] === holder) localStorage.removeItem(key);
  }
  return true;
}
