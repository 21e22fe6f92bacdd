import pg from 'pg';
import { CannotOpenDatabase, type ConnectOptions } from '../connection.ts';
import { PreparingClient } from './preparing-client.ts';
import { statementTimeout } from './statement-timeout.ts';

const defaultPoolSize = 10;
/** What holds for each connection, whatever the defaults of its server, database or role. */
const session = `
  set statement_timeout = ${statementTimeout};
  set idle_in_transaction_session_timeout = ${statementTimeout};
  set default_transaction_isolation = 'read committed';
  select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off';
`;

/** Numbers as numbers: sums and counts come as `bigint` and `numeric`, which pg would leave as text. */
const types = new pg.TypeOverrides();
for (const oid of [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]) types.setTypeParser(oid, Number);

/** A pool of connections, each of which acknowledges a commit when it is on the disk. Connects when it is first asked. */
export function openPool(url: string, { poolSize = defaultPoolSize, onError = () => {} }: ConnectOptions): pg.Pool {
  if (!URL.canParse(url)) throw new CannotOpenDatabase('DATABASE_URL is no address of a PostgreSQL database.');
  const pool = new ExplainingPool({
    connectionString: url,
    types,
    max: poolSize,
    Client: PreparingClient,
    application_name: 'parvis',
    keepAlive: true,
    // The pool waits for what it answers, which its types do not say.
    onConnect: ((client: pg.ClientBase) => client.query(session)) as (client: pg.ClientBase) => void,
  });
  // What nobody listens for would end the process. The pool only repeats what its clients at rest tell.
  const tell = (error: Error) => {
    if (!pool.ending) onError(error);
  };
  pool.on('connect', (client) => client.on('error', tell)).on('error', () => {});
  return pool;
}

/** Says of what cannot be reached which database it is. */
class ExplainingPool extends pg.Pool {
  // Kysely, which alone asks for connections, gives no callback.
  override connect: pg.Pool['connect'] = async () => {
    try {
      return await super.connect();
    } catch (error) {
      throw new CannotOpenDatabase(`The database ${placeOf(this.options)} cannot be reached: ${reason(error)}.`, {
        cause: error,
      });
    }
  };
}

/** Without its password. */
function placeOf({ connectionString }: pg.PoolOptions): string {
  const { host, pathname } = new URL(connectionString!);
  return `postgres://${host}${pathname}`;
}

function reason(error: unknown): string {
  // Several tries, one for each address of a host.
  if (error instanceof AggregateError) return error.errors.map(reason).join(', ');
  return (error as Error).message;
}
