import { type Dialect, type Driver, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type Kysely } from 'kysely';

/** Kysely's SQLite dialect with our own driver. */
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

/** Our driver decides who waits; Kysely would let only one reader run at a time. */
class ConcurrentSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }

  /** Migrations run in one transaction: all of them or none, and only in one process at a time. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
