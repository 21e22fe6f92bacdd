import { isSignedIn, type Viewer } from '../../platform/viewer.ts';
import type { Obstacle } from '../subjects/index.ts';
import { canPinOn } from '../walls/index.ts';
import type { Post } from './post.ts';

export function obstacleToPinning(viewer: Viewer, { deletedAt }: Post): Obstacle {
  if (!isSignedIn(viewer)) return 'UNAUTHENTICATED';
  if (deletedAt !== null) return 'NOT_FOUND';
  return canPinOn(viewer) ? null : 'FORBIDDEN';
}
