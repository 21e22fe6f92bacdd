import {
  bodyText,
  bodyTooLarge,
  type HttpAnswer,
  type HttpRequest,
  isStreamed,
  type StreamedBody,
} from './exchange.ts';

/** How many bytes of a streamed body wait for a reader before it is told to wait, as in a socket. */
const buffered = 64 * 1024;

export class FetchRequest implements HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly remoteAddress: string;
  readonly #request: Request;
  readonly #host: string;

  constructor(request: Request, remoteAddress: string) {
    const url = new URL(request.url);
    this.method = request.method;
    this.path = url.pathname;
    this.search = url.search;
    this.remoteAddress = remoteAddress;
    this.#request = request;
    this.#host = url.host;
  }

  header(name: string): string | null {
    // A browser or node:http sends the host of the address; a Request has it in the address alone.
    return this.#request.headers.get(name) ?? (name === 'host' ? this.#host : null);
  }

  /** Never known: a Request joins them with a comma. */
  isRepeated(): boolean {
    return false;
  }

  async body(limit: number): Promise<string> {
    const bytes = await this.#request.arrayBuffer();
    if (bytes.byteLength > limit) throw bodyTooLarge(limit);
    return bodyText(new Uint8Array(bytes), this.header('content-encoding'));
  }
}

export function toResponse({ status, headers, body }: HttpAnswer, headOnly: boolean): Response {
  const content = isStreamed(body) ? readable(body) : body;
  return new Response(headOnly ? null : (content as ConstructorParameters<typeof Response>[0]), { status, headers });
}

function readable(body: StreamedBody): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        body.start({
          write(bytes) {
            controller.enqueue(bytes);
            return controller.desiredSize! > 0;
          },
          end: () => controller.close(),
        });
      },
      pull: () => body.drained(),
      cancel: () => body.closed(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: buffered }),
  );
}
