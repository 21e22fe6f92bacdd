import type { ArgBuilder, ObjectRef } from '@pothos/core';
import type { Connection, ConnectionArgs, Edge } from '../platform/connection.ts';
import type { Builder, BuilderTypesOf, SchemaObjects } from './builder.ts';

export function definePageInfo(builder: Builder): void {
  builder.objectType('PageInfo', {
    description: 'The position of a page within the whole list.',
    access: 'parent',
    fields: (t) => ({
      startCursor: t.exposeString('startCursor', {
        nullable: true,
        description: 'The cursor of the first edge, for `before`; null on an empty page.',
      }),
      endCursor: t.exposeString('endCursor', {
        nullable: true,
        description: 'The cursor of the last edge, for `after`.',
      }),
      hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether there are entries after this page.' }),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
        description: 'Whether there are entries before this page.',
      }),
    }),
  });
}

/** The four arguments of every connection field: `args: connectionArgs(t)`. */
export function connectionArgs(t: { arg: ArgBuilder<BuilderTypesOf<Builder>> }) {
  return {
    first: t.arg.int(),
    after: t.arg.string(),
    last: t.arg.int(),
    before: t.arg.string(),
  } satisfies Record<keyof ConnectionArgs, unknown>;
}

/** Defines `XConnection` and `XEdge` for an object type X, and answers the connection to use as a field's type. */
export function defineConnection<Name extends keyof SchemaObjects & string>(
  builder: Builder,
  name: Name,
): ObjectRef<BuilderTypesOf<Builder>, Connection<SchemaObjects[Name]>> {
  type Item = SchemaObjects[Name];
  const edge = builder.objectRef<Edge<Item>>(`${name}Edge`).implement({
    description: `A ${name} in a list, with its cursor.`,
    access: 'parent',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: 'Its position in the list, for `after` and `before`.' }),
      node: t.field({ type: name, resolve: (edge) => edge.node as never }),
    }),
  });
  return builder.objectRef<Connection<Item>>(`${name}Connection`).implement({
    description: `A page of a list of type ${name}: 100 at most, from the start (\`first\`, \`after\`) or from the end (\`last\`, \`before\`).`,
    access: 'parent',
    fields: (t) => ({
      edges: t.field({ type: [edge], resolve: (connection) => connection.edges }),
      nodes: t.field({
        type: [name],
        description: 'The edges without their cursors.',
        resolve: (connection) => connection.edges.map(({ node }) => node) as never,
      }),
      pageInfo: t.field({ type: 'PageInfo', resolve: (connection) => connection.pageInfo }),
      totalCount: t.int({
        description: 'The number of entries on all pages.',
        resolve: ({ totalCount }) => (typeof totalCount === 'function' ? totalCount() : totalCount),
      }),
    }),
  });
}
