/** The code of each tag. A page loads what its tags need, and nothing else. */
export const WIDGETS: Record<string, () => Promise<unknown>> = {
  'parvis-provider': () => import('@parvis/core/provider/parvis-provider.js'),
  'parvis-like-button': () => import('@parvis/like-button/parvis-like-button.js'),
  'parvis-follow-button': () => import('@parvis/follow-button/parvis-follow-button.js'),
  'parvis-bell': () => import('@parvis/bell/parvis-bell.js'),
  'parvis-notification-settings': () => import('@parvis/bell/parvis-notification-settings.js'),
  'parvis-comment-thread': () => import('@parvis/comment-thread/parvis-comment-thread.js'),
  'parvis-comment-count': () => import('@parvis/comment-thread/parvis-comment-count.js'),
  'parvis-activity-wall': () => import('@parvis/activity-wall/parvis-activity-wall.js'),
  'parvis-people-finder': () => import('@parvis/people-finder/parvis-people-finder.js'),
  'parvis-group': () => import('@parvis/groups/parvis-group.js'),
  'parvis-group-list': () => import('@parvis/groups/parvis-group-list.js'),
};

// What TypeScript knows of the tags once it has read the types of this package; none of it is there at run time.
export type { ActivityWallElement } from '@parvis/activity-wall';
export type {} from '@parvis/activity-wall/parvis-activity-wall.js';
export type { BellElement, NotificationChosenEvent, NotificationSettingsElement } from '@parvis/bell';
export type {} from '@parvis/bell/parvis-bell.js';
export type {} from '@parvis/bell/parvis-notification-settings.js';
export type { CommentCountElement, CommentThreadElement } from '@parvis/comment-thread';
export type {} from '@parvis/comment-thread/parvis-comment-count.js';
export type {} from '@parvis/comment-thread/parvis-comment-thread.js';
export type { GetPass, GetToken, ProviderElement } from '@parvis/core';
export type {} from '@parvis/core/provider/parvis-provider.js';
export type { FollowButtonElement, FollowChangedEvent, FollowLevel } from '@parvis/follow-button';
export type {} from '@parvis/follow-button/parvis-follow-button.js';
export type { GroupChosenEvent, GroupElement, GroupListElement } from '@parvis/groups';
export type {} from '@parvis/groups/parvis-group-list.js';
export type {} from '@parvis/groups/parvis-group.js';
export type { LikeButtonElement, LikeToggledEvent, LikeToggleEvent } from '@parvis/like-button';
export type {} from '@parvis/like-button/parvis-like-button.js';
export type { PeopleFinderElement, PersonCardEvent, PersonProfileEvent } from '@parvis/people-finder';
export type {} from '@parvis/people-finder/parvis-people-finder.js';
