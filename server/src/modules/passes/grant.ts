import type { RowId } from '../../platform/ids.ts';

/** What a person may do at a page for a time, in milliseconds since 1970. */
export interface Grant {
  readonly personId: RowId;
  readonly pageId: RowId;
  readonly readUntil: number;
  /** Not after `readUntil`; 0 for who may only read. */
  readonly writeUntil: number;
}

/** Whether one grant allows nothing that another does not. */
export function isWithin(grant: Grant, other: Grant | undefined): boolean {
  return other !== undefined && grant.readUntil <= other.readUntil && grant.writeUntil <= other.writeUntil;
}
