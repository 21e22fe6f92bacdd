import type { Kysely, Transaction } from 'kysely';
import type { Database } from './database.ts';

export type DialectName = 'sqlite' | 'postgres';

/** What a store takes as its first argument: the database, or the transaction that it is to take part in. */
export type Executor = Kysely<Database>;

/** An open database. */
export interface DatabaseConnection {
  readonly db: Executor;
  readonly dialect: DialectName;
  /**
   * Runs `work` in one transaction: all of it is stored or, when it throws, none. Await nothing but SQL inside, and do
   * nothing else that counts: on the embedded database every other write waits for it, and on PostgreSQL it runs anew
   * when another transaction came between. What is to follow it goes into `afterCommit`.
   */
  transaction<T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T>;
  /** How busy its connections are. */
  pool(): PoolFigures;
  close(): Promise<void>;
}

/** How many connections there are, how many of them do nothing, and how many requests wait for one. */
export interface PoolFigures {
  total: number;
  idle: number;
  waiting: number;
}

export interface ConnectOptions {
  /** How many connections to a database server at most. */
  poolSize?: number;
  /** Gets what befalls a connection that nobody is using, such as the end of its server. */
  onError?: (error: Error) => void;
  /** Gets a failure of the disk after which an embedded database takes no more writes until it is opened anew. */
  onDamage?: (error: Error) => void;
}

export class CannotOpenDatabase extends Error {
  override readonly name = 'CannotOpenDatabase';
}
