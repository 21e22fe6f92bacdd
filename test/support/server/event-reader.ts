import { until } from './until.ts';

/** A frame of an event stream; a comment has neither event nor data. */
export interface Frame {
  id?: string;
  event?: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- its shape is what the document asks for
  data?: any;
  comment?: string;
}

/** Reads an event stream, as the browser side does. */
export class EventReader {
  /** All that came so far. */
  readonly frames: Frame[] = [];
  readonly #body: ReadableStreamDefaultReader<Uint8Array>;
  #rest = '';
  #ended = false;

  constructor(body: ReadableStream<Uint8Array>) {
    this.#body = body.getReader();
    void this.#read();
  }

  /** What happened, in its order, without what is said of the stream. */
  get events(): Frame['data'][] {
    return this.told.filter(({ __typename }) => __typename !== 'Subscribed' && __typename !== 'Resync');
  }

  /** All that was told, `Subscribed` and `Resync` too. */
  get told(): Frame['data'][] {
    return this.frames.flatMap(({ data }) => data?.data?.events ?? []);
  }

  get types(): string[] {
    return this.told.map(({ __typename }) => __typename);
  }

  get errors(): { message: string; extensions: Record<string, unknown> }[] {
    return this.frames.flatMap(({ data }) => data?.errors ?? []);
  }

  /** Whether the server ended it, and said so. */
  get isComplete(): boolean {
    return this.#ended && this.frames.at(-1)?.event === 'complete';
  }

  /** Waits for so many events. */
  async have(count: number): Promise<Frame['data'][]> {
    await until(() => this.events.length >= count);
    return this.events;
  }

  async subscribed(): Promise<string[]> {
    await until(() => this.told.length > 0);
    return this.told[0].topics;
  }

  async ended(): Promise<void> {
    await until(() => this.#ended);
  }

  async close(): Promise<void> {
    await this.#body.cancel().catch(() => undefined);
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for (;;) {
        const { done, value } = await this.#body.read();
        if (done) break;
        this.#take(decoder.decode(value, { stream: true }));
      }
    } catch {
      // Cut: what was read stays.
    }
    this.#ended = true;
  }

  #take(text: string): void {
    const blocks = (this.#rest + text).split('\n\n');
    this.#rest = blocks.pop()!;
    this.frames.push(...blocks.map(parseFrame));
  }
}

function parseFrame(block: string): Frame {
  const frame: Frame = {};
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).replace(/^ /, '');
    if (colon === 0) frame.comment = value;
    else if (line.startsWith('data')) frame.data = value && JSON.parse(value);
    else frame[line.slice(0, colon) as 'id' | 'event'] = value;
  }
  return frame;
}
