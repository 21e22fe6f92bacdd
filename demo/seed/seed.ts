import type { App } from '../../server/src/app.ts';
import type { SeedOptions, SeedResult } from '../../server/src/cli/demo-seed.ts';
import { speakers } from './people/known-people.ts';
import { ConversationRows } from './talks/talk-rows.ts';
import { pageTalks, wallTalks } from './talks/talks.ts';
import { DemoPeople, type DemoPerson } from './people/demo-people.ts';
import { demoSite, settleDemoPages } from './demo-site.ts';
import * as store from './demo-store.ts';
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
  const { tables } = talkRows(people, demoSite(app), app.clock.now());
  await app.database.transaction((trx) => store.insertTables(trx, tables));
  return {
    people: people.length,
    posts: tables.post.length,
    comments: tables.comment.length,
    reactions: tables.reaction.length,
  };
}

/** All that the demo's people say. */
function talkRows(people: readonly DemoPerson[], site: string, now: number): ConversationRows {
  const random = randomFrom(1926);
  const rows = new ConversationRows({
    site,
    people: new DemoPeople(people, speakers),
    timeline: new Timeline(now, random),
    random,
  });
  for (const talk of pageTalks) rows.addPage(talk);
  for (const talk of wallTalks) rows.addWall(talk);
  return rows;
}
