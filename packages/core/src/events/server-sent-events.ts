import { createParser } from 'eventsource-parser';

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
  let complete: ServerSentEvent[] = [];
  const parser = createParser({ onEvent: ({ event = 'message', data }) => complete.push({ event, data }) });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    heard();
    parser.feed(decoder.decode(value, { stream: true }));
    yield* complete;
    complete = [];
  }
}
