import { definePostKind } from '../posts/index.ts';
import { emptyPoll } from './poll.ts';
import { longestChoice, mostChoices, parsePoll } from './poll-draft.ts';
import { deletePolls, findPolls, insertPoll } from './poll-store.ts';

/** A question, which is the text of the post, with answers to choose from. */
export const pollKind = definePostKind({
  kind: 'POLL',
  description: 'A poll. The text of the post is the question.',
  type: 'Poll',
  field: 'poll',
  input: (t) => ({
    choices: t.stringList({
      required: true,
      description: `The choices: 2 to ${mostChoices} different texts of at most ${longestChoice} characters.`,
    }),
    multiple: t.boolean({ description: 'Whether a person may choose several. Default: false.' }),
    endsAt: t.field({
      type: 'DateTime',
      description: 'When it ends; without it, the poll stays open until it is closed.',
    }),
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
