import type { ReactableFields } from './like-operations.js';

/** A way to react. */
export type ReactionContent = ReactableFields['reactionGroups'][number]['content'];

/** The icon of the like, which nearly every button shows. */
export const LIKE_PATH =
  'M7 11v9H4v-9zM7 11l4-8c1.7 0 2.6 1.2 2.3 2.8L12.7 9H19c1.3 0 2.2 1.2 1.9 2.5l-1.7 7c-.2.9-1 1.5-1.9 1.5H7';
