// Loaded with the first click that asks for more of a list.
import type { Connection, PageArgs } from './connection.js';

/** A list that grows at both ends. */
interface GrowingList {
  ids: readonly string[];
  hasNext: boolean;
  hasPrevious: boolean;
  start: string | null | undefined;
  end: string | null | undefined;
  readonly options: { pageSize: () => number; load: (page: PageArgs) => Promise<Connection> };
}

/** Reads the page after the last member, or before the first. Resolves to the ids that it added. */
export async function readPage(list: GrowingList, end: 'next' | 'previous'): Promise<readonly string[]> {
  const { options } = list;
  const size = options.pageSize();
  const forward = end === 'next';
  const { nodes, pageInfo } = await options.load(
    forward ? { first: size, after: list.end } : { last: size, before: list.start },
  );
  const added = nodes.map(({ id }) => id).filter((id) => !list.ids.includes(id));
  if (forward) {
    list.ids = [...list.ids, ...added];
    list.hasNext = !!pageInfo.hasNextPage;
    list.end = pageInfo.endCursor ?? list.end;
  } else {
    list.ids = [...added, ...list.ids];
    list.hasPrevious = !!pageInfo.hasPreviousPage;
    list.start = pageInfo.startCursor ?? list.start;
  }
  return added;
}
