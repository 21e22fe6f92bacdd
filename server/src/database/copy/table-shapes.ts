import { sql } from 'kysely';
import { connect, type Executor } from '../connect.ts';
import { migrateTo } from '../migrate.ts';

/** The structure of a table, as far as a copy needs it. */
export interface TableShape {
  name: string;
  columns: readonly string[];
  /** The columns of its primary key. */
  key: readonly string[];
  /** Columns that refer to other rows of the same table. */
  ownReferences: readonly string[];
  /** The number of its rows in an empty database. */
  initialRows: number;
}

/** The tables of one schema. */
export interface Shapes {
  /** Each after the tables that it refers to. */
  tables: readonly TableShape[];
  /** Full-text indexes of SQLite, which are tables there. They are rebuilt from the rows. */
  indexes: readonly string[];
}

/**
 * The tables after a migration, found by running the migrations in memory: a table that is added later is copied without
 * being listed here.
 *
 * @param version - The name of the migration; by default the last one.
 */
export async function shapesAfter(version?: string): Promise<Shapes> {
  const database = connect('sqlite::memory:');
  try {
    await migrateTo(database.db, version);
    const { rows } = await sql<{ name: string; type: string }>`
      select name, type from pragma_table_list where schema = 'main' and type in ('table', 'virtual')
      and name not like 'sqlite\\_%' escape '\\' and name not like 'kysely\\_%' escape '\\' order by name
    `.execute(database.db);
    const tables = [];
    for (const { name, type } of rows) if (type === 'table') tables.push(await describe(database.db, name));
    return { tables: inOrder(tables), indexes: rows.filter(({ type }) => type === 'virtual').map(({ name }) => name) };
  } finally {
    await database.close();
  }
}

interface Described extends TableShape {
  references: readonly string[];
}

async function describe(db: Executor, name: string): Promise<Described> {
  const columns = await sql<{ name: string; pk: number }>`select name, pk from pragma_table_info(${name})`.execute(db);
  const references = await sql<{ table: string; column: string }>`
    select "table", "from" as "column" from pragma_foreign_key_list(${name})
  `.execute(db);
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(db);
  const keyed = columns.rows.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const ownReferences = references.rows.filter(({ table }) => table === name).map(({ column }) => column);
  if (keyed.length !== 1 && (keyed.length === 0 || ownReferences.length > 0)) {
    throw new Error(`The table ${name} cannot be copied: its rows are not identified by one column.`);
  }
  return {
    name,
    columns: columns.rows.map((column) => column.name),
    key: keyed.map((column) => column.name),
    ownReferences,
    references: references.rows.map(({ table }) => table).filter((table) => table !== name),
    initialRows: rows[0]!.count,
  };
}

function inOrder(tables: readonly Described[]): TableShape[] {
  const waiting = [...tables];
  const placed = new Map<string, TableShape>();
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ references }) => references.every((name) => placed.has(name)));
    if (next < 0) throw new Error(`These tables refer to each other: ${waiting.map(({ name }) => name).join(', ')}.`);
    const [table] = waiting.splice(next, 1);
    placed.set(table!.name, table!);
  }
  return [...placed.values()];
}
