import type { GlobalId, RowId } from '../platform/ids.ts';
import type { Viewer } from '../platform/viewer.ts';

/** The global id of a page, post, comment or wall: as a reader named it, and as events are told under. */
export type Topic = readonly [asked: GlobalId, told: GlobalId];

/** Those of several local ids of one type that a viewer may follow; others are left out. */
export type Followable = (viewer: Viewer, ids: readonly RowId[]) => Promise<Topic[]>;
