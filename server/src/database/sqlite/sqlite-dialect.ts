import { type Dialect, type Driver, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type Kysely } from 'kysely';

/** Kysely's SQLite on a driver of ours. */
export class NodeSqliteDialect implements Dialect {
  readonly #driver: Driver;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  createDriver(): Driver {
    return this.#driver;
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): SqliteAdapter {
    return new ConcurrentSqliteAdapter();
  }

  createIntrospector(db: Kysely<any>): SqliteIntrospector {
    return new SqliteIntrospector(db);
  }
}

/** Our driver itself decides who waits for whom; Kysely would let one reader through at a time. */
class ConcurrentSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }

  /** Migrations run in one transaction: all of them or none, and one process after the other. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
