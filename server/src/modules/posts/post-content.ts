import type { Executor } from '../../database/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import { textPost } from './kinds/text-post.ts';
import type { Post } from './post.ts';
import type { AnyPostKind, PostContent } from './post-kind.ts';
import type { RowId } from '../../platform/ids.ts';

/** The content of a post that is about to be added, beside its text. */
export interface ContentDraft {
  /** One field of `PostContentInput`; none is a text. */
  content?: object | null | undefined;
  /** As before there were kinds. */
  linkUrl?: string | null | undefined;
}

/** Content of one kind, ready to be stored. */
export interface ParsedContent {
  readonly kind: AnyPostKind;
  readonly draft: unknown;
}

/** What posts hold beside their text, each kind in its own way. */
export class PostContents {
  readonly #kinds: ReadonlyMap<string, AnyPostKind>;

  /** @param kinds - By name. */
  constructor(kinds: ReadonlyMap<string, AnyPostKind>) {
    this.#kinds = kinds;
  }

  /** The kind of a post: one that only a later version knows is shown as its text. */
  kindOf({ postKind }: Post): AnyPostKind {
    return this.#kinds.get(postKind) ?? textPost;
  }

  /** @throws {Refusal} with the path of what is wrong. */
  parse({ content, linkUrl }: ContentDraft, now: number): ParsedContent {
    if (!content) return { kind: textPost, draft: textPost.parse({ linkUrl }, now) };
    if (linkUrl) throw new Refusal('INVALID', 'The link of a text is in `content.text`.', ['linkUrl']);
    const [field, input] = Object.entries(content)[0]! as [string, Record<string, unknown>];
    const kind = [...this.#kinds.values()].find((candidate) => candidate.field === field)!;
    return { kind, draft: parsed(kind, input, now) };
  }

  /** What posts of one kind hold. */
  async read(db: Executor, kind: AnyPostKind, posts: readonly Post[]): Promise<PostContent[]> {
    const standing = posts.filter(({ deletedAt }) => deletedAt === null);
    const found = standing.length > 0 ? await kind.read(db, standing) : new Map<string, object>();
    return posts.map((post) => ({ ...(found.get(post.id) ?? kind.deleted), kind: kind.kind, post }));
  }

  async forget(trx: Executor, postIds: readonly RowId[]): Promise<void> {
    for (const kind of this.#kinds.values()) await kind.forget(trx, postIds);
  }
}

function parsed(kind: AnyPostKind, input: Record<string, unknown>, now: number): unknown {
  try {
    return kind.parse(input, now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, error.message, ['content', kind.field, ...(error.field ?? [])]);
  }
}
