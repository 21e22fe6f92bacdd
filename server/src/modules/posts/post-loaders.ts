import DataLoader from 'dataloader';
import type { Post } from './post.ts';
import type { AnyPostKind, PostContent } from './post-kind.ts';
import type { PostService } from './post-service.ts';

/** Gathers what one request reads of posts. */
export class PostLoaders {
  readonly #posts: PostService;
  readonly #byKind = new Map<AnyPostKind, DataLoader<Post, PostContent, string>>();

  constructor(posts: PostService) {
    this.#posts = posts;
  }

  /** What a post holds beside its text: that of all posts of a kind is read at once. */
  content(post: Post): Promise<PostContent> {
    const kind = this.#posts.contents.kindOf(post);
    let loader = this.#byKind.get(kind);
    if (!loader) {
      loader = new DataLoader((posts) => this.#posts.contentsOf(kind, posts), { cacheKeyFn: ({ id }) => id });
      this.#byKind.set(kind, loader);
    }
    return loader.load(post);
  }
}
