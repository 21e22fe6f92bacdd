import type { RowId } from '../../platform/ids.ts';
import type { Executor } from '../../database/connect.ts';
import type { Viewer } from '../../platform/viewer.ts';
import type { WallOwners } from '../walls/index.ts';
import type { GroupFinder } from './group-finder.ts';
import { findGroups } from './group-store.ts';

declare module '../walls/wall.ts' {
  interface WallKinds {
    group: true;
  }
}

/** The walls of groups, for who may know of the group: `group:<handle>`. */
export function groupWalls(finder: GroupFinder): WallOwners {
  return {
    async find(viewer: Viewer, handle: string) {
      const group = await finder.byHandle(viewer, handle);
      return group && { owner: group.id, name: group.handle, audiences: null };
    },
    async names(executor: Executor, ids: readonly RowId[]) {
      const groups = await findGroups(executor, 'id', ids);
      return new Map(groups.map(({ id, handle }) => [id, handle]));
    },
    async places(executor: Executor, ids: readonly RowId[]) {
      const groups = await findGroups(executor, 'id', ids);
      return new Map(groups.map(({ id, name }) => [id, { name, url: null, followed: { type: 'Group', id } }]));
    },
  };
}
