import type { App } from '../../server/src/app.ts';
import type { SeedOptions, SeedResult } from '../../server/src/cli/demo-seed.ts';
import { speakers } from './people/known-people.ts';
import { ConversationRows } from './talks/talk-rows.ts';
import { pageTalks, wallTalks } from './talks/talks.ts';
import { DemoPeople, type DemoPerson } from './people/demo-people.ts';
import { demoSite, settleDemoPages } from './demo-site.ts';
import * as store from './demo-store.ts';
import { demoGroups } from './groups/demo-group.ts';
import { GroupRows } from './groups/group-rows.ts';
import { seedPeople } from './people/seed-people.ts';
import { randomFrom } from './random.ts';
import { Timeline } from './talks/timeline.ts';

/**
 * Fills an empty database with the people of the demo and what they say, dated from now backwards; a seeding that was
 * interrupted goes on. Where anybody has written or reacted, all stays as it is and the answer is null.
 */
export async function seedDemo(app: App, { people, onProgress }: SeedOptions): Promise<SeedResult | null> {
  const seeded = await store.hasConversations(app.database.db);
  const result = seeded ? null : await seed(app, Math.max(people, speakers.size), onProgress);
  await settleDemoPages(app);
  return result;
}

async function seed(app: App, count: number, onProgress: SeedOptions['onProgress']): Promise<SeedResult> {
  await seedPeople(app.services.people, { count, onProgress: (done) => onProgress?.(done, count) });
  const people = await store.readPeople(app.database.db);
  const { groups, talks } = rowsOf(people, demoSite(app), app.clock.now());
  await app.database.transaction(async (trx) => {
    await store.insertTables(trx, groups);
    await store.insertTables(trx, talks);
  });
  return {
    people: people.length,
    groups: groups.group_.length,
    posts: talks.post.length,
    comments: talks.comment.length,
    reactions: talks.reaction.length,
  };
}

/** The demo's groups, and all that its people say. */
function rowsOf(people: readonly DemoPerson[], site: string, now: number) {
  const random = randomFrom(1926);
  const scene = { site, people: new DemoPeople(people, speakers), timeline: new Timeline(now, random), random };
  const groups = new GroupRows(scene);
  for (const group of demoGroups) groups.add(group);
  const talks = new ConversationRows({ ...scene, groupWalls: groups.walls });
  for (const talk of pageTalks) talks.addPage(talk);
  for (const talk of wallTalks) talks.addWall(talk);
  return { groups: groups.tables, talks: talks.tables };
}
