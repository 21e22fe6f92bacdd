import type { Builder } from '../../graphql/builder.ts';
import { connectionArgs, defineConnection } from '../../graphql/connection-type.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { defineNodeLoader } from '../../graphql/node.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { globalIdOf, denialOfReacting, type Subject } from '../subjects/index.ts';
import { type Reaction, type ReactionContent, reactionContents, type ReactionGroup } from './reaction.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Reaction: Reaction;
    ReactionGroup: ReactionGroup;
  }
  interface SchemaInterfaces {
    Reactable: Subject;
  }
  interface SchemaScalars {
    ReactionContent: { Input: ReactionContent; Output: ReactionContent };
  }
}

export function defineReactionSchema(builder: Builder): void {
  builder.enumType('ReactionContent', {
    description: 'The reactions there are. A server offers all of them or some, by configuration.',
    values: reactionContents,
  });
  builder.objectType('ReactionGroup', {
    description: 'How many people reacted one way.',
    access: 'parent',
    fields: (t) => ({
      content: t.expose('content', { type: 'ReactionContent', description: 'Which way.' }),
      totalCount: t.exposeInt('totalCount', { description: 'How many people.' }),
      viewerHasReacted: t.exposeBoolean('viewerHasReacted', { description: 'Whether the viewer is one of them.' }),
    }),
  });
  builder.objectType('Reaction', {
    description: 'One person’s reaction to one subject.',
    interfaces: ['Node'],
    access: 'parent',
    fields: (t) => ({
      id: t.id({ resolve: ({ id }) => toGlobalId('Reaction', id), description: 'Opaque, and the same for ever.' }),
      content: t.expose('content', { type: 'ReactionContent', description: 'What they feel.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When they reacted, or changed their mind.' }),
      person: t.field({
        type: 'Person',
        description: 'Who reacted.',
        resolve: async ({ personId }, _args, { loaders }) => (await loaders.people.load(personId))!,
      }),
    }),
  });
  defineNodeLoader(builder, 'Reaction', (id, { viewer, services }) => services.reactions.visible(viewer, id));
  defineReactable(builder);
  defineMutation(builder, 'setReaction', {
    description: 'Sets the viewer’s reaction to a subject, or takes it back. Setting it again changes nothing.',
    input: (t) => ({
      subjectId: t.id({ required: true, description: 'A page, a post or a comment.' }),
      content: t.field({ type: 'ReactionContent', description: 'Null takes the reaction back.' }),
      page: t.field({ type: 'PageDetails', description: 'What the host page says of itself.' }),
    }),
    payload: { subject: 'Reactable' },
    resolve: async ({ idempotencyKey, ...draft }, { viewer, services }) => ({
      subject: await services.reactions.set(viewer, draft, idempotencyKey),
    }),
  });
}

function defineReactable(builder: Builder): void {
  const connection = defineConnection(builder, 'Reaction');
  builder.interfaceType('Reactable', {
    description: 'Anything people can react to: a page, a post or a comment.',
    access: 'parent',
    resolveType: ({ kind }) => kind,
    fields: (t) => ({
      id: t.id({ resolve: (subject) => globalIdOf(subject), description: 'Opaque, and the same for ever.' }),
      reactionCount: t.exposeInt('reactionCount', { description: 'How many people reacted, all reactions together.' }),
      reactionGroups: t.field({
        type: ['ReactionGroup'],
        size: reactionContents.length,
        description: 'The reactions offered here, in the order in which to offer them, each with its count.',
        resolve: (subject, _args, { loaders }) => {
          const summary = loaders.reactions.summary(subject);
          return summary instanceof Promise ? summary.then(({ groups }) => [...groups]) : [...summary.groups];
        },
      }),
      reactions: t.field({
        type: connection,
        description: 'Who reacted, latest first.',
        args: {
          ...connectionArgs(t),
          content: t.arg({ type: 'ReactionContent', description: 'Only those who reacted this way.' }),
        },
        reads: true,
        resolve: (subject, args, { viewer, services }) => services.reactions.reactions(viewer, subject, args),
      }),
      viewerCanReact: t.boolean({
        description: 'Whether the viewer may react.',
        resolve: (subject, _args, { viewer }) => denialOfReacting(viewer, subject) === null,
      }),
      viewerReaction: t.field({
        type: 'ReactionContent',
        nullable: true,
        description: 'The viewer’s own reaction, if any.',
        resolve: (subject, _args, { loaders }) => {
          const summary = loaders.reactions.summary(subject);
          return summary instanceof Promise
            ? summary.then(({ viewerReaction }) => viewerReaction)
            : summary.viewerReaction;
        },
      }),
    }),
  });
}
