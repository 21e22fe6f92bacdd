import pg from 'pg';
import { CannotOpenDatabase, type ConnectOptions } from '../connection.ts';
import { PreparingClient } from './preparing-client.ts';
import { statementTimeout } from './statement-timeout.ts';

const defaultPoolSize = 10;
/** Session settings for each connection, whatever the defaults of its server, database or role. */
const session = `
  set statement_timeout = ${statementTimeout};
  set idle_in_transaction_session_timeout = ${statementTimeout};
  set default_transaction_isolation = 'read committed';
  select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off';
`;

/** `bigint` and `numeric`, the types of sums and counts, as numbers: by default pg returns strings. */
const types = new pg.TypeOverrides();
for (const oid of [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]) types.setTypeParser(oid, Number);

/** A pool of connections that acknowledge a commit only when it is on disk. It connects when first used. */
export function openPool(url: string, { poolSize = defaultPoolSize, onError = () => {} }: ConnectOptions): pg.Pool {
  if (!URL.canParse(url)) throw new CannotOpenDatabase('DATABASE_URL is not a PostgreSQL address.');
  const pool = new ExplainingPool({
    connectionString: url,
    types,
    max: poolSize,
    Client: PreparingClient,
    application_name: 'parvis',
    keepAlive: true,
    // The pool awaits the returned promise, although its types do not say so.
    onConnect: ((client: pg.ClientBase) => client.query(session)) as (client: pg.ClientBase) => void,
  });
  // An unhandled error event would end the process. The pool only repeats the errors of its idle clients.
  const report = (error: Error) => {
    if (!pool.ending) onError(error);
  };
  pool.on('connect', (client) => client.on('error', report)).on('error', () => {});
  return pool;
}

/** Names the database in connection errors. */
class ExplainingPool extends pg.Pool {
  // Kysely is the only caller, and passes no callback.
  override connect: pg.Pool['connect'] = async () => {
    try {
      return await super.connect();
    } catch (error) {
      throw new CannotOpenDatabase(`The database ${locationOf(this.options)} cannot be reached: ${reason(error)}.`, {
        cause: error,
      });
    }
  };
}

/** Without the password. */
function locationOf({ connectionString }: pg.PoolOptions): string {
  const { host, pathname } = new URL(connectionString!);
  return `postgres://${host}${pathname}`;
}

function reason(error: unknown): string {
  // One attempt for each address of a host.
  if (error instanceof AggregateError) return error.errors.map(reason).join(', ');
  return (error as Error).message;
}
