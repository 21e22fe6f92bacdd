import { ParvisClient, type Follow } from '../client/parvis-client.js';
import { applyEvent } from './apply-event.js';
import { EVENTS } from './event-operations.js';
import { EventStream } from './event-stream.js';
import type { LiveEvent } from './live-event.js';
import { pause } from './pause.js';
import { resync } from './resync.js';

/** How long changes are gathered, in ms. */
const GATHERING = 100;
/** After how long it is asked again who the viewer is, where the server did not answer. In ms. */
const AGAIN = 30_000;

const streams = new Map<ParvisClient, Promise<EventStream | undefined>>();
let gathering = false;

/** Keeps a stream for each client that has widgets that follow something. */
export function start(): void {
  ParvisClient.onFollow = () => {
    if (gathering) return;
    gathering = true;
    setTimeout(update, GATHERING);
  };
  ParvisClient.onFollow();
}

function followsOf(client: ParvisClient): Follow[] {
  return [...ParvisClient.follows].filter((follow) => follow.client === client);
}

function update(): void {
  gathering = false;
  for (const { client } of ParvisClient.follows) if (!streams.has(client)) streams.set(client, open(client));
  for (const [client, opened] of streams) {
    const follows = followsOf(client);
    if (!follows.length) streams.delete(client);
    void opened.then((stream) => (follows.length ? stream?.follow(follows) : stream?.close()));
  }
}

/** Nothing where the client has nobody left who follows something. */
async function open(client: ParvisClient): Promise<EventStream | undefined> {
  while (followsOf(client).length) {
    try {
      const { viewer } = await client.session();
      return new EventStream(client, viewer?.person.id ?? null, {
        document: EVENTS as unknown as string,
        apply: (event) => applyEvent(client, event as LiveEvent),
        resync: () => resync(client),
      });
    } catch {
      await pause(AGAIN);
    }
  }
  return undefined;
}
