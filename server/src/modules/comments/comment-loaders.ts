import DataLoader from 'dataloader';
import type { Connection } from '../../platform/connection.ts';
import type { FormerVersion, StoredSubject } from '../subjects/index.ts';
import type { Comment } from './comment.ts';
import type { CommentListArgs } from './comment-lists.ts';
import type { CommentService } from './comment-service.ts';

/** Gathers what one request reads of comments: the answers to fifty of them are one statement. */
export class CommentLoaders {
  readonly #comments: CommentService;
  readonly #paths: DataLoader<string, Comment[]>;
  readonly #versions: DataLoader<string, FormerVersion[]>;
  /** A loader for each set of arguments. */
  readonly #below = new Map<string, DataLoader<StoredSubject, Connection<Comment>, string>>();

  constructor(comments: CommentService) {
    this.#comments = comments;
    this.#paths = new DataLoader(async (ids) => {
      const paths = await comments.lists.paths(ids);
      return ids.map((id) => paths.get(id)!);
    });
    this.#versions = new DataLoader(async (ids) => {
      const versions = await comments.versions(ids);
      return ids.map((id) => versions.get(id)!);
    });
  }

  /** A comment with all that stand above it, from the top one down. */
  path(id: string): Promise<Comment[]> {
    return this.#paths.load(id);
  }

  versions(id: string): Promise<FormerVersion[]> {
    return this.#versions.load(id);
  }

  below(parent: StoredSubject, args: CommentListArgs): Promise<Connection<Comment>> {
    const key = JSON.stringify([args.order, args.first, args.after, args.last, args.before, args.startingAt]);
    let loader = this.#below.get(key);
    if (!loader) {
      loader = new DataLoader((parents) => this.#comments.lists.below(parents, args, (id) => this.path(id)), {
        cacheKeyFn: ({ rowId }) => rowId,
      });
      this.#below.set(key, loader);
    }
    return loader.load(parent);
  }
}
