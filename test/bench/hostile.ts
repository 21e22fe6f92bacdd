/**
 * What strangers cost a server: documents that nobody needs, bodies that do not come to their end, a batch of nonsense:
 * `npm run bench -- hostile`. Says the memory that the server's process has after each, and the CPU of the batch.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MeasuredServer } from './measured-server.ts';
import { seedThread } from './thread-data.ts';

const documents = 520;
const documentSize = 980_000;
const bodies = 400;
const bodySize = 290_000;

const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'));
try {
  const databaseUrl = `sqlite:${join(folder, 'hostile.db')}`;
  await seedThread(databaseUrl);
  await measure('at rest', () => Promise.resolve());
  await measure(`${documents} documents of ${documentSize / 1_000} KB`, sendDocuments);
  await measure(`${documents} documents of 60 KB`, (port) => sendDocuments(port, 60_000));
  await measure(`${bodies} bodies of ${bodySize / 1_000} KB that do not end`, holdBodies);
  await measure('a batch of 50 nonsensical operations, 290 KB', sendBatch);

  async function measure(name: string, work: (port: number) => Promise<unknown>): Promise<void> {
    const server = await MeasuredServer.start('thread-server.ts', ['parvis', databaseUrl]);
    try {
      await post(server.port, JSON.stringify({ query: '{ __typename }' }));
      const before = await server.cpu();
      const held = (await work(server.port)) as Socket[] | undefined;
      const cpu = (await server.cpu()) - before;
      console.log(`${name.padEnd(52)} ${await memory(server.pid)} MB, ${cpu.toFixed(0)} ms CPU`);
      for (const socket of held ?? []) socket.destroy();
    } finally {
      await server.stop();
    }
  }
} finally {
  await rm(folder, { recursive: true });
}

async function post(port: number, body: string): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body }).catch(() => null);
  await response?.text().catch(() => '');
  return response?.status ?? 0;
}

async function sendDocuments(port: number, size = documentSize): Promise<void> {
  for (let number = 0; number < documents; number += 1)
    await post(port, JSON.stringify({ query: `# ${`${number} `.repeat(size / 4)}\n{ __typename }` }));
}

/** Leaves them open: they are closed once the memory was read. */
async function holdBodies(port: number): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let number = 0; number < bodies; number += 1) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined).resume();
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${bodySize + 1}\r\n\r\n`,
    );
    await new Promise<void>((resolve) => socket.write('x'.repeat(bodySize), () => resolve()));
    sockets.push(socket);
  }
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  return sockets;
}

async function sendBatch(port: number): Promise<void> {
  const operation = (number: number) => ({ query: `{ ${`a${number}: settings { editWindow } `.repeat(190)} }` });
  await post(port, JSON.stringify(Array.from({ length: 50 }, (_, number) => operation(number))));
}

async function memory(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return (Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024).toFixed(0);
}
