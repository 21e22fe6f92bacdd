import type { Builder } from '../../graphql/builder.ts';
import { connectionArgs, defineConnection } from '../../graphql/connection-type.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { defineNodeLoader } from '../../graphql/node.ts';
import { toGlobalId } from '../../platform/ids.ts';
import type { Readable } from '../../platform/readable.ts';
import { globalIdOf, denialOfReacting, type Subject } from '../subjects/index.ts';
import { type Reaction, type ReactionContent, reactionContents, type ReactionGroup } from './reaction.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Reaction: Reaction;
    ReactionGroup: ReactionGroup;
  }
  interface SchemaInterfaces {
    Reactable: Readable<Subject>;
  }
  interface SchemaScalars {
    ReactionContent: { Input: ReactionContent; Output: ReactionContent };
  }
}

export function defineReactionSchema(builder: Builder): void {
  builder.enumType('ReactionContent', {
    description: 'All reactions. PARVIS_REACTIONS says which of them a server offers.',
    values: reactionContents,
  });
  builder.objectType('ReactionGroup', {
    description: 'The number of people with the same reaction to a subject.',
    access: 'parent',
    fields: (t) => ({
      content: t.expose('content', { type: 'ReactionContent', description: 'The reaction.' }),
      totalCount: t.exposeInt('totalCount', { description: 'The number of people.' }),
      viewerHasReacted: t.exposeBoolean('viewerHasReacted', { description: 'Whether the viewer is one of them.' }),
    }),
  });
  builder.objectType('Reaction', {
    description: 'One person’s reaction to one subject.',
    interfaces: ['Node'],
    access: 'parent',
    fields: (t) => ({
      id: t.id({ resolve: ({ id }) => toGlobalId('Reaction', id), description: 'Opaque and permanent.' }),
      content: t.expose('content', { type: 'ReactionContent', description: 'The reaction.' }),
      createdAt: t.expose('createdAt', {
        type: 'DateTime',
        description: 'When the person reacted, or last changed the reaction.',
      }),
      person: t.field({
        type: 'Person',
        description: 'The person who reacted.',
        resolve: async ({ personId }, _args, { loaders }) => (await loaders.people.load(personId))!,
      }),
    }),
  });
  defineNodeLoader(builder, 'Reaction', (id, { viewer, services }) => services.reactions.visible(viewer, id));
  defineReactable(builder);
  defineMutation(builder, 'setReaction', {
    description:
      'Sets or removes the viewer’s reaction to a subject. Each person has at most one reaction to a subject.',
    input: (t) => ({
      subjectId: t.id({ required: true, description: 'The id of a page, a post or a comment.' }),
      content: t.field({ type: 'ReactionContent', description: 'Null removes the reaction.' }),
      page: t.field({ type: 'PageDetails', description: 'Title and key of the host page.' }),
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
    description: 'Something that people can react to: a page, a post or a comment.',
    access: 'parent',
    resolveType: ({ kind }) => kind,
    fields: (t) => ({
      id: t.id({ resolve: (subject) => globalIdOf(subject), description: 'Opaque and permanent.' }),
      reactionCount: t.exposeInt('reactionCount', { description: 'The number of people who reacted.' }),
      reactionGroups: t.field({
        type: ['ReactionGroup'],
        size: reactionContents.length,
        description: 'The reactions that this server offers, in its order, each with its count.',
        resolve: (subject, _args, { loaders }) => {
          const summary = loaders.reactions.summary(subject);
          return summary instanceof Promise ? summary.then(({ groups }) => [...groups]) : [...summary.groups];
        },
      }),
      reactions: t.field({
        type: connection,
        description: 'The reactions with their people, the newest first, 20 by default.',
        args: {
          ...connectionArgs(t),
          content: t.arg({ type: 'ReactionContent', description: 'Only reactions of this kind.' }),
        },
        reads: true,
        resolve: (subject, args, { viewer, services }) => services.reactions.reactions(viewer, subject, args),
      }),
      viewerCanReact: t.boolean({
        description: 'Whether the viewer may react.',
        resolve: async (subject, _args, { viewer }) =>
          denialOfReacting(viewer, subject, await viewer.readership.isIn(subject.writers)) === null,
      }),
      viewerReaction: t.field({
        type: 'ReactionContent',
        nullable: true,
        description: 'The viewer’s reaction; null if there is none.',
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
