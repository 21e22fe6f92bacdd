import type { ParvisClient } from '../client/parvis-client.js';

/**
 * Loads what shows and sends unsent texts, if this browser keeps any: of this page or of another. With `client`, they are
 * sent where nothing on the page shows them, too.
 */
export function wakeUnsent(client?: ParvisClient): void {
  let isAny = false;
  try {
    isAny = Object.keys(localStorage).some((place) => place.startsWith('parvis:unsent:'));
  } catch {
    // Forbidden: nothing is kept.
  }
  if (isAny) void import('./parvis-unsent.js').then(({ outboxOf }) => client && outboxOf(client));
}
