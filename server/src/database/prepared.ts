import type { CompiledQuery } from 'kysely';
import type { Executor } from './connect.ts';

type Value = string | number | null;
type Values = Readonly<Record<string, Value | readonly Value[]>>;

/** A placeholder for a value in a query that is compiled before the values are known. */
class Slot {
  readonly name: string;
  readonly index: number | null;

  constructor(name: string, index: number | null = null) {
    this.name = name;
    this.index = index;
  }
}

/**
 * A query for frequent reads that is built and compiled once for each shape, instead of for each call: that costs as much
 * as running it. `build` gets placeholders instead of values; it may pass them on, check whether they are null and count
 * those of a list, and nothing else. `shape` contains everything else that the query depends on.
 */
export function prepared<Input extends Values, Shape extends string, Row>(
  build: (db: Executor, values: Input, shape: Shape) => { compile(): CompiledQuery<Row> },
): (db: Executor, values: Input, shape: Shape) => Promise<Row[]> {
  // By dialect: a database and its transactions share the adapter.
  const byAdapter = new WeakMap<object, Map<string, CompiledQuery<Row>>>();

  return async (db, values, shape) => {
    const { adapter } = db.getExecutor();
    let byShape = byAdapter.get(adapter);
    if (!byShape) byAdapter.set(adapter, (byShape = new Map()));
    const key = `${shape}:${Object.values(values).map(shapeOf).join()}`;
    let query = byShape.get(key);
    if (!query) byShape.set(key, (query = build(db, slotsFor(values), shape).compile()));
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Slot ? valueOf(parameter, values) : parameter,
    );
    return (await db.executeQuery<Row>({ ...query, parameters })).rows;
  };
}

function shapeOf(value: Values[string]): string | number {
  if (value === null) return 'null';
  return isList(value) ? value.length : 'value';
}

function slotsFor<Input extends Values>(values: Input): Input {
  const slots = Object.entries(values).map(([name, value]) => {
    if (value === null) return [name, null];
    return [name, isList(value) ? value.map((_value, index) => new Slot(name, index)) : new Slot(name)];
  });
  return Object.fromEntries(slots) as Input;
}

function valueOf({ name, index }: Slot, values: Values): Value {
  const value = values[name]!;
  return isList(value) ? value[index!]! : value;
}

function isList(value: Values[string]): value is readonly Value[] {
  return Array.isArray(value);
}
