import type { Executor } from '../../database/connect.ts';
import {
  type Connection,
  type ConnectionArgs,
  type PageRequest,
  pageRequest,
  toConnection,
} from '../../platform/connection.ts';
import type { Readable } from '../../platform/readable.ts';
import type { StoredSubject } from '../subjects/index.ts';
import { type Comment, type CommentOrder, keysets } from './comment.ts';
import * as store from './comment-list-store.ts';
import type { RowId } from '../../platform/ids.ts';

export interface CommentListArgs extends ConnectionArgs {
  order?: CommentOrder | null;
  /** The local id of a comment. */
  startingAt?: RowId | null;
}

/** Reads the comments directly below pages, posts and comments. */
export class CommentLists {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /**
   * The comments directly below each of several subjects, in one statement for all subjects. Only the subject on the path to
   * `startingAt` needs a statement of its own.
   */
  async below(
    parents: readonly Readable<StoredSubject>[],
    args: CommentListArgs,
    pathTo: (id: RowId) => Promise<readonly Comment[]>,
  ): Promise<Connection<Readable<Comment>>[]> {
    const order = args.order ?? 'OLDEST';
    const page = pageRequest(args, keysets[order].shape);
    const startsAnywhere = !args.startingAt || page.after || page.before || page.backward;
    const path = startsAnywhere ? [] : await pathTo(args.startingAt!);
    const starts = new Map(path.map((comment) => [comment.parentId, comment]));
    const together = parents.filter(({ rowId }) => !starts.has(rowId));
    const found = await this.#readTogether(together, order, page);
    return Promise.all(
      parents.map(async (parent) => {
        const start = starts.get(parent.rowId);
        if (start) return this.#readFrom(start, parent, order, page);
        return this.#connection(found.get(parent.rowId)!, parent, order, page);
      }),
    );
  }

  /** The ids of the ancestors of each comment, from the top one down; the nearest 100. */
  async paths(ids: readonly RowId[]): Promise<Map<RowId, RowId[]>> {
    return store.findPaths(this.#db, ids);
  }

  async #readTogether(
    parents: readonly Readable<StoredSubject>[],
    order: CommentOrder,
    page: PageRequest,
  ): Promise<Map<RowId, Readable<Comment>[]>> {
    const found = new Map<RowId, Readable<Comment>[]>(parents.map(({ rowId }) => [rowId, []]));
    if (found.size === 0) return found;
    const comments =
      found.size === 1
        ? await store.findBelow(this.#db, positionBelow(parents[0]!), { order, page })
        : await store.findBelowMany(this.#db, parents, { order, page });
    for (const comment of comments) found.get(comment.parentId)!.push(comment);
    return found;
  }

  async #readFrom(
    start: Comment,
    parent: Readable<StoredSubject>,
    order: CommentOrder,
    page: PageRequest,
  ): Promise<Connection<Readable<Comment>>> {
    const from = keysets[order].keyOf(start);
    const comments = await store.findBelow(this.#db, positionBelow(parent), { order, page, from });
    const connection = this.#connection(comments, parent, order, page);
    connection.pageInfo.hasPreviousPage = await store.hasBefore(this.#db, parent.rowId, order, from);
    return connection;
  }

  #connection(
    rows: readonly Readable<Comment>[],
    parent: Readable<StoredSubject>,
    order: CommentOrder,
    page: PageRequest,
  ): Connection<Readable<Comment>> {
    // `commentCount` of a comment is the number of its direct replies; that of a page or post includes all depths.
    const totalCount =
      parent.kind === 'Comment'
        ? parent.commentCount
        : async () => (await store.countBelow(this.#db, [parent.rowId])).get(parent.rowId) ?? 0;
    return toConnection(rows, page, keysets[order].keyOf, totalCount);
  }
}

/** Whoever reads the parent reads what is below it. */
function positionBelow(parent: Readable<StoredSubject>): Readable<store.CommentParent> {
  const rootId = parent.kind === 'Comment' ? (parent as Readable<Comment>).rootId : parent.rowId;
  return { parentId: parent.rowId, rootId } as Readable<store.CommentParent>;
}
