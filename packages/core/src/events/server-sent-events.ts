/** A message of an event stream: https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: string;
}

/** Cuts an event stream into its messages. `heard` is called with each piece that comes, comments among them. */
export async function* readServerSentEvents(
  body: ReadableStream<Uint8Array>,
  heard: () => void,
): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  const parser = new ServerSentEventParser();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    heard();
    yield* parser.push(decoder.decode(value, { stream: true }));
  }
}

/** Takes text in pieces that may end anywhere, within a line end too. */
export class ServerSentEventParser {
  #line = '';
  #afterReturn = false;
  #event = '';
  #data: string[] = [];

  *push(piece: string): Generator<ServerSentEvent> {
    if (!piece) return;
    // The other half of a line end that was cut in two.
    const text = this.#afterReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    this.#afterReturn = piece.endsWith('\r');
    const lines = (this.#line + text).split(/\r\n|\n|\r/);
    this.#line = lines.pop()!;
    for (const line of lines) {
      if (line) this.#take(line);
      else {
        if (this.#data.length) yield { event: this.#event || 'message', data: this.#data.join('\n') };
        this.#event = '';
        this.#data = [];
      }
    }
  }

  #take(line: string): void {
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!;
    if (name === 'data') this.#data.push(value);
    else if (name === 'event') this.#event = value;
  }
}
