import { fromGlobalId, type GlobalId, type RowId } from '../platform/ids.ts';
import { readers } from './access.ts';
import type { Builder, SchemaObjects } from './builder.ts';
import type { GraphQLContext } from './context.ts';

type NodeLoader = (id: RowId, context: GraphQLContext) => Promise<object | null>;

/** By the GraphQL type. */
const loaders = new WeakMap<Builder, Map<string, NodeLoader>>();

/** The type that a node was loaded as: rows do not carry it. */
const typeOfNode = new WeakMap<object, string>();

/**
 * Lets `node(id:)` find objects of a type. `load` gets the local id, and returns null if the object does not exist or the
 * viewer may not see it.
 */
export function defineNodeLoader<Name extends keyof SchemaObjects & string>(
  builder: Builder,
  type: Name,
  load: (id: RowId, context: GraphQLContext) => Promise<(SchemaObjects[Name] & object) | null>,
): void {
  loaders.get(builder)!.set(type, load);
}

/**
 * An object by its global id; null if it does not exist or the viewer may not see it.
 *
 * @throws {Refusal} INVALID for an id that this server did not make.
 */
export async function loadNode(builder: Builder, globalId: GlobalId, context: GraphQLContext): Promise<object | null> {
  const { type, id } = fromGlobalId(globalId);
  const node = (await loaders.get(builder)!.get(type)?.(id, context)) ?? null;
  if (node) typeOfNode.set(node, type);
  return node;
}

export function defineNode(builder: Builder): void {
  loaders.set(builder, new Map());

  builder.interfaceType('Node', {
    description: 'An object with an id, by which it can be fetched again.',
    resolveType: (node) => typeOfNode.get(node),
    fields: (t) => ({ id: t.id({ description: 'Opaque and permanent.' }) }),
  });
  builder.queryFields((t) => ({
    node: t.field({
      type: 'Node',
      nullable: true,
      access: readers,
      description: 'An object by its id; null if it does not exist or the viewer may not see it.',
      args: { id: t.arg.id({ required: true }) },
      reads: true,
      resolve: (_root, { id }, context) => loadNode(builder, id, context),
    }),
    nodes: t.field({
      type: ['Node'],
      nullable: { items: true, list: false },
      access: readers,
      description: 'Several objects, in the order of their ids, at most 100.',
      args: { ids: t.arg.idList({ required: true }) },
      // An error among the nodes becomes the error of its index in the list.
      resolve: (_root, { ids }, context) =>
        Promise.all(ids.map((id) => loadNode(builder, id, context).catch((error: unknown) => error as null))),
    }),
  }));
}
