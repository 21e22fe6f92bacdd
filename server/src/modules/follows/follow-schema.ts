import type { Builder } from '../../graphql/builder.ts';
import { connectionArgs, defineConnection } from '../../graphql/connection-type.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { loadNode } from '../../graphql/node.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { type Follow, type FollowLevel, followLevels } from './follow.ts';
import { type Followable, sourceOf, typeOf } from './followable.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Follow: Follow;
  }
  interface SchemaInterfaces {
    Followable: Followable;
  }
  interface SchemaScalars {
    FollowLevel: { Input: FollowLevel; Output: FollowLevel };
  }
}

export function defineFollowSchema(builder: Builder): void {
  builder.enumType('FollowLevel', {
    description: 'How much somebody wants to hear of something.',
    values: {
      ALL: { value: followLevels[0], description: 'Everything new.' },
      ANSWERS: { value: followLevels[1], description: 'Answers to what they wrote.' },
      MENTIONS: { value: followLevels[2], description: 'Only where they are named.' },
      NONE: { value: followLevels[3], description: 'Nothing: it is muted.' },
    },
  });
  defineFollowable(builder);
  defineFollows(builder);
  defineMutation(builder, 'setFollow', {
    description:
      'Sets how much the viewer hears of a page, a post, a person or a group from now on. What they chose is never changed by what happens there.',
    input: (t) => ({
      sourceId: t.id({ required: true, description: 'The id of a page, a post, a person or a group.' }),
      level: t.field({ type: 'FollowLevel', description: 'Null for what the viewer follows no longer.' }),
      page: t.field({ type: 'PageDetails', description: 'Title and key of the host page.' }),
    }),
    payload: { source: 'Followable' },
    resolve: async ({ idempotencyKey, sourceId, level, page }, context) => {
      const draft = { sourceId, level: level ?? null, page };
      const id = await context.services.follows.set(context.viewer, draft, idempotencyKey);
      return { source: (await loadNode(builder, id, context)) as Followable | null };
    },
  });
}

function defineFollowable(builder: Builder): void {
  builder.interfaceType('Followable', {
    description: 'Something that people can follow: a page, a post, a person or a group.',
    access: 'parent',
    resolveType: (thing) => typeOf(thing),
    fields: (t) => ({
      id: t.id({
        description: 'Opaque and permanent.',
        resolve: (thing) => toGlobalId(typeOf(thing), thing.id),
      }),
      viewerFollow: t.field({
        type: 'FollowLevel',
        nullable: true,
        description:
          'How much the viewer hears of it, because they chose so or took part there; null where they do not follow it.',
        resolve: (thing, _args, { loaders }) => {
          const source = sourceOf(thing);
          return source && loaders.follows.own(source);
        },
      }),
    }),
  });
}

/** `Viewer.follows`. */
function defineFollows(builder: Builder): void {
  builder.objectType('Follow', {
    description: 'Something that the viewer follows or muted by choice.',
    access: 'parent',
    fields: (t) => ({
      source: t.field({
        type: 'Followable',
        nullable: true,
        description: 'What it is. Null if it went away in this moment.',
        resolve: async ({ source: { type, id } }, _args, { loaders }): Promise<Followable | null> => {
          if (type === 'Person') return loaders.people.load(id);
          if (type === 'Group') return loaders.groups.load(id);
          return (await loaders.subjects.load(type, id)) as Followable | null;
        },
      }),
      level: t.expose('level', { type: 'FollowLevel', description: 'How much the viewer hears of it.' }),
      mutedUntil: t.expose('mutedUntil', {
        type: 'DateTime',
        nullable: true,
        description: 'Until when it is muted; null where it is not, or for ever. Afterwards it is followed as before.',
      }),
      since: t.expose('since', { type: 'DateTime', description: 'When the viewer began to follow it.' }),
    }),
  });
  const connection = defineConnection(builder, 'Follow');
  builder.objectField('Viewer', 'follows', (t) =>
    t.field({
      type: connection,
      description:
        'What they follow or muted by choice, as far as they may still read it; the last first, 20 by default.',
      args: connectionArgs(t),
      reads: true,
      resolve: (_viewer, args, { viewer, services }) => services.follows.chosen(viewer, args),
    }),
  );
}
