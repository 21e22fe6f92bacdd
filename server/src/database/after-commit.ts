import type { Transaction } from 'kysely';
import type { Executor } from './connection.ts';
import type { Database } from './database.ts';

const waiting = new WeakMap<Executor, (() => void)[]>();

/** Calls `callback` once what a transaction wrote is stored, and never where it is not. */
export function afterCommit(trx: Executor, callback: () => void): void {
  const callbacks = waiting.get(trx);
  if (!callbacks) throw new Error('Not in a transaction, or in one that was not begun by `database.transaction`.');
  callbacks.push(callback);
}

/** Runs a transaction by `begin`, then what was to be called after it. */
export async function committing<T>(
  begin: (work: (trx: Transaction<Database>) => Promise<T>) => Promise<T>,
  work: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  let callbacks: (() => void)[] = [];
  const result = await begin((trx) => {
    // Anew for each try of a transaction that is tried again.
    callbacks = [];
    waiting.set(trx, callbacks);
    return work(trx);
  });
  for (const callback of callbacks) callback();
  return result;
}
