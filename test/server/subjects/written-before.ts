import { connect } from '../../../server/src/database/connect.ts';
import { migrateTo } from '../../../server/src/database/migrate.ts';
import { newId } from '../../../server/src/platform/ids.ts';

/** The last migration of the version in which keys had no queries and no routes. */
const versionBefore = '003-outbox';
const now = Date.parse('2026-10-01T09:00:00.000Z');
const counts = { locked_at: null, deleted_at: null, deleted_by: null };

/**
 * Fills a database as the version before did: pages by their keys of then, each with comments, one like, a post for each
 * comment on its wall, and the address of its first reader.
 */
export async function writeAsBefore(url: string, pages: Record<string, string[]>): Promise<void> {
  const { db, close } = connect(url);
  await migrateTo(db, versionBefore);
  const ana = newId();
  await db
    .insertInto('person')
    .values({
      id: ana,
      handle: 'ana',
      name: 'Ana Lima',
      sort_name: 'ana lima',
      name_key: 'ana lima',
      expertise: '[]',
      languages: '[]',
      status: 'ACTIVE',
      role: 'EMPLOYEE',
      revision: 1,
      created_at: now,
      updated_at: now,
    } as never)
    .execute();
  for (const [key, texts] of Object.entries(pages)) {
    const [page, wall] = [newId(), newId()];
    const subject = { id: page, kind: 'Page' as const, reaction_count: 1, comment_count: texts.length };
    await db
      .insertInto('subject')
      .values({ ...subject, ...counts })
      .execute();
    const details = { title: `Title of ${key}`, url: `${key}?utm_source=mail&token=secret` };
    await db
      .insertInto('page')
      .values({ id: page, key, ...details, created_at: now } as never)
      .execute();
    await db.insertInto('wall').values({ id: wall, kind: 'page', owner: key, created_at: now }).execute();
    await db
      .insertInto('reaction')
      .values({ id: newId(), subject_id: page, person_id: ana, content: 'LIKE', created_at: now })
      .execute();
    await db.insertInto('reaction_group').values({ subject_id: page, content: 'LIKE', count: 1 }).execute();
    for (const text of texts) {
      const body = { author_id: ana, source: text, text, tree: '[]', created_at: now };
      const [comment, post] = [newId(), newId()];
      await db
        .insertInto('subject')
        .values({ id: comment, kind: 'Comment', ...counts })
        .execute();
      await db
        .insertInto('comment')
        .values({ id: comment, root_id: page, parent_id: page, depth: 0, ...body } as never)
        .execute();
      await db
        .insertInto('subject')
        .values({ id: post, kind: 'Post', ...counts })
        .execute();
      await db
        .insertInto('post')
        .values({ id: post, wall_id: wall, ...body } as never)
        .execute();
    }
  }
  await close();
}
