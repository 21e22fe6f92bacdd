import type { GlobalId, RowId } from '../platform/ids.ts';
import type { Viewer } from '../platform/viewer.ts';

/** The global id of a page, post, comment or wall: as the client sent it, and as events are published under. */
export type Topic = readonly [asked: GlobalId, published: GlobalId];

/** The topics that a viewer may follow, of several local ids of one type. Others are left out. */
export type Followable = (viewer: Viewer, ids: readonly RowId[]) => Promise<Topic[]>;
