import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Selectable, sql } from 'kysely';
import type { PersonKind, Role } from '../../platform/viewer.ts';
import type { Executor } from '../../database/connect.ts';
import { prepared } from '../../database/prepared.ts';
import { memo } from '../../platform/memo.ts';
import type { PageRequest } from '../../platform/connection.ts';
import type { PersonTable } from './people-table.ts';
import type { PersonKeys } from './search/query.ts';
import type { Rights } from './people-policy.ts';
import type { Person } from './person.ts';
import type { RowId } from '../../platform/ids.ts';

/** Whether a write failed because another person has the handle or email. */
export { isUniqueViolation as isTaken } from '../../database/portable.ts';

/** How many ids one statement may contain. */
const BATCH = 500;

/** Of a larger team, only this many members are recognised. */
const LARGEST_TEAM = 2000;

/** No organisation is deeper; a cycle ends here. */
const DEEPEST = 64;

/** A person with their sort key in lists. */
export interface PersonRecord {
  seq: number;
  sortName: string;
  person: Person;
}

/** Without what is only there to find people by. */
const personColumns = [
  ...([
    'id',
    'handle',
    'name',
    'employee_number',
    'employee_key',
    'email',
    'email_key',
    'mail_proved',
    'phone',
  ] as const),
  ...(['job_title', 'department', 'location', 'bio', 'avatar_url', 'manager_id', 'expertise', 'languages'] as const),
  ...(['status', 'role', 'kind', 'merged_into'] as const),
] as const;

// Thousands have the same: each is in memory once.
const sharedText = memo((text: string) => text, 20_000);
const sharedTags = memo((json: string) => Object.freeze(JSON.parse(json)) as string[], 20_000);

function shared(text: string | null): string | null {
  return text === null ? null : sharedText(text);
}

export function toPerson(row: Pick<Selectable<PersonTable>, (typeof personColumns)[number]>): Person {
  return {
    id: row.id,
    handle: row.handle,
    name: row.name,
    employeeNumber: row.employee_number,
    email: row.email,
    mailProved: row.mail_proved === null ? null : row.mail_proved === 1,
    phone: row.phone,
    jobTitle: shared(row.job_title),
    department: shared(row.department),
    location: shared(row.location),
    bio: row.bio,
    avatarUrl: row.avatar_url,
    managerId: row.manager_id,
    expertise: sharedTags(row.expertise),
    languages: sharedTags(row.languages),
    status: row.status,
    role: row.role,
    kind: row.kind,
  };
}

/** All people except merged entries, in batches. */
export async function* allPeople(db: Executor): AsyncGenerator<Person[]> {
  for (let from = 0; ;) {
    const rows = await db
      .selectFrom('person')
      .select(['seq', ...personColumns])
      .where('seq', '>', from)
      .where('merged_into', 'is', null)
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    yield rows.map(toPerson);
    if (rows.length < BATCH) return;
    from = rows.at(-1)!.seq;
    // Others get a turn.
    await nextTurn();
  }
}

/** Only people with these values. */
export interface PeopleSelection {
  role?: Role | undefined;
  kind?: PersonKind | undefined;
}

/** All people except merged entries, by handle. */
export async function findAll(db: Executor, { role, kind }: PeopleSelection): Promise<Person[]> {
  let people = db.selectFrom('person').selectAll().where('merged_into', 'is', null).orderBy('handle');
  if (role) people = people.where('role', '=', role);
  if (kind) people = people.where('kind', '=', kind);
  return (await people.execute()).map(toPerson);
}

/** The people who administer the server. */
export async function readAdministrators(db: Executor): Promise<RowId[]> {
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('role', '=', 'ADMIN')
    .where('status', '=', 'ACTIVE')
    .where('merged_into', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

type KeyColumn = 'id' | 'handle' | 'email_key' | 'employee_key';

/** People by a unique column. A merged entry leads to the person it was merged into. */
export async function findBy(db: Executor, column: KeyColumn, keys: readonly string[]): Promise<Map<string, Person>> {
  const found = new Map<string, Person>();
  const merged = new Map<string, string>();
  for (let from = 0; from < keys.length; from += BATCH) {
    for (const row of await rowsBy(db, { values: keys.slice(from, from + BATCH) }, column)) {
      if (row.merged_into === null) found.set(row[column]!, toPerson(row));
      else merged.set(row[column]!, row.merged_into);
    }
  }
  if (merged.size === 0) return found;
  const others = await findBy(db, 'id', [...new Set(merged.values())]);
  for (const [key, id] of merged) found.set(key, others.get(id)!);
  return found;
}

const rowsBy = prepared((db, { values }: { values: readonly string[] }, column: KeyColumn) =>
  db.selectFrom('person').select(personColumns).where(column, 'in', values),
);

/** The values that determine the rights of people, by id. */
export async function readRights(db: Executor, ids: readonly RowId[]): Promise<Map<RowId, Rights>> {
  const found = new Map<RowId, Rights>();
  for (let from = 0; from < ids.length; from += BATCH) {
    const people = db.selectFrom('person').select(['id', 'role', 'kind', 'status']);
    for (const { id, ...rights } of await people.where('id', 'in', ids.slice(from, from + BATCH)).execute())
      found.set(id, rights);
  }
  return found;
}

/** People by `seq`. */
export async function findBySeq(db: Executor, seqs: readonly number[]): Promise<Map<number, Person>> {
  if (seqs.length === 0) return new Map();
  const rows = await db.selectFrom('person').selectAll().where('seq', 'in', seqs).execute();
  return new Map(rows.map((row) => [row.seq, toPerson(row)]));
}

/** The position of a person in the organisation. */
export interface OrgPosition {
  seq: number;
  id: RowId;
  manager_id: RowId | null;
}

export async function findOrgPosition(db: Executor, id: RowId): Promise<OrgPosition | null> {
  const row = await db.selectFrom('person').select(['seq', 'id', 'manager_id']).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function findSeqs(db: Executor, ids: readonly RowId[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('person').select('seq').where('id', 'in', ids.slice(0, BATCH)).execute();
  return rows.map(({ seq }) => seq);
}

/** The `seq` of a person's manager, of the people with the same manager, and of their reports. */
export async function findTeam(db: Executor, { id, manager_id }: OrgPosition): Promise<number[]> {
  const managers = manager_id === null ? [id] : [id, manager_id];
  const members = await db
    .selectFrom('person')
    .select('seq')
    .where('manager_id', 'in', managers)
    .limit(LARGEST_TEAM)
    .execute();
  const seqs = members.map(({ seq }) => seq);
  return manager_id === null ? seqs : [...seqs, ...(await findSeqs(db, [manager_id]))];
}

/**
 * The `seq` of people whose name or handle equals the query or, with `contacts`, whose mail address or phone number does.
 * For viewers who may not see contact details, such a match would reveal them.
 */
export async function findByKeys(
  db: Executor,
  { nameKey, handle, email, phone }: PersonKeys,
  contacts: boolean,
): Promise<number[]> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('person as whole', 'whole.id', 'person.merged_into')
    .select(({ fn }) => fn.coalesce('whole.seq', 'person.seq').as('seq'))
    .where((where) =>
      where.or([
        where('person.name_key', '=', nameKey),
        where('person.handle', '=', handle),
        ...(contacts ? [where('person.email_key', '=', email)] : []),
        ...(contacts && phone !== null ? [where('person.phone_key', '=', phone)] : []),
      ]),
    )
    .execute();
  return rows.map(({ seq }) => seq);
}

/** A person's reports, in alphabetical order. */
export async function readReports(
  db: Executor,
  managerId: RowId,
  withDeparted: boolean,
  { after, before, backward, limit }: PageRequest,
): Promise<PersonRecord[]> {
  let query = reportsOf(db, managerId, withDeparted).selectAll();
  if (after) query = query.where(sql<boolean>`(sort_name, seq) > (${after[0]}, ${after[1]})`);
  if (before) query = query.where(sql<boolean>`(sort_name, seq) < (${before[0]}, ${before[1]})`);
  const direction = backward ? 'desc' : 'asc';
  const rows = await query.orderBy('sort_name', direction).orderBy('seq', direction).limit(limit).execute();
  return rows.map((row) => ({ seq: row.seq, sortName: row.sort_name, person: toPerson(row) }));
}

export async function countReports(db: Executor, managerId: RowId, withDeparted: boolean): Promise<number> {
  const { count } = await reportsOf(db, managerId, withDeparted)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The manager of each person, by id. */
export async function readManagers(db: Executor): Promise<Map<RowId, RowId>> {
  const rows = await db.selectFrom('person').select(['id', 'manager_id']).where('manager_id', 'is not', null).execute();
  return new Map(rows.map(({ id, manager_id }) => [id, manager_id!]));
}

/** The ids of the managers of each of these people, from the direct one up; repeated if they form a cycle. */
export async function readChains(db: Executor, ids: readonly RowId[]): Promise<Map<RowId, RowId[]>> {
  const rows = await db
    .withRecursive('chain', (cte) =>
      cte
        .selectFrom('person')
        .select(['id as person_id', 'manager_id as above', sql<number>`1`.as('depth')])
        .where('id', 'in', ids)
        .where('manager_id', 'is not', null)
        .unionAll(
          cte
            .selectFrom('chain')
            .innerJoin('person', 'person.id', 'chain.above')
            .select(['chain.person_id', 'person.manager_id as above', sql<number>`depth + 1`.as('depth')])
            .where('person.manager_id', 'is not', null)
            .where('depth', '<', DEEPEST),
        ),
    )
    .selectFrom('chain')
    .select(['person_id', 'above'])
    .orderBy('depth')
    .execute();
  const chains = new Map<RowId, RowId[]>();
  for (const { person_id, above } of rows) chains.set(person_id, [...(chains.get(person_id) ?? []), above!]);
  return chains;
}

function reportsOf(db: Executor, managerId: RowId, withDeparted: boolean) {
  const query = db.selectFrom('person').where('manager_id', '=', managerId);
  return withDeparted ? query : query.where('status', '=', 'ACTIVE');
}
