import DataLoader from 'dataloader';
import { type Connection, maxPageSize } from '../../platform/connection.ts';
import { readInParts } from '../../graphql/read-in-parts.ts';
import type { Readable } from '../../platform/readable.ts';
import type { RequestBudget } from '../../graphql/request-budget.ts';
import type { StoredSubject, SubjectLoaders } from '../subjects/index.ts';
import type { Comment } from './comment.ts';
import type { CommentListArgs } from './comment-lists.ts';
import type { CommentService } from './comment-service.ts';
import type { RowId } from '../../platform/ids.ts';

/** Batches the reads of comments in one request: the replies to fifty comments take one statement. */
export class CommentLoaders {
  readonly #comments: CommentService;
  readonly #subjects: SubjectLoaders;
  readonly #budget: RequestBudget;
  readonly #paths: DataLoader<RowId, readonly RowId[]>;
  readonly #mailRests: DataLoader<RowId, string | null>;
  /** A loader for each set of arguments. */
  readonly #below = new Map<string, DataLoader<Readable<StoredSubject>, Connection<Readable<Comment>>, string>>();

  constructor(comments: CommentService, subjects: SubjectLoaders, budget: RequestBudget) {
    this.#comments = comments;
    this.#subjects = subjects;
    this.#budget = budget;
    this.#paths = new DataLoader(async (ids) => {
      const paths = await comments.lists.paths(ids);
      return ids.map((id) => paths.get(id)!);
    });
    this.#mailRests = new DataLoader(async (ids) => {
      const rests = await comments.mailRests(ids);
      return ids.map((id) => rests.get(id) ?? null);
    });
  }

  /** The nearest 100 ancestors of a comment, from the top one down. A shared ancestor is read once. */
  async ancestors(id: RowId): Promise<Readable<Comment>[]> {
    return (await this.#subjects.loadMany('Comment', await this.#paths.load(id))) as Readable<Comment>[];
  }

  /** What was cut off the mail by which a comment came, for its author. */
  mailRest(id: RowId): Promise<string | null> {
    return this.#mailRests.load(id);
  }

  below(parent: Readable<StoredSubject>, args: CommentListArgs): Promise<Connection<Readable<Comment>>> {
    const key = JSON.stringify([args.order, args.first, args.after, args.last, args.before, args.startingAt]);
    let loader = this.#below.get(key);
    if (!loader) {
      loader = new DataLoader((parents) => this.#readBelow(parents, args), { cacheKeyFn: ({ rowId }) => rowId });
      this.#below.set(key, loader);
    }
    return loader.load(parent);
  }

  async #readBelow(
    parents: readonly Readable<StoredSubject>[],
    args: CommentListArgs,
  ): Promise<Connection<Readable<Comment>>[]> {
    const size = Math.min(args.first ?? args.last ?? maxPageSize, maxPageSize);
    return readInParts(parents, size, this.#budget, (part) =>
      this.#comments.lists.below(part, args, (id) => this.#pathTo(id)),
    );
  }

  /** The ancestors of a comment and the comment itself; empty if it does not exist. */
  async #pathTo(id: RowId): Promise<Readable<Comment>[]> {
    const [self] = await this.#subjects.loadMany('Comment', [id]);
    return self ? [...(await this.ancestors(id)), self as Readable<Comment>] : [];
  }
}
