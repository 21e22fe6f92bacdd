/**
 * What groups cost where there are many: 128,322 people, 12,000 groups, one person in 300 of them; and groups that a rule fills:
 * `npm run bench -- groups [sqlite|postgres] [runs]`.
 *
 * Every time is the median of the runs, beside the time of a statement that reads one row by its key on the same connection.
 */
import { sql } from 'kysely';
import { createApp } from '../../server/src/app.ts';
import { readConfig } from '../../server/src/config.ts';
import type { Connection } from '../../server/src/platform/connection.ts';
import type { RowId } from '../../server/src/platform/ids.ts';
import { viewerOf } from '../../server/src/platform/viewer.ts';
import { createScaleDatabase } from './scale-database.ts';

const dialect = process.argv[2] === 'postgres' ? 'postgres' : 'sqlite';
const runs = Number(process.argv[3] ?? 300);
const people = 128_322;
const groups = 12_000;
const membersOfEach = 30;
const rules = 10;
/** Every fortieth group has the viewer in it. */
const mineAmong = 40;

const scale = await createScaleDatabase(dialect, { people, pages: 100, walls: 10 });
const app = createApp(readConfig({ DATABASE_URL: scale.url, PARVIS_LOG_LEVEL: 'warn' }));
const { db } = app.database;
try {
  await fill();
  await app.services.people.warm();
  const { id } = await db.selectFrom('person').select('id').where('handle', '=', 'person-0').executeTakeFirstOrThrow();
  const viewer = viewerOf({
    person: { id, handle: 'person-0', name: 'Camille Martin 0' },
    role: 'EMPLOYEE',
    kind: 'EMPLOYEE',
  });
  const service = app.services.groups;
  const [mine, others] = [
    await service.list(viewer, { mine: true, first: 20 }),
    await service.list(viewer, { mine: false, first: 20 }),
  ];
  console.log(
    `${dialect}: ${people} people, ${groups} groups, the viewer in ${await counted(mine)}, ${await counted(others)} to discover\n`,
  );

  const one = await median('one row by its key', () =>
    db.selectFrom('group_').select('name').where('handle', '=', 'group-7').execute(),
  );
  await median('the audiences of the viewer', () => service.memberships.audiencesOf(id, null), one);
  await median('my groups', () => service.list(viewer, { mine: true, first: 20 }), one);
  await median(
    'my groups, with their number',
    async () => counted(await service.list(viewer, { mine: true, first: 20 })),
    one,
  );
  await median('groups to discover', () => service.list(viewer, { mine: false, first: 20 }), one);
  await median(
    'groups to discover, with their number',
    async () => counted(await service.list(viewer, { mine: false, first: 20 })),
    one,
  );
  await median(
    'groups to discover, by a word',
    () => service.list(viewer, { mine: false, first: 20, query: 'north 77' }),
    one,
  );
  await ofRules(service);
} finally {
  await app.close();
  await scale.remove();
}

/** Groups of all visibilities, and those who are in them. */
async function fill(): Promise<void> {
  const count = (of: number) =>
    sql.raw(`with recursive numbers(i) as (select 0 union all select i + 1 from numbers where i < ${of - 1})`);
  const id = (n: string) => sql.raw(`'group-id-' || ${n}`);
  await sql`${count(groups)} insert into group_ (id, handle, name, sort_name, visibility, join_by, posting, commenting, inviting, member_count, created_by, created_at)
    select ${id('i')}, 'group-' || i, 'North ' || i, ' north ' || i,
      case when i % 10 < 6 then 'PUBLIC' when i % 10 < 9 then 'PRIVATE' else 'HIDDEN' end, 'OPEN', 'MEMBERS', 'MEMBERS', 'MEMBERS', ${membersOfEach},
      (select id from person where handle = 'person-1'), 1 from numbers`.execute(db);
  await sql`${count(groups * membersOfEach)} insert into membership (group_id, person_id, role, origin, since)
    select ${id(`(i / ${membersOfEach})`)}, person.id, case when i % ${membersOfEach} = 0 then 'OWNER' else 'MEMBER' end, 'JOINED', i
    from numbers join person on person.handle = 'person-' || (1 + (i * 911) % ${people - 1})
    on conflict do nothing`.execute(db);
  await sql`${count(groups / mineAmong)} insert into membership (group_id, person_id, role, origin, since)
    select ${id(`(i * ${mineAmong})`)}, person.id, 'MEMBER', 'JOINED', i from numbers join person on person.handle = 'person-0'`.execute(
    db,
  );
  await sql`analyze`.execute(db);
}

/** A rule that everybody meets, as when a group of all is made; then one person who moves, where several groups have rules. */
async function ofRules({ rules: keeper }: typeof app.services.groups): Promise<void> {
  const ruled = Array.from({ length: rules }, (_, index) => `group-id-${index * mineAmong + 1}` as RowId);
  await db.updateTable('person').set({ location: 'Douai' }).execute();
  await db
    .updateTable('group_')
    .set({ join_by: 'RULE', rule: 'location = "Lille"' })
    .where('id', 'in', ruled)
    .execute();
  await db.updateTable('group_').set({ rule: 'location = "Douai"' }).where('id', '=', ruled[0]!).execute();
  const start = performance.now();
  await keeper.keepGroup({ id: '', attempt: 1, payload: { groupId: ruled[0]! }, finish: async () => undefined });
  console.log(`${'a rule brings everybody'.padEnd(40)} ${((performance.now() - start) / 1_000).toFixed(2)} s`);
  const movers = await db.selectFrom('person').select('id').orderBy('id', 'desc').limit(runs).execute();
  let next = 0;
  await median('one person moves', async () => {
    const personId = movers[next++ % movers.length]!.id;
    await db.updateTable('person').set({ location: 'Lille' }).where('id', '=', personId).execute();
    await keeper.keepPerson({ id: '', attempt: 1, payload: { personId }, finish: async () => undefined });
  });
}

function counted({ totalCount }: Connection<unknown>): number | Promise<number> {
  return typeof totalCount === 'number' ? totalCount : totalCount();
}

async function median(what: string, work: () => Promise<unknown>, beside?: number): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    // So that nothing is answered by what was kept of an earlier read.
    await scale.commit();
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  const time = times.toSorted((a, b) => a - b)[Math.floor(runs / 2)]!;
  console.log(`${what.padEnd(40)} ${time.toFixed(3)} ms${beside ? `, ${(time / beside).toFixed(1)} × one row` : ''}`);
  return time;
}
