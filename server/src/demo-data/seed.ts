import type { App } from '../app.ts';
import { cast } from './cast.ts';
import { ConversationRows } from './conversation-rows.ts';
import { pageTalks, wallTalks } from './conversations.ts';
import { DemoPeople, type DemoPerson } from './demo-people.ts';
import { demoSite, settleDemoPages } from './demo-site.ts';
import * as store from './demo-store.ts';
import { seedPeople } from './people-seed.ts';
import { randomFrom } from './random.ts';
import { Timeline } from './timeline.ts';

export interface SeedOptions {
  /** How many people; those who speak in the conversations are there in any case. */
  people: number;
  /** Told how many people are there and how many there are to be. */
  onProgress?: (done: number, total: number) => void;
}

/** How much was made. */
export interface SeedResult {
  people: number;
  posts: number;
  comments: number;
  reactions: number;
}

/**
 * Fills an empty database with the people of the demo and what they say, dated from now backwards; a seeding that was
 * interrupted goes on. Where anybody has written or reacted, all stays as it is and the answer is null.
 */
export async function seedDemo(app: App, { people, onProgress }: SeedOptions): Promise<SeedResult | null> {
  const seeded = await store.hasConversations(app.database.db);
  const result = seeded ? null : await seed(app, Math.max(people, cast.length), onProgress);
  await settleDemoPages(app);
  return result;
}

async function seed(app: App, count: number, onProgress: SeedOptions['onProgress']): Promise<SeedResult> {
  await seedPeople(app.services.people, { count, onProgress: (done) => onProgress?.(done, count) });
  const people = await store.readPeople(app.database.db);
  const { tables } = conversations(people, demoSite(app), app.clock.now());
  await app.database.transaction((trx) => store.insertTables(trx, tables));
  return {
    people: people.length,
    posts: tables.post.length,
    comments: tables.comment.length,
    reactions: tables.reaction.length,
  };
}

/** All that the demo's people say. */
function conversations(people: readonly DemoPerson[], site: string, now: number): ConversationRows {
  const random = randomFrom(1926);
  const speakers = new Set(cast.map(({ handle }) => handle));
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
