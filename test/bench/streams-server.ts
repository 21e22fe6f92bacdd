// One of the two servers of the streams benchmark: `parvis DATABASE_URL PAGE COMMENT`, or `bare FILE`, which writes the
// bytes of a file to all who are connected, made once.
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../server/src/app.ts';
import { readConfig } from '../../server/src/config.ts';
import { listen } from '../../server/src/http/listen.ts';
import { type GlobalId, newId } from '../../server/src/platform/ids.ts';
import { replyTo, now } from './streams-child.ts';

const [kind, ...args] = process.argv.slice(2) as [string, ...string[]];
const { port, tell, open } =
  kind === 'parvis' ? await startParvis(...(args as [string, GlobalId, GlobalId])) : await startBare(args[0]!);

replyTo({
  port: () => port,
  cpu() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  memory() {
    for (let time = 0; time < 3; time += 1) gc!();
    const { rss, heapUsed, external } = process.memoryUsage();
    return { rss, heap: heapUsed + external, open: open(), handles: process.getActiveResourcesInfo().length };
  },
  /** Answers when it was told. */
  async tell() {
    const at = now();
    await tell();
    return at;
  },
});

async function startParvis(databaseUrl: string, page: GlobalId, comment: GlobalId) {
  const app = createApp(
    readConfig({
      DATABASE_URL: databaseUrl,
      PARVIS_AUTH: 'demo',
      PARVIS_DEMO_PERSONA: 'emma',
      PARVIS_STREAM_LIMIT: '100000',
      PARVIS_LOG_LEVEL: 'warn',
    }),
  );
  app.start();
  const listening = await listen(app.handle, { host: '127.0.0.1', port: 0 });
  const event = { type: 'CommentAdded', topics: [page], subject: comment, people: [] } as const;
  return {
    port: listening.port,
    tell: () => app.events.log.append([{ id: newId(), ...event }]),
    open: () => app.events.figures.open,
  };
}

async function startBare(file: string) {
  const frame = await readFile(file);
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    request.on('data', () => undefined);
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
      response.write('id: 0-0\nevent: next\ndata: {"data":{"events":{"__typename":"Subscribed"}}}\n\n');
      streams.add(response);
    });
    response.on('close', () => streams.delete(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async tell() {
      for (const response of streams) response.write(frame);
    },
    open: () => streams.size,
  };
}
