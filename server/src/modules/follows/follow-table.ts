import type { Generated } from 'kysely';
import type { RowId } from '../../platform/ids.ts';
import type { FollowLevel, FollowOrigin, SourceType } from './follow.ts';

/** One person's follow of one thing; the two are unique. */
export interface FollowTable {
  person_id: RowId;
  source_type: SourceType;
  /** The id of its row: of the subject, the person or the group. */
  source_id: RowId;
  level: FollowLevel;
  origin: FollowOrigin;
  since: number;
  /** Of what is muted for some time, until when. */
  muted_until: Generated<number | null>;
  /** Of what is muted, for what it was followed before; null where it was not. */
  level_before: Generated<FollowLevel | null>;
}

export interface FollowTables {
  follow: FollowTable;
}
