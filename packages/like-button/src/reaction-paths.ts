import { LIKE_PATH, type ReactionContent } from './reaction.js';

/** Icons on a grid of 24, drawn for Parvis. */
export const REACTION_PATHS: Record<ReactionContent, string> = {
  LIKE: LIKE_PATH,
  LOVE: 'M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.2 4.2 4.2 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10z',
  CELEBRATE: 'm12 3 2.7 5.6 6.1.8-4.5 4.3 1.1 6.1-5.4-2.9-5.4 2.9 1.1-6.1L3.2 9.4l6.1-.8z',
  INSIGHTFUL: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.9c.6.5 1 1.2 1 2V16h5v-.1c0-.8.4-1.5 1-2A6 6 0 0 0 12 3z',
  SUPPORT:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM5.6 5.6l3.6 3.6M14.8 14.8l3.6 3.6M18.4 5.6l-3.6 3.6M9.2 14.8l-3.6 3.6',
  LAUGH: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM7.5 13.5h9a4.5 4.5 0 0 1-9 0zM8.5 9.5l1-1 1 1M13.5 9.5l1-1 1 1',
};
