import type { ParvisClient } from '../client/parvis-client.js';
import { UNSENT } from './unsent-places.js';

const watching = new WeakSet<ParvisClient>();

/**
 * Loads what shows and sends unsent texts, if this browser keeps any: of this page or of another. With `client`, they are
 * sent now, where nothing on the page shows them too; and so are those that another tab leaves behind.
 */
export function wakeUnsent(client?: ParvisClient): void {
  if (keepsAny()) void load().then(({ outboxOf }) => client && outboxOf(client).hurry());
  if (!client || watching.has(client)) return;
  watching.add(client);
  addEventListener('storage', ({ key }) => {
    // Once it is there, the outbox knows when to send.
    if (key?.startsWith(UNSENT)) void load().then(({ outboxOf }) => outboxOf(client));
  });
}

const load = () => import('./parvis-unsent.js');

function keepsAny(): boolean {
  try {
    return Object.keys(localStorage).some((place) => place.startsWith(UNSENT));
  } catch {
    // Forbidden: nothing is kept.
    return false;
  }
}
