import { localIdOf, newId, toGlobalId } from '../../../server/src/platform/ids.ts';
import type { Intranet } from './intranet.ts';
import { addPeople } from './test-people.ts';

/** How much somebody hostile, or a busy decade, has left in the database. */
export interface HostileSizes {
  /** Levels of one discussion, each a reply to the one above. */
  deep: number;
  /** Comments right below one page. */
  wide: number;
  versions: number;
  posts: number;
  managers: number;
  /** Characters of each long text. */
  text: number;
}

export interface HostileData {
  page: string;
  /** The deepest comment of all. */
  deepest: string;
  /** One with many former versions. */
  edited: string;
  post: string;
  person: string;
}

type Row = Record<string, string | number | null>;

/** Fills the database past all that its own writes would let in. Ana wrote everything. */
export async function insertHostileData({ server, ana }: Intranet, sizes: HostileSizes): Promise<HostileData> {
  const { db } = server.app.database;
  const comment = await ana.comment(toGlobalId('Page', 'hostile'));
  const first = await db
    .selectFrom('comment')
    .selectAll()
    .where('id', '=', localIdOf(comment, 'Comment'))
    .executeTakeFirstOrThrow();
  const { author_id, root_id } = first;
  const tree = JSON.stringify([{ type: 'paragraph', children: [{ type: 'text', text: 'x'.repeat(sizes.text) }] }]);
  const body = { source: 'x'.repeat(sizes.text), text: 'x'.repeat(sizes.text), tree };
  const short = { source: 'x', text: 'x', tree: '[]' };
  const insert = async (table: 'subject' | 'comment' | 'former_version' | 'post' | 'person', rows: Row[]) => {
    for (let from = 0; from < rows.length; from += 500)
      await db
        .insertInto(table)
        .values(rows.slice(from, from + 500) as never)
        .execute();
  };
  const subjects = (ids: string[], kind: string, comment_count: number) =>
    insert(
      'subject',
      ids.map((id) => ({ id, kind, comment_count, locked_at: null, deleted_at: null, deleted_by: null })),
    );

  const deep = Array.from({ length: sizes.deep }, newId);
  await subjects(deep, 'Comment', 1);
  const written = { author_id, root_id, created_at: 1_700_000_000_000, edited_at: 1_700_000_000_001 };
  await insert(
    'comment',
    deep.map((id, depth) => ({ ...written, ...short, id, parent_id: deep[depth - 1] ?? root_id, depth })),
  );
  const wide = Array.from({ length: sizes.wide }, newId);
  await subjects(wide, 'Comment', 0);
  await insert(
    'comment',
    wide.map((id, index) => ({ ...written, ...(index % 10 === 0 ? body : short), id, parent_id: root_id, depth: 0 })),
  );
  await insert(
    'former_version',
    Array.from({ length: sizes.versions }, () => ({ ...body, id: newId(), subject_id: first.id, created_at: 1 })),
  );
  await db.updateTable('comment').set({ edited_at: 1 }).where('id', '=', first.id).execute();
  await db
    .updateTable('subject')
    .set({ comment_count: sizes.deep + sizes.wide + 1 })
    .where('id', '=', root_id)
    .execute();

  const post = await ana.post('company');
  const { wall_id } = await db.selectFrom('post').selectAll().executeTakeFirstOrThrow();
  const posts = Array.from({ length: sizes.posts }, newId);
  await subjects(posts, 'Post', 0);
  await insert(
    'post',
    posts.map((id) => ({ ...body, id, wall_id, author_id, link_url: null, created_at: 1, edited_at: null })),
  );
  const person = await insertManagers(server, sizes.managers);
  return { page: 'hostile', deepest: toGlobalId('Comment', deep.at(-1)!), edited: comment, post, person };
}

/** A line of people, each the manager of the next. Answers the handle of the last. */
async function insertManagers(server: Intranet['server'], count: number): Promise<string> {
  const names = Array.from({ length: count }, (_, number) => [`line.${number}`, { name: `Line ${number}` }] as const);
  await addPeople(server, Object.fromEntries(names));
  const { app } = server;
  const rows = await app.database.db.selectFrom('person').select(['id', 'handle']).execute();
  const ids = new Map(rows.map(({ id, handle }) => [handle, id]));
  for (let number = 1; number < count; number += 1)
    await app.database.db
      .updateTable('person')
      .set({ manager_id: ids.get(`line.${number - 1}`)! })
      .where('handle', '=', `line.${number}`)
      .execute();
  return `line.${count - 1}`;
}
