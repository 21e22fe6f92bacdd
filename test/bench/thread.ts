/**
 * What reading a thread of 50 comments costs, with authors, reactions and the viewer's own state, beside a bare
 * `node:http` that answers the same bytes: `npm run bench -- thread [rounds]`. Rounds alternate between the two, so that
 * both see the same machine. A third figure is taken while somebody commits fifty times a second, which makes the server
 * read the database anew each time.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MeasuredServer } from './measured-server.ts';
import { RawClient } from './raw-client.ts';
import { seedThread, threadOperation } from './thread-data.ts';

const rounds = Number(process.argv[2] ?? 8);
const requests = 500;
const connections = 8;

interface Figures {
  cpu: number[];
  perSecond: number[];
}

const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'));
try {
  const databaseFile = join(folder, 'thread.db');
  const databaseUrl = `sqlite:${databaseFile}`;
  await seedThread(databaseUrl);
  const parvis = await MeasuredServer.start('thread-server.ts', ['parvis', databaseUrl]);
  const answer = await readThread(parvis.port);
  const answerFile = join(folder, 'answer.json');
  await writeFile(answerFile, answer);
  const bare = await MeasuredServer.start('thread-server.ts', ['bare', answerFile]);

  await measure(parvis, 2);
  await measure(bare, 2);
  const figures = { parvis: newFigures(), busy: newFigures(), bare: newFigures() };
  for (let round = 0; round < rounds; round += 1) {
    await measure(parvis, 1, figures.parvis);
    await measure(bare, 1, figures.bare);
    await whileCommitting(databaseFile, () => measure(parvis, 1, figures.busy));
  }
  await Promise.all([parvis.stop(), bare.stop()]);

  console.log(
    `50 comments, ${answer.length} bytes; ${rounds} rounds of ${requests} requests, ${connections} connections`,
  );
  console.log(line('parvis', figures.parvis));
  console.log(line('busy', figures.busy));
  console.log(line('bare', figures.bare));
  const ratio = median(figures.parvis.perSecond) / median(figures.bare.perSecond);
  console.log(`parvis answers ${(ratio * 100).toFixed(1)} % of bare's requests per second`);
} finally {
  await rm(folder, { recursive: true });
}

async function readThread(port: number): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify(threadOperation),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text);
  if (errors || data.pages[0].comments.nodes.length !== 50)
    throw new Error(`Not a thread of 50 comments: ${text.slice(0, 500)}`);
  return text;
}

/** From this process, so that the writing costs the server nothing but what it must read again. */
async function whileCommitting(databaseFile: string, work: () => Promise<void>): Promise<void> {
  const database = new DatabaseSync(databaseFile, { timeout: 5_000 });
  const commit = database.prepare('update subject set reaction_count = reaction_count');
  const timer = setInterval(() => commit.run(), 20);
  try {
    await work();
  } finally {
    clearInterval(timer);
    database.close();
  }
}

async function measure(server: MeasuredServer, times: number, figures = newFigures()): Promise<void> {
  const client = new RawClient(server.port, '/graphql', JSON.stringify(threadOperation));
  const before = await server.cpu();
  figures.perSecond.push(await client.run(requests * times, connections));
  figures.cpu.push(((await server.cpu()) - before) / (requests * times));
}

function newFigures(): Figures {
  return { cpu: [], perSecond: [] };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function line(name: string, { cpu, perSecond }: Figures): string {
  return `${name.padEnd(7)} ${median(cpu).toFixed(3)} ms CPU per request · ${median(perSecond).toFixed(0)} requests per second`;
}
