import type { FollowLevel } from '../follow-operations.js';

const states: Record<FollowLevel, string> = {
  ALL: 'Following',
  ANSWERS: 'Following: answers',
  MENTIONS: 'Following: mentions',
  NONE: 'Muted',
};

const levels: Record<FollowLevel, string> = {
  ALL: 'Everything new',
  ANSWERS: 'Answers to me',
  MENTIONS: 'Only mentions of me',
  NONE: 'Nothing',
};

export const en = {
  follow: 'Follow',
  /** What the button says where it is followed. */
  states,
  /** The choices of its menu. */
  levels,
  stop: 'No longer follow',
  /** The name of the menu. */
  choose: 'How much to hear of it',
  /** The full name of the button. */
  of: (label: string, name: string) => `${label}, ${name}`,
};

export type FollowButtonStrings = typeof en;
