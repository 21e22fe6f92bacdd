/**
 * How long the server takes to search the directory as one types: every query letter by letter, as a page of twenty
 * with matches, facets and count. A query's time is the least of three passes, each of a server that has just started:
 * what other processes take of the machine is left out, what a first search costs is not.
 *
 * `node test/bench/people.ts [people [sqlite|postgres]]`
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../server/src/app.ts';
import { viewerOf } from '../../server/src/platform/viewer.ts';
import { readConfig } from '../../server/src/config.ts';
import { migrate } from '../../server/src/database/migrate.ts';
import { generatePeople } from '../../demo/seed/people/people.ts';
import { seedPeople } from '../../demo/seed/people/seed-people.ts';
import { randomFrom } from '../../demo/seed/random.ts';
import { startPostgres } from '../support/services/postgres.ts';
import { rowId } from '../support/server/ids.ts';

const count = Number(process.argv[2] ?? 128_322);
const queries = 200;
const passes = 3;

const sample = [...generatePeople(100)].map(({ handle }) => handle).join();
const version = createHash('sha256').update(sample).digest('hex').slice(0, 8);
const file = join(tmpdir(), `parvis-bench-people-${count}-${version}.db`);
const postgres = process.argv[3] === 'postgres' ? await startPostgres() : null;
const fresh = postgres !== null || !existsSync(file);
const config = readConfig({ DATABASE_URL: postgres?.url ?? `sqlite:${file}`, PARVIS_LOG_LEVEL: 'warn' });
const apps: App[] = [];
const started = () => {
  const app = createApp(config);
  apps.push(app);
  return app;
};
await migrate(started().database.db);
const directory = () => started().services.people;
if (fresh) await report('seed', () => seedPeople(directory(), { count }));
await report('read the directory into memory', () => directory().warm());

const viewer = viewerOf({
  person: { id: rowId('nobody'), handle: 'nobody', name: 'Nobody' },
  role: 'EMPLOYEE',
  kind: 'EMPLOYEE',
});
for (const [name, list] of Object.entries(queriesToType())) {
  const times = list.map(() => Infinity);
  for (let pass = 0; pass < passes; pass++) {
    const people = directory();
    await people.warm();
    for (const [index, query] of list.entries()) {
      const start = performance.now();
      await people.search(viewer, { query });
      times[index] = Math.min(times[index]!, performance.now() - start);
    }
  }
  console.log(`${name.padEnd(34)} ${String(list.length).padStart(5)} searches  ${summary(times)}`);
}

for (const app of apps) await app.close();
await postgres?.stop();

/** Names, names with an error and titles of random people, each letter by letter; and the first letters alone. */
function queriesToType(): Record<string, string[]> {
  const random = randomFrom(7);
  const everybody = [...generatePeople(Math.min(count, 20_000))];
  const names: string[] = [];
  const errors: string[] = [];
  const titles: string[] = [];
  for (let index = 0; index < queries; index++) {
    const person = everybody[Math.floor(random() * everybody.length)]!;
    const [first, ...rest] = person.name.split(' ');
    const surname = rest.join(' ');
    names.push(random() < 0.5 ? person.name : `${surname} ${first}`);
    const at = 1 + Math.floor(random() * (surname.length - 2));
    errors.push(`${first} ${surname.slice(0, at)}${surname[at + 1] ?? ''}${surname[at]}${surname.slice(at + 2)}`);
    titles.push(`${person.jobTitle} ${person.location}`);
  }
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return {
    nothing: Array.from({ length: 100 }, () => ''),
    'one letter': letters,
    'two letters': letters.flatMap((one) => [...'aeioulrn'].map((two) => one + two)),
    'names, letter by letter': names.flatMap(letterByLetter),
    'names with an error': errors,
    'titles and sites, letter by letter': titles.slice(0, 50).flatMap(letterByLetter),
  };
}

function letterByLetter(query: string): string[] {
  return Array.from(query, (_, index) => query.slice(0, index + 1)).filter((text) => !text.endsWith(' '));
}

function summary(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(2).padStart(6);
  return `median ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

async function report(what: string, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
