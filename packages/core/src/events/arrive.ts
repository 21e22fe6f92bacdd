import type { EntityCache, ShownList } from '../cache/entity-cache.js';
import { keepScrollPosition } from './keep-scroll-position.js';

interface Authored {
  readonly id: string;
  readonly author?: { readonly id: string } | null;
  readonly sending?: unknown;
}

/**
 * Shows what somebody has added elsewhere in the lists where it stands. Where a list is not read to the end at which new
 * ones stand, it comes in its turn.
 * @param isOwn - the viewer has added it: here, by a write whose answer is still on its way, or on another device
 */
export function arrive(cache: EntityCache, name: string, id: string, isOwn: boolean): void {
  for (const list of cache.lists(name)) enter(cache, list, id, isOwn);
}

function enter(cache: EntityCache, list: ShownList, id: string, isOwn: boolean): void {
  if (list.ids.includes(id)) return;
  if (isOwn && list.ids.some((member) => cache.get<Authored>(member)?.sending)) {
    list.held.add(id);
    return;
  }
  if (list.offer && !isOwn) {
    list.offer(id);
    return;
  }
  if (list.insertAt === 'start' ? list.hasPrevious : list.hasNext) return;
  keepScrollPosition(list.host, () => list.add(id));
}
