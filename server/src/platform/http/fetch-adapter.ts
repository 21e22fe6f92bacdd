import { BodyTooLarge, type HttpAnswer, type HttpRequest } from './exchange.ts';

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

  async body(limit: number): Promise<string> {
    const bytes = await this.#request.arrayBuffer();
    if (bytes.byteLength > limit) throw new BodyTooLarge();
    return new TextDecoder().decode(bytes);
  }
}

export function toResponse({ status, headers, body }: HttpAnswer, headOnly: boolean): Response {
  return new Response(headOnly ? null : (body as ConstructorParameters<typeof Response>[0]), { status, headers });
}
