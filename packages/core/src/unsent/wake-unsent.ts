import type { ParvisClient } from '../client/parvis-client.js';
import { UNSENT } from './unsent-places.js';

const watching = new WeakSet<ParvisClient>();

/**
 * Loads the code for unsent texts, if this browser has any, of this or another page. With `client`, they are sent now, even
 * if no element on the page shows them; texts that another tab leaves behind are sent too.
 */
export function wakeUnsent(client?: ParvisClient): void {
  if (keepsAny()) void load().then(({ outboxOf }) => client && outboxOf(client).hurry());
  if (!client || watching.has(client)) return;
  watching.add(client);
  addEventListener('storage', ({ key }) => {
    // Once loaded, the outbox decides when to send.
    if (key?.startsWith(UNSENT)) void load().then(({ outboxOf }) => outboxOf(client));
  });
}

const load = () => import('./parvis-unsent.js');

function keepsAny(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(UNSENT));
  } catch {
    // Storage is forbidden: it contains nothing.
    return false;
  }
}
