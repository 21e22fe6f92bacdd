import { CannotOpenDatabase, type ConnectOptions, type DatabaseConnection } from './connection.ts';
import { connectPostgres } from './postgres/connect-postgres.ts';
import { connectSqlite } from './sqlite/connect-sqlite.ts';

export {
  CannotOpenDatabase,
  type ConnectOptions,
  type DatabaseConnection,
  type DialectName,
  type Executor,
  type PoolFigures,
} from './connection.ts';

/**
 * Opens the database of a `DATABASE_URL`: `sqlite:PATH`, `sqlite::memory:`, or `postgres://…`, which is connected to with
 * the first statement.
 *
 * @throws {CannotOpenDatabase} with a message that names the database and the reason.
 */
export function connect(url: string, options: ConnectOptions = {}): DatabaseConnection {
  const scheme = url.slice(0, url.indexOf(':'));
  switch (scheme) {
    case 'sqlite':
      return connectSqlite(url.slice('sqlite:'.length), options);
    case 'postgres':
    case 'postgresql':
      return connectPostgres(url, options);
    default:
      throw new CannotOpenDatabase(`DATABASE_URL is a ${scheme}: address; it takes sqlite:PATH or postgres://….`);
  }
}
