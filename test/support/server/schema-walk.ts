import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** A field that answers many: a list, or a connection with its nodes. */
export interface ListField {
  parent: string;
  name: string;
  element: string;
  /** Whether it takes `first`. */
  isSized: boolean;
  isConnection: boolean;
}

/** How to come to an object of a type from the root: a selection with its place marked by `…`. */
export type Entries = Readonly<Record<string, string>>;

/** Knows the lists of a schema, and the ways from one to another. */
export class SchemaWalk {
  readonly lists: readonly ListField[];
  readonly #schema: GraphQLSchema;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
    this.lists = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter(
        ({ name }) => !name.startsWith('__') && !/(?:Connection|Payload)$|^(?:Query|Mutation|Subscription)$/.test(name),
      )
      .flatMap((type) => Object.values(type.getFields()).flatMap((field) => listField(type, field) ?? []));
  }

  /**
   * One list in the other, and both in turn to a depth where there is a way back; null where there is no way from one to
   * the other.
   */
  nested(
    outer: ListField,
    inner: ListField,
    entries: Entries,
    { size, depth }: { size: number; depth: number },
  ): string[] | null {
    const start = entries[outer.parent];
    const onward = this.#way(outer.element, inner.parent);
    if (!start || !onward) return null;
    const document = (selection: string) => `{ ${start.replace('…', selection)} }`;
    const once = this.#open(outer, size, onward(this.#open(inner, size, this.#leaf(inner.element))));
    const back = this.#way(inner.element, outer.parent);
    if (!back) return [document(once)];
    let deepest = once;
    for (;;) {
      const deeper = this.#open(outer, size, onward(this.#open(inner, size, back(deepest))));
      if (depthOf(deeper) > depth - 3) return [document(once), document(deepest)];
      deepest = deeper;
    }
  }

  #open({ name, isSized, isConnection }: ListField, size: number, inner: string): string {
    return `${name}${isSized ? `(first: ${size})` : ''} { ${isConnection ? `nodes { ${inner} }` : inner} }`;
  }

  /** What is heaviest of an object. */
  #leaf(type: string): string {
    const found = this.#schema.getType(type)!;
    if (isAbstractType(found))
      return this.#schema
        .getPossibleTypes(found)
        .map(({ name }) => `... on ${name} { ${this.#leaf(name)} }`)
        .join(' ');
    const fields = (found as GraphQLObjectType).getFields();
    return 'body' in fields ? '__typename body { source text tree }' : '__typename';
  }

  /** By the fewest fields that answer one object each. */
  #way(from: string, to: string): ((inner: string) => string) | null {
    const seen = new Set([from]);
    const queue: [string, (inner: string) => string][] = [[from, (inner) => inner]];
    for (let entry = queue.shift(); entry; entry = queue.shift()) {
      const [name, wrap] = entry;
      if (name === to) return wrap;
      const type = this.#schema.getType(name)!;
      const steps: [string, (inner: string) => string][] = isAbstractType(type)
        ? this.#schema
            .getPossibleTypes(type)
            .map((possible) => [possible.name, (inner) => `... on ${possible.name} { ${inner} }`])
        : Object.values((type as GraphQLObjectType).getFields())
            .filter((field) => isSingle(field))
            .map((field) => [getNamedType(field.type).name, (inner) => `${field.name} { ${inner} }`]);
      for (const [next, step] of steps) {
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push([next, (inner) => wrap(step(inner))]);
      }
    }
    return null;
  }
}

function listField(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): ListField | null {
  const named = getNamedType(field.type);
  if (!isCompositeType(named) || named.name.endsWith('Edge')) return null;
  const isSized = field.args.some(({ name }) => name === 'first');
  const isConnection = named.name.endsWith('Connection');
  if (!isConnection && !isListType(isNonNullType(field.type) ? field.type.ofType : field.type)) return null;
  const element = isConnection
    ? getNamedType((named as GraphQLObjectType).getFields()['nodes']!.type).name
    : named.name;
  return { parent: type.name, name: field.name, element, isSized, isConnection };
}

function isSingle(field: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(field.type);
  const type = isNonNullType(field.type) ? field.type.ofType : field.type;
  return (
    isCompositeType(named) &&
    !isListType(type) &&
    !named.name.endsWith('Connection') &&
    !field.args.some(isRequiredArgument)
  );
}

/** Of selections, in fields. */
function depthOf(selection: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [sign] of selection.replace(/\.\.\. on \w+ \{/g, '').matchAll(/[{}]/g)) {
    depth += sign === '{' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest + 1;
}
