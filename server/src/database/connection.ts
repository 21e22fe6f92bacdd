import type { Kysely, Transaction } from 'kysely';
import type { Database } from './database.ts';

export type DialectName = 'sqlite' | 'postgres';

/** The first argument of a store's functions: the database, or a transaction. */
export type Executor = Kysely<Database>;

/** An open database. */
export interface DatabaseConnection {
  readonly db: Executor;
  readonly dialect: DialectName;
  /**
   * Runs `work` in one transaction: everything is stored or, if it throws, nothing. Only await SQL inside, and cause no
   * other effects: on the embedded database all other writes wait for it, and on PostgreSQL it is run again after a
   * conflict with another transaction. Use `afterCommit` for what follows.
   */
  transaction<T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T>;
  /** The use of its connections. */
  pool(): PoolFigures;
  close(): Promise<void>;
}

/** The number of connections, of idle ones, and of requests waiting for one. */
export interface PoolFigures {
  total: number;
  idle: number;
  waiting: number;
}

export interface ConnectOptions {
  /** The maximum number of connections to a database server. */
  poolSize?: number;
  /** Receives errors of idle connections, such as the end of the server. */
  onError?: (error: Error) => void;
  /** Receives a disk failure after which an embedded database accepts no more writes until it is reopened. */
  onDamage?: (error: Error) => void;
}

export class CannotOpenDatabase extends Error {
  override readonly name = 'CannotOpenDatabase';
}
