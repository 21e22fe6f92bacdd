import { capabilities } from '../capability.js';
import type { ParvisClient } from '../client/parvis-client.js';
import { FollowController } from '../controllers/follow-controller.js';
import { wakeUnsent } from '../unsent/wake-unsent.js';
import { EventStream, type Follow } from './event-stream.js';
import { applyEvent, subscription } from './live.js';
import { pause } from './pause.js';
import { rereadShown } from './reread-shown.js';
import { rereadTopic } from './reread-topic.js';
import { resync } from './resync.js';

/** How long changes are gathered, in ms. */
const GATHERING = 100;
/** After how long it is asked again who the viewer is, where the server did not answer. In ms. */
const AGAIN = 30_000;

interface Followed extends Follow {
  readonly client: ParvisClient;
}

const follows = new Map<FollowController, Followed>();
const streams = new Map<ParvisClient, Promise<EventStream | undefined>>();
const away = new WeakSet<FollowController>();
let gathering: ReturnType<typeof setTimeout> | undefined;

/** Keeps a stream for each client that has widgets that follow something. */
export function follow(): void {
  FollowController.onChange = (changed) => {
    if (!FollowController.all.has(changed)) away.add(changed);
    gathering ??= setTimeout(() => update(performance.now()), GATHERING);
  };
  // What is shown now may be shown since the first answer.
  update(0);
}

function update(at: number): void {
  gathering = undefined;
  for (const controller of follows.keys()) if (!FollowController.all.has(controller)) follows.delete(controller);
  for (const controller of FollowController.all) note(controller, at);
  for (const { client } of follows.values()) if (!streams.has(client)) streams.set(client, open(client));
  for (const [client, opened] of streams) {
    const own = followsOf(client);
    if (!own.length) streams.delete(client);
    void opened.then((stream) => (own.length ? stream?.follow(own) : stream?.close()));
  }
}

function note(controller: FollowController, at: number): void {
  const topic = controller.topic();
  const client = controller.client.current;
  const known = follows.get(controller);
  if (!topic) follows.delete(controller);
  else if (known?.topic !== topic || known.client !== client) follows.set(controller, { client, topic, at });
  // What happened while it was not on the page, nobody has told it.
  if (away.delete(controller) && topic) void rereadShown(controller);
}

function followsOf(client: ParvisClient): Followed[] {
  return [...follows.values()].filter((follow) => follow.client === client);
}

/** Nothing where the client has nobody left who follows something. */
async function open(client: ParvisClient): Promise<EventStream | undefined> {
  wakeUnsent(client);
  while (followsOf(client).length) {
    try {
      const { viewer } = await client.session();
      const live = (await capabilities).flatMap((capability) => capability.live ?? []);
      return new EventStream(client, viewer?.person.id ?? null, {
        document: subscription(live),
        apply: (event) => (event.__typename === 'PageMoved' ? resync(client) : applyEvent(client, live, event)),
        resync: () => resync(client),
        lost: (topic) => rereadTopic(client, topic),
        connected: () => wakeUnsent(client),
      });
    } catch {
      await pause(AGAIN);
    }
  }
  return undefined;
}
