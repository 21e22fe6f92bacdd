import type { GlobalId, RowId } from '../../platform/ids.ts';
import type { PageDetails } from '../subjects/index.ts';

/** What can be followed, by the names of its GraphQL types. */
export const sourceTypes = ['Page', 'Post', 'Person', 'Group'] as const;
export type SourceType = (typeof sourceTypes)[number];

/** How much somebody wants to hear of something, the most first. */
export const followLevels = ['ALL', 'ANSWERS', 'MENTIONS', 'NONE'] as const;
export type FollowLevel = (typeof followLevels)[number];

/** CHOSEN by the person, or AUTOMATIC because they wrote or were mentioned there, which never overrides what they chose. */
export type FollowOrigin = 'CHOSEN' | 'AUTOMATIC';

/** Something that can be followed, by the id of its row. */
export interface FollowSource {
  readonly type: SourceType;
  readonly id: RowId;
}

/** Who follows something, and how. A level of NONE is somebody who wants to hear nothing of it. */
export interface Follower {
  readonly personId: RowId;
  readonly source: FollowSource;
  readonly level: FollowLevel;
  /** When they began to, in milliseconds since 1970. */
  readonly since: number;
}

/** What a person chose to follow. */
export interface Follow {
  readonly source: FollowSource;
  readonly level: FollowLevel;
  /** When they began to follow it. */
  readonly since: number;
  /** Until when it is muted; null where it is not, or for ever. */
  readonly mutedUntil: number | null;
}

/** What the viewer sets. */
export interface FollowDraft {
  readonly sourceId: GlobalId;
  /** Null for what they follow no longer. */
  readonly level: FollowLevel | null;
  /** Title and key of the host page. */
  readonly page?: PageDetails | null | undefined;
}
