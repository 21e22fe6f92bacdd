import type { CommentTables } from '../modules/comments/comment-table.ts';
import type { PeopleTables } from '../modules/people/people-table.ts';
import type { PostTables } from '../modules/posts/post-table.ts';
import type { ReactionTables } from '../modules/reactions/reaction-table.ts';
import type { SubjectTables } from '../modules/subjects/subject-table.ts';
import type { WallTables } from '../modules/walls/wall-table.ts';
import type { OutboxTable } from '../events/outbox-table.ts';
import type { IdempotencyTable } from './idempotency-table.ts';

/** All tables by name. A module keeps its row types in its `-table.ts` and names its tables here. */
export interface Database extends PeopleTables, SubjectTables, ReactionTables, CommentTables, WallTables, PostTables {
  idempotency: IdempotencyTable;
  outbox: OutboxTable;
}
