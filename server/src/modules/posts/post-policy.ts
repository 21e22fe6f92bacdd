import { isSignedIn, type Viewer } from '../../platform/viewer.ts';
import type { Denial } from '../subjects/index.ts';
import { canPinOn } from '../walls/index.ts';
import type { Post } from './post.ts';

export function denialOfPinning(viewer: Viewer, { deletedAt }: Post): Denial {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (deletedAt !== null) return 'NOT_FOUND';
  return canPinOn(viewer) ? null : 'FORBIDDEN';
}
