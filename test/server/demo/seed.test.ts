import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { App } from '../../../server/src/app.ts';
import type { Database } from '../../../server/src/database/database.ts';
import { pageTalks } from '../../../demo/seed/talks/talks.ts';
import { settleDemoPages } from '../../../demo/seed/demo-site.ts';
import { seedDemo } from '../../../demo/seed/seed.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { emptyApp, now, numbers, seededApp } from '../../support/server/demo-app.ts';

const tables = [
  'person',
  'group_',
  'membership',
  'membership_request',
  'channel',
  'subject',
  'page',
  'page_alias',
  'wall',
  'post',
  'comment',
  'former_version',
  'reaction',
  'reaction_group',
] as const;

function rowsOf<Table extends keyof Database>(app: App, table: Table) {
  return app.database.db
    .selectFrom(table as 'person')
    .selectAll()
    .execute();
}

test('every counter says how many rows there are', async () => {
  const app = await seededApp();

  const reactions = await numbers(
    app,
    sql`select count(*) as wrong from subject where reaction_count <>
    (select count(*) from reaction where subject_id = subject.id)`,
  );
  const groups = await numbers(
    app,
    sql`select count(*) as wrong from
    (select subject_id, content, count(*) as n from reaction group by subject_id, content) as counted
    left join reaction_group using (subject_id, content) where n <> coalesce("count", 0)`,
  );
  const discussions = await numbers(
    app,
    sql`select count(*) as wrong from subject where kind <> 'Comment' and comment_count <>
    (select count(*) from comment join subject as said on said.id = comment.id
     where comment.root_id = subject.id and said.deleted_at is null)`,
  );
  const answers = await numbers(
    app,
    sql`select count(*) as wrong from subject where kind = 'Comment' and comment_count <>
    (select count(*) from comment join subject as said on said.id = comment.id
     where comment.parent_id = subject.id and (said.deleted_at is null or said.comment_count > 0))`,
  );

  assert.deepEqual(
    { reactions, groups, discussions, answers },
    { reactions: 0, groups: 0, discussions: 0, answers: 0 },
  );
});

test('tells what it made, and as how many people go', async () => {
  const app = await emptyApp();
  const progress: [number, number][] = [];

  const result = await seedDemo(app, { people: 300, onProgress: (...step) => progress.push(step) });

  assert.deepEqual(progress.at(-1), [300, 300]);
  assert.equal(result!.people, 300);
  assert.equal(result!.comments, (await rowsOf(app, 'comment')).length);
  assert.equal(result!.posts, (await rowsOf(app, 'post')).length);
  assert.equal(result!.reactions, (await rowsOf(app, 'reaction')).length);
});

test('a second start adds nothing and leaves what people wrote', async () => {
  const app = await seededApp();
  const author = await app.database.db
    .selectFrom('person')
    .select('id')
    .where('handle', '=', 'nadia.benali')
    .executeTakeFirstOrThrow();
  await app.database.db
    .insertInto('reaction')
    .values({
      id: newId(),
      subject_id: (await lastPost(app)).id,
      person_id: author.id,
      content: 'LOVE',
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['subject_id', 'person_id']).doUpdateSet({ content: 'LOVE' }))
    .execute();
  const before = await Promise.all(tables.map((table) => rowsOf(app, table)));

  const result = await seedDemo(app, { people: 400 });

  assert.equal(result, null);
  assert.deepEqual(await Promise.all(tables.map((table) => rowsOf(app, table))), before);
});

test('a seeding that ended after the people goes on with what they say', async () => {
  const app = await emptyApp();
  const interruption = new Error('stopped');
  await assert.rejects(
    seedDemo(app, {
      people: 300,
      onProgress: (done) => {
        if (done === 300) throw interruption;
      },
    }),
    interruption,
  );

  const result = await seedDemo(app, { people: 300 });

  assert.equal(result!.people, 300);
  assert.ok(result!.comments > 100);
});

test('is the same demo each time', async () => {
  const said = async (app: App) => {
    const people = new Map(
      (await app.database.db.selectFrom('person').select(['id', 'handle']).execute()).map(({ id, handle }) => [
        id,
        handle,
      ]),
    );
    const comments = await app.database.db
      .selectFrom('comment')
      .select(['text', 'created_at', 'author_id'])
      .orderBy('created_at')
      .orderBy('text')
      .execute();
    const reactions = await app.database.db
      .selectFrom('reaction')
      .select(['content', 'created_at', 'person_id'])
      .orderBy('created_at')
      .orderBy('content')
      .execute();
    return [
      comments.map(({ author_id, ...comment }) => ({ ...comment, by: people.get(author_id) })),
      reactions.map(({ person_id, ...reaction }) => ({ ...reaction, by: people.get(person_id) })),
    ];
  };

  assert.deepEqual(await said(await seededApp()), await said(await seededApp()));
});

test('everything was said in the past, and answers after what they answer', async () => {
  const app = await seededApp();

  const early = await numbers(
    app,
    sql`select count(*) as wrong from comment
    left join comment as parent on parent.id = comment.parent_id left join post on post.id = comment.parent_id
    where comment.created_at <= coalesce(parent.created_at, post.created_at, 0)`,
  );
  const late = await numbers(
    app,
    sql`select count(*) as wrong from
    (select created_at as moment from comment union all select created_at from post union all select created_at from reaction
     union all select edited_at from comment union all select deleted_at from subject) as moments where moment >= ${now}`,
  );

  assert.deepEqual({ early, late }, { early: 0, late: 0 });
});

test('has a long thread with an edited, a deleted and a departed colleague’s comment', async () => {
  const app = await seededApp();
  const comments = await app.database.db
    .selectFrom('comment')
    .innerJoin('page', 'page.id', 'comment.root_id')
    .innerJoin('subject', 'subject.id', 'comment.id')
    .innerJoin('person', 'person.id', 'comment.author_id')
    .select(['comment.depth', 'comment.edited_at', 'subject.deleted_at', 'person.status'])
    .where('page.key', '=', 'http://localhost:4000/articles/ligne-4-douai')
    .execute();

  assert.ok(comments.length >= 60, `${comments.length} comments`);
  assert.ok(comments.some(({ depth }) => depth >= 3));
  assert.ok(comments.some(({ edited_at }) => edited_at !== null));
  assert.ok(comments.some(({ deleted_at }) => deleted_at !== null));
  assert.ok(comments.some(({ status }) => status === 'DEPARTED'));
});

test('nobody repeats a text, and every @mention is of somebody', async () => {
  const app = await seededApp();
  const texts = [
    ...(await app.database.db.selectFrom('comment').select(['source', 'tree']).execute()),
    ...(await app.database.db.selectFrom('post').select(['source', 'tree']).execute()),
  ];

  assert.equal(new Set(texts.map(({ source }) => source)).size, texts.length);
  for (const { source, tree } of texts) {
    const written = source.match(/@[a-z]/g)?.length ?? 0;
    assert.equal(tree.match(/"t":"mention"/g)?.length ?? 0, written, source);
    assert.doesNotMatch(source, /\{site\}/);
  }
});

test('speaks of the pages that the demo intranet has, and of each of them', () => {
  const site = new URL('../../../demo/site/', import.meta.url);
  const home = readFileSync(new URL('index.html', site), 'utf8');
  const subjects = new Set([...home.matchAll(/subject="([^"]+)"/g)].map(([, subject]) => subject!));

  for (const { page } of pageTalks.filter(({ page }) => page.startsWith('/'))) {
    assert.ok(existsSync(new URL(`.${page}index.html`, site)), page);
  }
  const pages = new Set(pageTalks.map(({ page }) => page));
  assert.deepEqual(
    [...subjects].filter((subject) => !pages.has(subject)),
    [],
  );
});

test('the discussions follow the demo to another port', async () => {
  const app = await seededApp();
  const moved = { ...app, config: { ...app.config, origins: ['http://localhost:4321', 'http://127.0.0.1:4321'] } };

  await settleDemoPages(moved);

  const page = await app.database.db
    .selectFrom('page')
    .select('url')
    .where('key', '=', 'http://localhost:4321/articles/ligne-4-douai')
    .executeTakeFirst();
  assert.equal(page?.url, 'http://localhost:4321/articles/ligne-4-douai/');
  for (const origin of ['http://localhost:4000', 'http://127.0.0.1:4000', 'http://127.0.0.1:4321']) {
    const alias = await app.database.db
      .selectFrom('page_alias')
      .select('canonical_key')
      .where('key', '=', `${origin}/articles/ligne-4-douai`)
      .executeTakeFirst();
    assert.equal(alias?.canonical_key, 'http://localhost:4321/articles/ligne-4-douai');
  }
});

function lastPost(app: App) {
  return app.database.db.selectFrom('post').select('id').orderBy('created_at', 'desc').executeTakeFirstOrThrow();
}
