// What packages add to each other, one line each. Their tags are in tags.ts, since those are needed at once.
export { posts } from '@parvis/activity-wall';
export { notifications } from '@parvis/bell';
export { comments } from '@parvis/comment-thread';
export { follows } from '@parvis/follow-button';
export { groups } from '@parvis/groups';
export { reactions } from '@parvis/like-button';
export { polls } from '@parvis/polls';
