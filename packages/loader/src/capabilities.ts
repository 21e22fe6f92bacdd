/** The code of each tag. A page loads what its tags need, and nothing else. */
export const WIDGETS: Record<string, () => Promise<unknown>> = {
  'parvis-provider': () => import('@parvis/core/provider/parvis-provider.js'),
  'parvis-like-button': () => import('@parvis/like-button/parvis-like-button.js'),
  'parvis-comment-thread': () => import('@parvis/comment-thread/parvis-comment-thread.js'),
  'parvis-comment-count': () => import('@parvis/comment-thread/parvis-comment-count.js'),
  'parvis-activity-wall': () => import('@parvis/activity-wall/parvis-activity-wall.js'),
  'parvis-people-finder': () => import('@parvis/people-finder/parvis-people-finder.js'),
};
