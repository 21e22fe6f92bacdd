import type { ParvisClient } from '../client/parvis-client.js';
import { Outbox } from './outbox.js';

const outboxes = new Map<string, { client: ParvisClient; outbox: Outbox }>();

/**
 * The outbox of a client. A client that takes the place of another, because somebody else has signed in, takes over from
 * its outbox too.
 */
export function outboxOf(client: ParvisClient): Outbox {
  const known = outboxes.get(client.endpoint);
  if (known?.client === client) return known.outbox;
  known?.outbox.stop();
  const outbox = new Outbox(client);
  outboxes.set(client.endpoint, { client, outbox });
  return outbox;
}
