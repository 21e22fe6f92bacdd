import type { App } from '../app.ts';
import { seedDemo } from '../demo-data/seed.ts';
import { type Command, UsageError } from './command.ts';
import { Progress } from './progress.ts';
import { withApp } from './with-app.ts';
import { print } from './terminal.ts';

const defaultPeople = 2_000;
const mostPeople = 1_000_000;

export const seed: Command = {
  name: 'seed',
  usage: '[--people N]',
  summary: 'Fills an empty database with invented people and what they say.',
  details: `--people N   how many people, ${defaultPeople} by default`,
  options: { people: { type: 'string' } },
  words: 0,
  async run(_words, { people }) {
    const count = people === undefined ? defaultPeople : Number(people);
    if (!Number.isInteger(count) || count < 1 || count > mostPeople) {
      throw new UsageError(`--people is ${String(people)}: it takes a whole number from 1 to ${mostPeople}.`);
    }
    if (!(await withApp((app) => fill(app, count)))) {
      print('There are conversations in this database already; nothing was changed.\n');
    }
  },
};

/** Fills an empty database and says with what; false where it was not empty. */
export async function fill(app: App, people = defaultPeople): Promise<boolean> {
  const progress = new Progress('People');
  const start = performance.now();
  const made = await seedDemo(app, { people, onProgress: progress.show }).finally(() => progress.stop());
  if (!made) return false;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  print(
    `Made ${made.people} people, ${made.posts} posts, ${made.comments} comments and ${made.reactions} reactions in ${seconds} s.\n`,
  );
  return true;
}
