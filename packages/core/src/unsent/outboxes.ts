import type { ParvisClient } from '../client/parvis-client.js';
import { Outbox } from './outbox.js';

const outboxes = new Map<string, { client: ParvisClient; outbox: Outbox }>();

/**
 * The outbox of a client. When a client replaces another one, because another person has signed in, its outbox replaces the
 * other's too.
 */
export function outboxOf(client: ParvisClient): Outbox {
  const known = outboxes.get(client.endpoint);
  if (known?.client === client) return known.outbox;
  known?.outbox.stop();
  const outbox = new Outbox(client);
  outboxes.set(client.endpoint, { client, outbox });
  return outbox;
}
