import type { App } from '../app.ts';
import { seedDemo } from './demo-seed.ts';
import { defaultPeople } from './people-count.ts';
import { Progress } from './progress.ts';
import { withApp } from './with-app.ts';
import { print } from './terminal.ts';

export async function seed(people: number): Promise<void> {
  const isFilled = await withApp((app) => fill(app, people));
  if (!isFilled) print('This database has conversations already; nothing was changed.\n');
}

/** Fills an empty database and prints the numbers; false if it was not empty. */
export async function fill(app: App, people = defaultPeople): Promise<boolean> {
  const progress = new Progress('People');
  const start = performance.now();
  const made = await seedDemo(app, { people, onProgress: progress.show }).finally(() => progress.stop());
  if (!made) return false;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  print(
    `Created ${made.people} people, ${made.groups} groups, ${made.posts} posts, ${made.comments} comments and ${made.reactions} reactions in ${seconds} s.\n`,
  );
  return true;
}
