import type { ReactionContent } from '../reaction.js';

const reactions: Record<ReactionContent, string> = {
  LIKE: 'Like',
  LOVE: 'Love',
  CELEBRATE: 'Celebrate',
  INSIGHTFUL: 'Insightful',
  SUPPORT: 'Support',
  LAUGH: 'Funny',
};

const people = (count: number) => `${count} ${count === 1 ? 'person' : 'people'}`;

export const en = {
  reactions,
  /** The button's full name: what it does and how many did. */
  name: (reaction: string, count: number) => (count ? `${reaction}, ${people(count)}` : reaction),
  /** The name of the button that opens the list of people who reacted. */
  whoReacted: (count: number) => `${people(count)} reacted. See who`,
  everyone: 'All',
  react: 'React',
  showMore: 'Show more',
};

export type LikeButtonStrings = typeof en;
