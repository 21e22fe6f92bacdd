import type { IncomingMessage, ServerResponse } from 'node:http';
import { BodyTooLarge, type HttpAnswer, type HttpRequest, isStreamed, type StreamedBody } from './exchange.ts';

export class NodeRequest implements HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly #message: IncomingMessage;

  constructor(message: IncomingMessage) {
    const url = message.url ?? '/';
    const mark = url.indexOf('?');
    this.method = message.method ?? 'GET';
    this.path = mark < 0 ? url : url.slice(0, mark);
    this.search = mark < 0 ? '' : url.slice(mark);
    this.#message = message;
  }

  get remoteAddress(): string {
    return this.#message.socket.remoteAddress ?? '';
  }

  header(name: string): string | null {
    const value = this.#message.headers[name];
    return Array.isArray(value) ? value.join(', ') : (value ?? null);
  }

  isRepeated(name: string): boolean {
    return (this.#message.headersDistinct[name]?.length ?? 0) > 1;
  }

  body(limit: number): Promise<string> {
    const message = this.#message;
    if (Number(message.headers['content-length'] ?? 0) > limit) return Promise.reject(new BodyTooLarge());
    return new Promise((resolve, reject) => {
      let chunks: Buffer[] = [];
      let size = 0;
      message.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= limit) chunks.push(chunk);
        else reject(new BodyTooLarge());
      });
      message.on('end', () => {
        resolve(chunks.length === 1 ? chunks[0]!.toString('utf8') : Buffer.concat(chunks).toString('utf8'));
        // The message lives as long as its answer, which may be hours.
        chunks = [];
      });
      message.on('error', reject);
    });
  }
}

export function writeAnswer(response: ServerResponse, answer: HttpAnswer, headOnly: boolean): void {
  const { status, headers, body } = answer;
  if (isStreamed(body)) return stream(response, answer, body);
  const length = typeof body === 'string' ? Buffer.byteLength(body) : (body?.byteLength ?? 0);
  if (status !== 204 && status !== 304) headers['content-length'] = String(length);
  response.writeHead(status, headers);
  response.end(headOnly ? undefined : (body ?? undefined));
}

function stream(response: ServerResponse, { status, headers }: HttpAnswer, body: StreamedBody): void {
  // Whoever left before the answer began says so no more.
  if (response.destroyed) return body.closed();
  // Without chunks, which would cut each write in three: the body ends with the connection.
  response.removeHeader('transfer-encoding');
  response.writeHead(status, { ...headers, connection: 'close' }).flushHeaders();
  response.on('drain', () => body.drained()).on('close', () => body.closed());
  body.start({
    write: (bytes) => response.write(bytes),
    end: () => (response.writableNeedDrain ? response.destroy() : response.end()),
  });
}
