/**
 * What 5,000 event streams cost a server, beside a bare `node:http` that writes the same bytes, made once, to as many:
 * `npm run bench -- streams [streams] [events]`. The readers are another process. Then 10,000 readers come and go.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../server/src/app.ts';
import { readConfig } from '../../server/src/config.ts';
import { migrate } from '../../server/src/database/migrate.ts';
import { newPerson } from '../../server/src/modules/people/index.ts';
import { newPersonDetails } from '../../server/src/modules/people/person.ts';
import { type GlobalId, newId, toGlobalId } from '../../server/src/platform/ids.ts';
import { viewerOf } from '../../server/src/platform/viewer.ts';
import { eventsDocument } from '../support/server/follow.ts';
import { Child } from './streams-child.ts';

const streams = Number(process.argv[2] ?? 5_000);
const events = Number(process.argv[3] ?? 40);
const comings = 10_000;
const page = toGlobalId('Page', 'news');
const body = JSON.stringify({ query: eventsDocument, variables: { topics: [page] } });

interface Memory {
  rss: number;
  heap: number;
  open: number;
  handles: number;
}

const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'));
try {
  const databaseUrl = `sqlite:${join(folder, 'streams.db')}`;
  const comment = await writeComment(databaseUrl);
  const frameFile = join(folder, 'frame');
  await writeFile(frameFile, await readFrame(databaseUrl, comment));

  console.log(`${streams} streams, ${events} events, one at a time`);
  const bare = await measure('bare  ', [frameFile]);
  const parvis = await measure('parvis', [databaseUrl, page, comment]);
  const ratio = (figure: keyof typeof bare) => (parvis[figure] / bare[figure]).toFixed(2);
  console.log(
    `parvis/bare: memory × ${ratio('memory')} · CPU × ${ratio('cpu')} · time to half × ${ratio('half')}, to 99 % × ${ratio('most')}`,
  );
  await comeAndGo([databaseUrl, page, comment]);
} finally {
  await rm(folder, { recursive: true });
}

async function measure(name: string, args: string[]) {
  const server = new Child('streams-server.ts', [name.trim(), ...args]);
  const clients = new Child('streams-clients.ts', []);
  const port = await server.ask<number>({ ask: 'port' });
  // What is made at the first use, and the room that opening takes, count for neither.
  await clients.ask({ ask: 'open', port, body, count: 1_000 });
  await clients.ask({ ask: 'close' });
  await clients.ask({ ask: 'open', port, body, count: 50 });
  await tellAll(server, clients, 5);
  const before = await server.ask<Memory>({ ask: 'memory' });
  await clients.ask({ ask: 'open', port, body, count: streams - 50 });
  const after = await server.ask<Memory>({ ask: 'memory' });
  await tellAll(server, clients, 5);

  const cpu = await server.ask<number>({ ask: 'cpu' });
  const times = await tellAll(server, clients, events);
  const cpuPerEvent = ((await server.ask<number>({ ask: 'cpu' })) - cpu) / events;

  const figures = {
    memory: (after.rss - before.rss) / (streams - 50),
    heap: (after.heap - before.heap) / (streams - 50),
    cpu: cpuPerEvent,
    half: at(times, 0.5),
    most: at(times, 0.99),
  };
  const { memory, heap, half, most } = figures;
  console.log(
    `${name} ${kb(memory)} a stream (heap ${kb(heap)}) · ${cpuPerEvent.toFixed(0)} ms CPU an event · ` +
      `reached half in ${half.toFixed(0)} ms, 99 % in ${most.toFixed(0)} ms, all in ${at(times, 1).toFixed(0)} ms`,
  );
  await clients.stop();
  await server.stop();
  return figures;
}

/** How long each event took to each reader, in milliseconds. */
async function tellAll(server: Child, clients: Child, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let event = 0; event < count; event += 1) {
    await clients.ask({ ask: 'expect' });
    const told = await server.ask<number>({ ask: 'tell' });
    for (const arrival of await clients.ask<number[]>({ ask: 'arrivals' })) times.push(arrival - told);
  }
  return times.sort((a, b) => a - b);
}

async function comeAndGo(args: string[]): Promise<void> {
  const server = new Child('streams-server.ts', ['parvis', ...args]);
  const clients = new Child('streams-clients.ts', []);
  const port = await server.ask<number>({ ask: 'port' });
  const wave = async () => {
    await clients.ask({ ask: 'open', port, body, count: 500 });
    await clients.ask({ ask: 'close' });
    for (;;) {
      const memory = await server.ask<Memory>({ ask: 'memory' });
      if (memory.open === 0) return memory;
    }
  };
  for (let warm = 0; warm < 4; warm += 1) await wave();
  const before = await wave();
  let after = before;
  for (let come = 0; come < comings; come += 500) after = await wave();
  console.log(
    `${comings} came and went: heap ${mb(before.heap)} → ${mb(after.heap)}, resident ${mb(before.rss)} → ${mb(after.rss)}, ` +
      `streams ${before.open} → ${after.open}, handles ${before.handles} → ${after.handles}`,
  );
  await clients.stop();
  await server.stop();
}

async function writeComment(databaseUrl: string): Promise<GlobalId> {
  const app = createApp(readConfig({ DATABASE_URL: databaseUrl, PARVIS_LOG_LEVEL: 'warn' }));
  await migrate(app.database.db);
  await app.services.people.add([newPerson(newPersonDetails('emma', 'Emma Rousseau'))]);
  const emma = (await app.services.people.identify({ handle: 'emma' }))!;
  const viewer = viewerOf(emma);
  const draft = { subjectId: page, body: 'The new canteen opens on **Monday**. '.repeat(8) };
  const { id } = await app.services.comments.create(viewer, draft, 'bench-comment');
  await app.close();
  return toGlobalId('Comment', id);
}

/** The bytes of the event, as Parvis tells it. */
async function readFrame(databaseUrl: string, comment: GlobalId): Promise<string> {
  const app = createApp(readConfig({ DATABASE_URL: databaseUrl, PARVIS_AUTH: 'demo', PARVIS_DEMO_PERSONA: 'emma' }));
  app.start();
  const request = new Request('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body,
  });
  const reader = (await app.fetch(request)).body!.getReader();
  await reader.read();
  await app.events.log.append([{ id: newId(), type: 'CommentAdded', topics: [page], subject: comment, people: [] }]);
  const { value } = await reader.read();
  await app.close();
  return new TextDecoder().decode(value);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

function kb(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

function mb(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
