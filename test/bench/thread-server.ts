// One of the two servers of the thread benchmark: `parvis DATABASE_URL`, or `bare FILE` which answers the same bytes.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../server/src/app.ts';
import { readConfig } from '../../server/src/config.ts';
import { listen } from '../../server/src/http/listen.ts';
import { reportTo } from './measured-server.ts';
import { viewerHandle } from './thread-data.ts';

const [kind, source] = process.argv.slice(2);

if (kind === 'parvis') {
  const settings = {
    DATABASE_URL: source!,
    PARVIS_AUTH: 'demo',
    PARVIS_DEMO_PERSONA: viewerHandle,
    // One person reads it all.
    PARVIS_READ_LIMIT: '0',
    PARVIS_LOG_LEVEL: 'warn',
  };
  const app = createApp(readConfig(settings));
  // As every server does when it starts.
  await app.services.people.warm();
  const { port } = await listen(app.handle, { host: '127.0.0.1', port: 0 });
  reportTo(port);
} else {
  const body = await readFile(source!);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      JSON.parse(Buffer.concat(chunks).toString('utf8'));
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.byteLength });
      response.end(body);
    });
  });
  server.listen(0, '127.0.0.1', () => reportTo((server.address() as AddressInfo).port));
}
