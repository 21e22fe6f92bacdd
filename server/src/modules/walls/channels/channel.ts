import type { RowId } from '../../../platform/ids.ts';

/** A part of a wall, for posts about one matter. */
export interface Channel {
  readonly id: RowId;
  readonly wallId: RowId;
  readonly name: string;
  /** Its place among the channels of its wall, the first being 0. */
  readonly position: number;
  /** Since when nothing is posted in it any more. */
  readonly archivedAt: number | null;
}

/** How many a wall has at most, archived ones too. */
export const mostChannels = 50;
export const longestChannelName = 40;
