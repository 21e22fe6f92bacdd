import { sql } from 'kysely';
import type { Executor } from '../../database/connect.ts';
import type { RowId } from '../../platform/ids.ts';
import type { FollowSource } from './follow.ts';

/** Something that a person mutes or does not mute any more. */
export interface Muted {
  readonly personId: RowId;
  readonly source: FollowSource;
}

/**
 * Mutes something; what it is followed for otherwise is kept.
 *
 * @param until - Null for ever.
 */
export async function putMute(
  trx: Executor,
  { personId, source: { type, id } }: Muted,
  { until, since }: { until: number | null; since: number },
): Promise<void> {
  await trx
    .insertInto('follow')
    .values({
      ...{ person_id: personId, source_type: type, source_id: id, since },
      ...{ level: 'NONE', origin: 'CHOSEN', muted_until: until },
    })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'source_type', 'source_id']).doUpdateSet((eb) => ({
        level_before: eb.case().when('follow.level', '=', 'NONE').then(eb.ref('follow.level_before'))
          .else(eb.ref('follow.level')).end(), // prettier-ignore
        level: 'NONE',
        muted_until: until,
      })),
    )
    .execute();
}

/** Lets something be followed as before it was muted. Answers whether it was. */
export async function endMute(trx: Executor, { personId, source }: Muted): Promise<boolean> {
  const ended = await endMutes(
    trx,
    sql`person_id = ${personId} and source_type = ${source.type} and source_id = ${source.id}`,
  );
  return ended.length > 0;
}

/** Ends what is muted until now at most. Answers what that was. */
export function endDueMutes(trx: Executor, now: number): Promise<Muted[]> {
  return endMutes(trx, sql`muted_until <= ${now}`);
}

async function endMutes(trx: Executor, which: ReturnType<typeof sql>): Promise<Muted[]> {
  const returning = sql`returning person_id as "personId", source_type as type, source_id as id`;
  type Row = Pick<Muted, 'personId'> & FollowSource;
  const { rows: forgotten } = await sql<Row>`
    delete from follow where ${which} and level = 'NONE' and level_before is null ${returning}`.execute(trx);
  const { rows: followed } = await sql<Row>`
    update follow set level = level_before, level_before = null, muted_until = null
    where ${which} and level = 'NONE' and level_before is not null ${returning}`.execute(trx);
  return [...forgotten, ...followed].map(({ personId, type, id }) => ({ personId, source: { type, id } }));
}
