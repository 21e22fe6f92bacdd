import type { EntityCache } from '../cache/entity-cache.js';
import type { Connection, ConnectionController, PageArgs } from '../controllers/connection-controller.js';
import { keepScrollPosition } from './keep-scroll-position.js';

/** What the server answers at most. */
const MOST = 100;

/**
 * Reads again as much of a list as is on screen, from the same member on.
 * @param least - reads so many, even where there were fewer
 */
export async function reread(
  list: ConnectionController,
  read: (page: PageArgs, startingAt?: string) => Promise<Connection>,
  least: number,
): Promise<Connection> {
  const wanted = Math.max(least, list.ids.length);
  const first = await read({ first: Math.min(MOST, wanted) }, list.hasPrevious ? list.ids[0] : undefined);
  const nodes = [...first.nodes];
  const isAtEnd = () => list.hasNext && nodes.some(({ id }) => id === list.ids.at(-1));
  let last = first;
  // Others may have come before what is shown, whose end is further on then. What was shown whole is whole again.
  while (last.pageInfo.hasNextPage && !isAtEnd() && nodes.length < wanted + MOST) {
    last = await read({ first: MOST, after: last.pageInfo.endCursor ?? null });
    nodes.push(...last.nodes);
  }
  const { hasNextPage, endCursor } = last.pageInfo;
  return { nodes, pageInfo: { ...first.pageInfo, hasNextPage, endCursor } as Connection['pageInfo'] };
}

/** Makes a list show what the server has now. What stays keeps its place, and so does what is on its way there. */
export function refresh(cache: EntityCache, list: ConnectionController, page: Connection): void {
  const before = list.ids;
  const now = page.nodes.map(({ id }) => id);
  const stay = before.filter((id) => now.includes(id));
  const isInOrder = now.filter((id) => before.includes(id)).every((id, i) => id === stay[i]);
  // In the order of likes, members may have changed places; those who read them have not.
  const others = now.filter((id) => !before.includes(id));
  const ids = isInOrder ? now : list.insertAt === 'start' ? [...others, ...stay] : [...stay, ...others];
  const sending = before.filter((id) => cache.get<{ id: string; sending?: boolean }>(id)?.sending);
  keepScrollPosition(list.host, () => {
    list.reset({ ...page, nodes: ids.map((id) => ({ id })) });
    for (const id of sending) list.add(id);
  });
}
