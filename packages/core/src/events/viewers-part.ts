import type { ParvisClient } from '../client/parvis-client.js';
import type { Document } from '../graphql/graphql.js';

/** Reads by their ids what differs by viewer. */
export type ViewersPart = Document<{ nodes: readonly (object | null)[] }, { keys: string[] }>;

const waiting = new WeakMap<ParvisClient, Map<ViewersPart, Set<string>>>();

/**
 * Reads what differs by viewer of an entity that an event told of. Several are read as one operation.
 * @param spread - in how many ms at most it is asked: an event comes to all readers in the same moment
 */
export function readViewersPart(client: ParvisClient, document: ViewersPart, id: string, spread: number): void {
  const documents = waiting.get(client) ?? new Map<ViewersPart, Set<string>>();
  waiting.set(client, documents);
  const ids = documents.get(document);
  if (ids) {
    ids.add(id);
    return;
  }
  documents.set(document, new Set([id]));
  setTimeout(() => {
    // What is gone, or cannot be read now, is shown as to a stranger.
    for (const id of documents.get(document)!) client.load(document, id).catch(() => {});
    documents.delete(document);
  }, Math.random() * spread);
}
