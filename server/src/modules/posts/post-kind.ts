import type { InputFieldBuilder, InputFieldMap, InputShapeFromFields } from '@pothos/core';
import type { Executor } from '../../database/connect.ts';
import type { Builder, BuilderTypesOf, SchemaObjects } from '../../graphql/builder.ts';
import type { Post } from './post.ts';
import type { RowId } from '../../platform/ids.ts';

/**
 * The kinds of post, as the schema and the table have them. A module adds its own:
 * `declare module '…/posts/post-kind.ts' { interface PostKinds { POLL: true } }`.
 */
export interface PostKinds {
  TEXT: true;
}

export type PostKindName = keyof PostKinds;

/** What a post of some kind holds beside its text, as the fields of its GraphQL type get it. */
export type PostContent<Content = object> = Content & { readonly kind: PostKindName; readonly post: Post };

/** What the posts of one kind hold beside their text: a table or columns of its own, an input and a GraphQL type. */
export interface PostKind<Fields extends InputFieldMap, Draft, Content extends object> {
  readonly kind: PostKindName;
  readonly description: string;
  /** Its GraphQL type, a member of `PostContent`, which the schema of its module defines. */
  readonly type: keyof SchemaObjects & string;
  /** Its field of `PostContentInput`. */
  readonly field: string;
  /** The fields of that. */
  readonly input: (t: InputFieldBuilder<BuilderTypesOf<Builder>, 'InputObject'>) => Fields;
  /**
   * What is to be stored.
   *
   * @throws {Refusal} with the path of the field that is wrong, from this input on.
   */
  parse(input: InputShapeFromFields<Fields>, now: number): Draft;
  /** Called once the post itself is stored. */
  insert(trx: Executor, post: Post, draft: Draft): Promise<void>;
  /** What several posts of this kind hold, by their ids. */
  read(db: Executor, posts: readonly Post[]): Promise<ReadonlyMap<string, Content>>;
  /** What a post holds that is deleted. */
  readonly deleted: Content;
  /** Forgets what deleted posts held, those of other kinds among them. */
  forget(trx: Executor, postIds: readonly RowId[]): Promise<void>;
}

/** A kind of which it does not matter what it holds. */
export type AnyPostKind = PostKind<InputFieldMap, unknown, object>;

export function definePostKind<Fields extends InputFieldMap, Draft, Content extends object>(
  kind: PostKind<Fields, Draft, Content>,
): AnyPostKind {
  return kind as unknown as AnyPostKind;
}
