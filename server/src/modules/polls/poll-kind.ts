import { definePostKind } from '../posts/index.ts';
import { emptyPoll } from './poll.ts';
import { longestChoice, mostChoices, parsePoll } from './poll-draft.ts';
import { deletePolls, findPolls, insertPoll } from './poll-store.ts';

/** A question, which is the text of the post, with answers to choose from. */
export const pollKind = definePostKind({
  kind: 'POLL',
  description: 'A question, which is the text of the post, with answers to choose from.',
  type: 'Poll',
  field: 'poll',
  input: (t) => ({
    choices: t.stringList({
      required: true,
      description: `The answers, 2 to ${mostChoices} different ones of ${longestChoice} characters at most.`,
    }),
    multiple: t.boolean({ description: 'Whether one person may take several. No, where nothing is said.' }),
    endsAt: t.field({ type: 'DateTime', description: 'When it ends by itself, if it does.' }),
  }),
  parse: parsePoll,
  insert: (trx, { id }, draft) => insertPoll(trx, id, draft),
  read: (db, posts) =>
    findPolls(
      db,
      posts.map(({ id }) => id),
    ),
  deleted: emptyPoll,
  forget: deletePolls,
});
