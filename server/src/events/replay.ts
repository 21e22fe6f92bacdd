import { compareCursors } from './cursor.ts';
import type { LoggedEvent } from './event.ts';
import type { EventLog } from './event-log.ts';
import type { EventStream } from './event-stream.ts';
import { apart } from './personal-event.ts';

/** Who missed more reads again, which is less work for both. */
const mostReplayed = 1_000;
const batchSize = 32;

/**
 * Begins a stream: says what is followed, then what came after the reader was last here, up to the place from which the
 * hub tells it; then lets through what the hub has sent meanwhile.
 */
export async function replay(stream: EventStream, log: EventLog, joined: string): Promise<void> {
  const missed = stream.after === null ? [] : await log.since(stream.after).catch(() => null);
  if (stream.isClosed) return;
  if (missed === null) stream.from = joined;
  const start = missed === null ? joined : (stream.after ?? joined);
  await stream.precede(stream.rendering.subscribed(start, stream.authorization.taken));
  const followed = missed && eventsOf(stream, missed, joined);
  if (followed && followed.length <= mostReplayed) await send(stream, followed);
  else stream.lose();
  stream.release();
}

function eventsOf(stream: EventStream, missed: readonly LoggedEvent[], joined: string): LoggedEvent[] {
  const topics = new Set(stream.authorization.topics);
  const own = missed.flatMap((logged) => apart(logged, (topic) => topics.has(topic)));
  return own.filter(
    ({ cursor, event }) =>
      compareCursors(cursor, joined) <= 0 &&
      event.type !== 'RightsChanged' &&
      event.type !== 'ReadersChanged' &&
      event.type !== 'AudienceChanged' &&
      event.topics.some((topic) => topics.has(topic)) &&
      stream.reads(event),
  );
}

async function send(stream: EventStream, events: readonly LoggedEvent[]): Promise<void> {
  for (let from = 0; from < events.length; from += batchSize) {
    for (const rendered of await stream.rendering.render(events.slice(from, from + batchSize))) {
      // What the reader may read is being asked again.
      if (rendered === 'failed' || stream.isWithheld) stream.lose();
      // A reader who is told to read again needs nothing else.
      if (stream.isLost || stream.isClosed) return;
      if (rendered) await stream.repeat(rendered as Buffer);
    }
  }
}
