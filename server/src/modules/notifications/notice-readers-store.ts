import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import { audienceOf, readBy } from '../../database/read-by.ts';
import type { ViewerAudiences } from '../../platform/readable.ts';

/** Whether who asks may read a notice of theirs: what it is about, `root`, or the notice itself where it is about none. */
export function isReadBy(db: Executor, audiences: ViewerAudiences): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${readBy(db, 'root', audiences)}
    or (notice.root_id is null and (notice.audience is null or ${audienceOf(db, 'notice.audience', audiences)})))`;
}
