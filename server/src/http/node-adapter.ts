import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressList } from './address-list.ts';
import type { BodyPool } from './body-pool.ts';
import { addressKey, clientAddress } from './client-address.ts';
import {
  bodyText,
  bodyTooLarge,
  type HttpAnswer,
  type HttpRequest,
  isStreamed,
  type StreamedBody,
} from './exchange.ts';
import { receive } from './receive-body.ts';

export class NodeRequest implements HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly #message: IncomingMessage;
  readonly #bodies: BodyPool;
  readonly #trustedProxies: AddressList;

  /** @param bodies - Counts the bodies being received, by the client address behind the trusted proxies. */
  constructor(message: IncomingMessage, bodies: BodyPool, trustedProxies: AddressList) {
    const url = message.url ?? '/';
    const mark = url.indexOf('?');
    this.method = message.method ?? 'GET';
    this.path = mark < 0 ? url : url.slice(0, mark);
    this.search = mark < 0 ? '' : url.slice(mark);
    this.#message = message;
    this.#bodies = bodies;
    this.#trustedProxies = trustedProxies;
  }

  get remoteAddress(): string {
    return this.#message.socket.remoteAddress ?? '';
  }

  header(name: string): string | null {
    const value = this.#message.headers[name];
    return Array.isArray(value) ? value.join(', ') : (value ?? null);
  }

  isRepeated(name: string): boolean {
    // As `headersDistinct` would say, which stays as long as the message, and a stream has one for hours.
    let count = 0;
    const { rawHeaders } = this.#message;
    for (let at = 0; at < rawHeaders.length; at += 2) if (rawHeaders[at]!.toLowerCase() === name) count += 1;
    return count > 1;
  }

  async body(limit: number): Promise<string> {
    const message = this.#message;
    if (Number(message.headers['content-length'] ?? 0) > limit) throw bodyTooLarge(limit);
    const bytes = await receive(message, limit, this.#bodies, addressKey(clientAddress(this, this.#trustedProxies)));
    return bodyText(bytes, this.header('content-encoding'));
  }
}

export function writeAnswer(response: ServerResponse, answer: HttpAnswer, headOnly: boolean): void {
  const { status, headers, body } = answer;
  if (isStreamed(body)) return stream(response, answer, body);
  // Node joins a text with the head, and encodes both more slowly than a text alone.
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  if (status !== 204 && status !== 304) headers['content-length'] = String(bytes?.byteLength ?? 0);
  response.writeHead(status, headers);
  response.end(headOnly ? undefined : (bytes ?? undefined));
}

function stream(response: ServerResponse, { status, headers }: HttpAnswer, body: StreamedBody): void {
  // A client that disconnected before this point emits no further `close`.
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
