import type { ParvisClient } from '../client/parvis-client.js';
import { FollowController } from '../controllers/follow-controller.js';
import { rereadShown } from './reread-shown.js';

/** After an outage, the readers of a page do not all ask in the same instant. In ms. */
const SPREAD = 2_000;

const due = new WeakSet<ParvisClient>();

/** Events were missed: has all widgets read again what they show. A page that nobody sees waits until somebody does. */
export function resync(client: ParvisClient): void {
  if (due.has(client)) return;
  due.add(client);
  setTimeout(() => whenSeen(() => reread(client)), Math.random() * SPREAD);
}

function reread(client: ParvisClient): void {
  due.delete(client);
  for (const shown of FollowController.all) {
    if (shown.client.current === client && shown.topic()) void rereadShown(shown);
  }
}

function whenSeen(act: () => void): void {
  if (!document.hidden) return act();
  document.addEventListener('visibilitychange', act, { once: true });
}
