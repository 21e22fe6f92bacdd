import { newIdempotencyKey } from '../client/idempotency-key.js';

/** How long a tab has the turn that it took, in ms, unless it renews it. */
const LEASE = 10_000;
/** Time for a tab that took the same turn in the same moment to be seen. */
const SETTLE = 50;

/** Waits until no other tab does the work of this name, then does it. */
export async function inTurn(name: string, work: () => Promise<void>): Promise<void> {
  if (hasLocks()) return navigator.locks.request(name, work);
  while (!(await lease(name, work))) await pause(LEASE / 5);
}

/** Does the work of this name, unless another tab, or this one, is at it. Answers whether it was done. */
export async function unlessTaken(name: string, work: () => Promise<void>): Promise<boolean> {
  if (!hasLocks()) return lease(name, work);
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return !!lock;
  });
}

// Missing on plain-http intranets.
const hasLocks = () => 'locks' in navigator;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A turn that is taken in the browser's storage. Tabs that sleep lose it, and two may once believe that they have it:
 * that is no worse than a text that is sent twice with the same key.
 */
async function lease(name: string, work: () => Promise<void>): Promise<boolean> {
  const place = `parvis:turn:${name}`;
  const holder = newIdempotencyKey();
  const read = () => localStorage.getItem(place)?.split(' ') ?? [];
  const take = () => localStorage.setItem(place, `${Date.now() + LEASE} ${holder}`);
  let renewal: ReturnType<typeof setInterval> | undefined;
  try {
    if (Number(read()[0]) > Date.now()) return false;
    take();
    await pause(SETTLE);
    if (read()[1] !== holder) return false;
    renewal = setInterval(take, LEASE / 4);
  } catch {
    // Nothing can be kept here, so no other tab knows of this work.
  }
  try {
    await work();
  } finally {
    clearInterval(renewal);
    if (renewal && read()[1] === holder) localStorage.removeItem(place);
  }
  return true;
}
