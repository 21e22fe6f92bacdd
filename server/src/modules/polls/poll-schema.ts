import type { Builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { localIdOf, toGlobalId } from '../../platform/ids.ts';
import type { PostContent } from '../posts/index.ts';
import type { Poll, PollChoice } from './poll.ts';
import { mostChoices } from './poll-draft.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Poll: PostContent<Poll>;
    PollChoice: PollChoice;
  }
}

export function definePollSchema(builder: Builder): void {
  definePoll(builder);
  defineMutation(builder, 'votePoll', {
    description: 'Sets the choices of the viewer in a poll, in place of their former ones.',
    input: (t) => ({
      postId: t.id({ required: true, description: 'The id of the post.' }),
      choiceIds: t.idList({
        required: true,
        description:
          'The ids of the choices; an empty list removes the vote. Error INVALID for more than one choice if the poll takes one.',
      }),
    }),
    payload: { post: 'Post' },
    resolve: async ({ idempotencyKey, postId, choiceIds }, { viewer, services }) => {
      const draft = {
        postId: localIdOf(postId, 'Post'),
        choiceIds: choiceIds.map((id) => localIdOf(id, 'PollChoice')),
      };
      return { post: await services.polls.vote(viewer, draft, idempotencyKey) };
    },
  });
  defineMutation(builder, 'closePoll', {
    description: 'Closes a poll: the author and communication staff may. A poll that has ended is not changed.',
    input: (t) => ({ postId: t.id({ required: true, description: 'The id of the post.' }) }),
    payload: { post: 'Post' },
    resolve: async ({ idempotencyKey, postId }, { viewer, services }) => ({
      post: await services.polls.close(viewer, localIdOf(postId, 'Post'), idempotencyKey),
    }),
  });
}

function definePoll(builder: Builder): void {
  builder.objectType('PollChoice', {
    description: 'A choice of a poll.',
    access: 'parent',
    fields: (t) => ({
      id: t.id({ description: 'Opaque, for `votePoll`.', resolve: ({ id }) => toGlobalId('PollChoice', id) }),
      text: t.exposeString('text', { description: 'Its label, plain text.' }),
      voteCount: t.exposeInt('voteCount', { description: 'The number of people who chose it.' }),
      viewerVoted: t.boolean({
        description: 'Whether the viewer chose it.',
        resolve: (choice, _args, { loaders }) => loaders.polls.hasChosen(choice),
      }),
    }),
  });
  builder.objectType('Poll', {
    description: 'A poll. The text of the post is the question.',
    access: 'parent',
    fields: (t) => ({
      choices: t.field({
        type: ['PollChoice'],
        size: mostChoices,
        description: 'The choices, in the order of the author. Empty once deleted.',
        resolve: ({ choices }) => [...choices],
      }),
      multiple: t.exposeBoolean('multiple', { description: 'Whether a person may choose several.' }),
      endsAt: t.expose('endsAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When it ends; null if it stays open until it is closed.',
      }),
      closedAt: t.expose('closedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When it was closed before its end; null if it was not.',
      }),
      isClosed: t.boolean({
        description: 'Whether voting is over: the poll was closed, or has ended.',
        resolve: (poll, _args, { services }) => services.polls.isClosed(poll),
      }),
      voterCount: t.exposeInt('voterCount', { description: 'The number of people who voted.' }),
      viewerCanVote: t.boolean({
        description: 'Whether the viewer may vote.',
        resolve: (poll, _args, { viewer, services }) => services.polls.canVote(viewer, poll),
      }),
      viewerCanClose: t.boolean({
        description: 'Whether the viewer may close it now.',
        resolve: (poll, _args, { viewer, services }) => services.polls.canClose(viewer, poll),
      }),
    }),
  });
}
