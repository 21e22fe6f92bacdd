import { isCommunicator, isSignedIn, type Viewer } from '../../platform/viewer.ts';
import type { Denial } from '../subjects/index.ts';
import type { Wall } from './wall.ts';

/** Everybody posts on the company's wall and on those of pages; on a person's own wall only that person does. */
export function denialOfPosting(viewer: Viewer, { kind, owner }: Wall): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  return kind !== 'person' || owner === viewer.id ? null : 'FORBIDDEN';
}

export function canPinOn(viewer: Viewer): boolean {
  return isCommunicator(viewer);
}
