import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { viewerOf } from '../../../server/src/platform/viewer.ts';
import { numbers, seededApp } from '../../support/server/demo-app.ts';

test('what is said in a group is for its readers, and said and liked by its members', async () => {
  const app = await seededApp();

  const counts = await numbers(
    app,
    sql`select count(*) as wrong from group_ where member_count <>
    (select count(*) from membership where group_id = group_.id)`,
  );
  const readers = await numbers(
    app,
    sql`select count(*) as wrong from post join subject on subject.id = post.id join wall on wall.id = post.wall_id
    where wall.kind = 'group' and (wall.audience <> subject.audience or wall.writers <> subject.writers)`,
  );
  const strangers = await numbers(
    app,
    sql`select count(*) as wrong from post join wall on wall.id = post.wall_id and wall.kind = 'group'
    join (select subject_id as id, person_id from reaction union all select id, author_id from post
    union all select root_id, author_id from comment) as acts on acts.id = post.id
    join person on person.id = person_id and status = 'ACTIVE' where person_id not in (select person_id from membership where group_id = wall.owner)`,
  );
  const misplaced = await numbers(
    app,
    sql`select count(*) as wrong from post join channel on channel.id = channel_id where channel.wall_id <> post.wall_id`,
  );

  assert.deepEqual({ counts, readers, strangers, misplaced }, { counts: 0, readers: 0, strangers: 0, misplaced: 0 });
  assert.ok((await numbers(app, sql`select count(*) as wrong from post where channel_id is not null`)) > 0);
});

test('a rule has brought whom it means', async () => {
  const app = await seededApp();

  const missing = await numbers(
    app,
    sql`select count(*) as wrong from person where status = 'ACTIVE' and location = 'Manchester' and id not in
    (select person_id from membership join group_ on group_.id = group_id where group_.handle = 'manchester-site')`,
  );
  const others = await numbers(
    app,
    sql`select count(*) as wrong from membership join person on person.id = person_id join group_ on group_.id = group_id
    where group_.handle = 'manchester-site' and (location <> 'Manchester' or status <> 'ACTIVE')`,
  );

  assert.deepEqual({ missing, others }, { missing: 0, others: 0 });
});

test('each persona of the demo sees other groups', async () => {
  const app = await seededApp();
  const { groups, people } = app.services;

  const seen = await Promise.all(
    app.config.demoPersonas.map(async (handle) => {
      const viewer = viewerOf((await people.identify({ handle }))!);
      const { edges } = await groups.list(viewer, { mine: true });
      const invitations = await groups.invitations(viewer);
      return [
        ...edges.map(({ node: { name, membership } }) => `${membership!.role} of ${name}`),
        ...invitations.map(({ name }) => `invited to ${name}`),
      ].join(', ');
    }),
  );

  assert.equal(new Set(seen).size, app.config.demoPersonas.length, seen.join('\n'));
  assert.ok(seen.some((groups) => groups.includes('invited to La surprise du centenaire')));
});
