import type { GlobalId, RowId } from '../../../server/src/platform/ids.ts';

/** Any text as the id of a row, for tests that need no real one. */
export function rowId(text: string): RowId {
  return text as RowId;
}

/** The same for a global id. */
export function globalId(text: string): GlobalId {
  return text as GlobalId;
}
