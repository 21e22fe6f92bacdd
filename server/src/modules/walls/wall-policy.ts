import { isSignedIn, type Viewer } from '../../platform/viewer.ts';
import { type Denial, denialOfWriting } from '../subjects/index.ts';
import type { Wall } from './wall.ts';

/** On a person's own wall only that person posts. @param isPoster - Whether the viewer is among those who post on the wall. */
export function denialOfPosting(viewer: Viewer, { kind, owner, posters }: Wall, isPoster: boolean): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (!isPoster) return denialOfWriting(posters);
  return kind !== 'person' || owner === viewer.id ? null : 'FORBIDDEN';
}

/** Whoever takes care of a wall divides it into channels. */
export function denialOfDividing(viewer: Viewer, { posters }: Wall, isModerator: boolean): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (!isModerator) return 'FORBIDDEN';
  return posters === 'nobody' ? 'LOCKED' : null;
}
