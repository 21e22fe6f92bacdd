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
    description: 'Sets what the viewer chose in a poll, or takes it back. Voting the same again changes nothing.',
    input: (t) => ({
      postId: t.id({ required: true, description: 'The post.' }),
      choiceIds: t.idList({ required: true, description: 'The choices; none takes the vote back.' }),
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
    description: 'Ends a poll: its author and communication staff may. One that has ended stays as it is.',
    input: (t) => ({ postId: t.id({ required: true, description: 'The post.' }) }),
    payload: { post: 'Post' },
    resolve: async ({ idempotencyKey, postId }, { viewer, services }) => ({
      post: await services.polls.close(viewer, localIdOf(postId, 'Post'), idempotencyKey),
    }),
  });
}

function definePoll(builder: Builder): void {
  builder.objectType('PollChoice', {
    description: 'An answer that a poll offers.',
    access: 'parent',
    fields: (t) => ({
      id: t.id({ description: 'Opaque, for `votePoll`.', resolve: ({ id }) => toGlobalId('PollChoice', id) }),
      text: t.exposeString('text', { description: 'What it says, plain text.' }),
      voteCount: t.exposeInt('voteCount', { description: 'How many people chose it.' }),
      viewerVoted: t.boolean({
        description: 'Whether the viewer is one of them.',
        resolve: (choice, _args, { loaders }) => loaders.polls.hasChosen(choice),
      }),
    }),
  });
  builder.objectType('Poll', {
    description: 'A question, which is the text of the post, with answers to choose from.',
    access: 'parent',
    fields: (t) => ({
      choices: t.field({
        type: ['PollChoice'],
        size: mostChoices,
        description: 'What one can choose, in the order of the author. None once deleted.',
        resolve: ({ choices }) => [...choices],
      }),
      multiple: t.exposeBoolean('multiple', { description: 'Whether one person may take several choices.' }),
      endsAt: t.expose('endsAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When it ends by itself, if it does.',
      }),
      closedAt: t.expose('closedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When somebody closed it, if so.',
      }),
      isClosed: t.boolean({
        description: 'Whether nobody can vote any more: it was closed, or has ended.',
        resolve: (poll, _args, { services }) => services.polls.isClosed(poll),
      }),
      voterCount: t.exposeInt('voterCount', { description: 'How many people voted.' }),
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
