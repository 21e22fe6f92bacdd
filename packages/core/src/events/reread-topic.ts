import type { ParvisClient } from '../client/parvis-client.js';
import { FollowController } from '../controllers/follow-controller.js';
import { rereadShown } from './reread-shown.js';

/** An event comes to all readers of a topic in the same moment; they do not all ask in it. In ms. */
const SPREAD = 400;

const due = new WeakMap<ParvisClient, Set<string>>();

/** Has all widgets that show a topic read it again. Several causes of the same moment are one. */
export function rereadTopic(client: ParvisClient, topic: string): void {
  const waiting = due.get(client) ?? new Set();
  due.set(client, waiting);
  if (waiting.has(topic)) return;
  waiting.add(topic);
  setTimeout(() => {
    waiting.delete(topic);
    for (const shown of FollowController.all) {
      const isShown = shown.client.current === client && shown.topic() === topic;
      if (isShown) void rereadShown(shown);
    }
  }, Math.random() * SPREAD);
}
