import { DatabaseSync } from 'node:sqlite';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { DamageWatch } from './damage-watch.ts';
import { Reader } from './reader.ts';
import { StatementCache } from './statement-cache.ts';
import { TransactionMutex } from './transaction-mutex.ts';
import { whenUnlocked } from './when-unlocked.ts';

const pragmas = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma foreign_keys = on;
  pragma cache_size = -65536;
  pragma temp_store = memory;
  pragma secure_delete = on;
`;

/**
 * How much of the file the reading connection maps into memory, which the operating system shares with its own cache of the
 * file: rows that are far apart then take half as long, because no system call copies their pages. SQLite allows no more.
 */
const mappedBytes = 2_147_418_112;

/**
 * Kysely on `node:sqlite`, with two connections to one file: one runs write transactions, one after the other; the other
 * reads committed data and never waits. A database in memory has only one.
 */
export class SqliteDriver implements Driver {
  readonly transactionMutex = new TransactionMutex();
  readonly #writing: DatabaseSync;
  readonly #reading: DatabaseSync;
  readonly #writer: StatementCache;
  readonly #reader: Reader | null;
  readonly #watch: DamageWatch;

  /** @param file - A path, or `:memory:`. */
  constructor(file: string, onDamage: (error: Error) => void = () => {}) {
    this.#watch = new DamageWatch(onDamage);
    this.#writing = new DatabaseSync(file, { timeout: 5000 });
    this.#writing.exec(`${pragmas} pragma busy_timeout = 0;`);
    // After a disk failure, recovery may have found pages only in memory: this writes them again.
    this.#writing.exec('pragma wal_checkpoint(passive)');
    this.#writer = new StatementCache(this.#writing);
    this.#reading = file === ':memory:' ? this.#writing : new DatabaseSync(file, { timeout: 5000 });
    this.#reader = file === ':memory:' ? null : new Reader(this.#reading);
    if (this.#reader) this.#reading.exec(`${pragmas} pragma query_only = on; pragma mmap_size = ${mappedBytes};`);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqliteConnection> {
    return new SqliteConnection(this.#writing, this.#writer, this.#reader, this.transactionMutex, this.#watch);
  }

  async beginTransaction(connection: SqliteConnection): Promise<void> {
    await connection.begin();
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    connection.end('commit');
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    connection.end('rollback');
  }

  async releaseConnection(): Promise<void> {}

  /** Figures of the writing connection; reads never wait. */
  figures(): { total: number; idle: number; waiting: number } {
    const { entered } = this.transactionMutex;
    return { total: 1, idle: entered === 0 ? 1 : 0, waiting: Math.max(0, entered - 1) };
  }

  async destroy(): Promise<void> {
    if (this.#reading.isOpen) this.#reading.close();
    if (this.#writing.isOpen) this.#writing.close();
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #writer: StatementCache;
  readonly #reader: Reader | null;
  readonly #transactionMutex: TransactionMutex;
  readonly #watch: DamageWatch;
  #release: (() => void) | null = null;

  constructor(
    database: DatabaseSync,
    writer: StatementCache,
    reader: Reader | null,
    transactionMutex: TransactionMutex,
    watch: DamageWatch,
  ) {
    this.#database = database;
    this.#writer = writer;
    this.#reader = reader;
    this.#transactionMutex = transactionMutex;
    this.#watch = watch;
  }

  async begin(): Promise<void> {
    const release = await this.#transactionMutex.enter();
    try {
      this.#watch.assertSound();
      // Immediate: otherwise a transaction that reads before it writes would fail if another process wrote in between.
      await whenUnlocked(() => this.#run(this.#writer, 'begin immediate', []));
    } catch (error) {
      release();
      throw error;
    }
    this.#release = release;
  }

  end(how: 'commit' | 'rollback'): void {
    const release = this.#release;
    // A failed commit, for example on a full disk, has been rolled back already.
    if (!release) return;
    this.#release = null;
    try {
      if (how === 'commit') this.#run(this.#writer, how, []);
    } finally {
      if (this.#database.isTransaction) this.#run(this.#writer, 'rollback', []);
      release();
    }
  }

  async executeQuery<R>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#release) return this.#run(this.#writer, sql, parameters);
    if (this.#reader && (query.kind === 'SelectQueryNode' || /^\s*select\b/i.test(sql))) {
      return this.#watch.run(() => ({ rows: this.#reader!.all<R>(sql, parameters) }));
    }
    const release = await this.#transactionMutex.enter();
    try {
      this.#watch.assertSound();
      return await whenUnlocked(() => this.#run(this.#writer, sql, parameters));
    } finally {
      release();
    }
  }

  async *streamQuery<R>(compiledQuery: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(compiledQuery);
  }

  #run<R>(statements: StatementCache, sql: string, parameters: readonly unknown[]): QueryResult<R> {
    return this.#watch.run(() => {
      const statement = statements.get(sql);
      if (statement.reads) return { rows: statement.all<R>(parameters) };
      const { changes, lastInsertRowid } = statement.run(parameters);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    });
  }
}
