import { listOf, oneOf, setting } from '../../platform/settings-table.ts';

const reactionWords = ['like', 'love', 'celebrate', 'insightful', 'support', 'laugh'] as const;
const [reactionTakes, reactionWord] = oneOf(...reactionWords);

/** The settings of reactions. */
export const reactionSettings = {
  reactions: setting('PARVIS_REACTIONS', {
    takes: listOf(
      [reactionTakes, reactionWord.transform((word) => word.toUpperCase() as Uppercase<typeof word>)],
      'reactions',
    ),
    default: reactionWords.join(','),
    description: 'The reactions on offer, in their order.',
  }),
};
