/**
 * What reading costs where much is written: a thread, a page of a wall and the counts of a list of pages, each of a place
 * chosen at random, in a database of a million comments and in one a hundredth as large, beside a bare `node:http` that
 * answers the same bytes: `npm run bench -- scale [rounds] [sqlite|postgres]`.
 *
 * Each round reads the same two hundred places twice. Before the first time somebody commits, so that the server has
 * nothing of them; what it found then it may have kept the second time. Rounds alternate between the databases.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MeasuredServer } from './measured-server.ts';
import { RawClient } from './raw-client.ts';
import { createScaleDatabase, type ScaleDatabase } from './scale-database.ts';
import { countsOf, type ScaleSizes } from './scale-fill.ts';
import { type Read, reads } from './scale-reads.ts';

const rounds = Number(process.argv[2] ?? 12);
const dialect = process.argv[3] === 'postgres' ? 'postgres' : 'sqlite';
const placesOfRound = 200;
const connections = 8;
/** Rounds until the server has compiled what it runs often. */
const warmUp = 8;

interface Place {
  name: string;
  sizes: ScaleSizes;
  database: ScaleDatabase;
  server: MeasuredServer;
}

/** Milliseconds of CPU for each read, round by round: of the server, and of a database that is not in it. */
interface Figures {
  server: number[];
  database: number[];
}

const small = await open('small', { people: 1_283, pages: 200, walls: 20 });
const large = await open('large', { people: 128_322, pages: 20_000, walls: 2_000 });
const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'));
try {
  console.log(`CPU of the server for each read, on ${dialect}; medians of ${rounds} rounds\n`);
  for (const read of reads) await compare(read);
} finally {
  await Promise.all([small, large].map(({ server }) => server.stop()));
  await Promise.all([small, large].map(({ database }) => database.remove()));
  await rm(folder, { recursive: true });
}

async function open(name: string, sizes: ScaleSizes): Promise<Place> {
  const since = performance.now();
  const database = await createScaleDatabase(dialect, sizes);
  const { comments, posts, reactions, people } = countsOf(sizes);
  const seconds = ((performance.now() - since) / 1000).toFixed(0);
  console.log(
    `${name}: ${comments} comments, ${posts} posts, ${reactions} reactions, ${people} people; filled in ${seconds} s`,
  );
  return { name, sizes, database, server: await MeasuredServer.start('thread-server.ts', ['parvis', database.url]) };
}

async function compare(read: Read): Promise<void> {
  const answerFile = join(folder, 'answer.json');
  await writeFile(answerFile, await answerOf(read, large));
  await answerOf(read, small);
  const bareServer = await MeasuredServer.start('thread-server.ts', ['bare', answerFile]);
  const bare = newFigures();
  const firsts = { small: newFigures(), large: newFigures() };
  const agains = { small: newFigures(), large: newFigures() };
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [name, place] of Object.entries({ small, large }) as ['small' | 'large', Place][]) {
      const bodies = somePlaces(read, place.sizes).map((chosen) => read.body(chosen, place.sizes));
      await place.database.commit();
      await measure(place.server, place.database, bodies, round < 0 ? newFigures() : firsts[name]);
      await measure(place.server, place.database, bodies, round < 0 ? newFigures() : agains[name]);
      if (name === 'large') await measure(bareServer, null, bodies, round < 0 ? newFigures() : bare);
    }
  }
  await bareServer.stop();
  console.log(`${read.name.padEnd(13)} bare   ${shown(bare, bare)}`);
  console.log(`  new places  small  ${shown(firsts.small, bare)}`);
  console.log(`              large  ${shown(firsts.large, bare)}  ${ratio(firsts.large, firsts.small)} × small`);
  console.log(`  once more   small  ${shown(agains.small, bare)}`);
  console.log(`              large  ${shown(agains.large, bare)}  ${ratio(agains.large, agains.small)} × small\n`);
}

async function answerOf(read: Read, { server, sizes }: Place): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${server.port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: read.body(0, sizes),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text);
  if (errors || !read.isWhole(data)) throw new Error(`Not a ${read.name}: ${text.slice(0, 500)}`);
  return text;
}

/** Each at most once, so that nothing is read twice unless it is meant to. */
function somePlaces(read: Read, sizes: ScaleSizes): number[] {
  const all = read.places(sizes);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(placesOfRound, all)) chosen.add(Math.floor(Math.random() * all));
  return [...chosen];
}

async function measure(
  server: MeasuredServer,
  database: ScaleDatabase | null,
  bodies: readonly string[],
  figures: Figures,
): Promise<void> {
  const client = new RawClient(server.port, '/graphql', ...bodies);
  const [serverBefore, databaseBefore] = [await server.cpu(), database?.cpu() ?? null];
  await client.run(bodies.length, connections);
  figures.server.push(((await server.cpu()) - serverBefore) / bodies.length);
  if (databaseBefore !== null) figures.database.push((database!.cpu()! - databaseBefore) / bodies.length);
}

function newFigures(): Figures {
  return { server: [], database: [] };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function ratio(figures: Figures, other: Figures): string {
  return (median(figures.server) / median(other.server)).toFixed(2);
}

function shown(figures: Figures, bare: Figures): string {
  const own = figures.database.length > 0 ? ` + ${median(figures.database).toFixed(2)} ms of the database` : '';
  return `${median(figures.server).toFixed(3)} ms  ${ratio(figures, bare).padStart(5)} × bare${own}`;
}
