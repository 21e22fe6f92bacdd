import type { Transaction } from 'kysely';
import type { Executor } from './connection.ts';
import type { Database } from './database.ts';

const waiting = new WeakMap<Executor, (() => void)[]>();

/** Calls `callback` after the transaction has committed, and never if it fails. */
export function afterCommit(trx: Executor, callback: () => void): void {
  const callbacks = waiting.get(trx);
  if (!callbacks) throw new Error('Not in a transaction, or in one that was not begun by `database.transaction`.');
  callbacks.push(callback);
}

/** Runs a transaction with `begin`, then its `afterCommit` callbacks. */
export async function committing<T>(
  begin: (work: (trx: Transaction<Database>) => Promise<T>) => Promise<T>,
  work: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  let callbacks: (() => void)[] = [];
  const result = await begin((trx) => {
    // A new list for each attempt of a retried transaction.
    callbacks = [];
    waiting.set(trx, callbacks);
    return work(trx);
  });
  for (const callback of callbacks) callback();
  return result;
}
