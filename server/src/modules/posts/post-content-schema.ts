import type { Builder } from '../../graphql/builder.ts';
import type { TextContent } from './kinds/text-post.ts';
import type { AnyPostKind, PostContent, PostKindName } from './post-kind.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    TextPost: PostContent<TextContent>;
  }
  interface SchemaInputs {
    PostContentInput: object;
  }
  interface SchemaScalars {
    PostKind: { Input: PostKindName; Output: PostKindName };
  }
}

/** `Post.kind` and `Post.content`, and the input for the content, for all kinds of posts. */
export function definePostContent(builder: Builder, kinds: readonly AnyPostKind[]): void {
  builder.enumType('PostKind', {
    description: 'The kind of a post.',
    values: Object.fromEntries(kinds.map(({ kind, description }) => [kind, { value: kind, description }])),
  });
  const typeOf = new Map(kinds.map(({ kind, type }) => [kind, type]));
  const content = builder.unionType('PostContent', {
    description: 'The content of a post beside its text, by its kind.',
    types: kinds.map(({ type }) => type) as ['TextPost'],
    resolveType: ({ kind }) => typeOf.get(kind),
  });
  builder.objectFields('Post', (t) => ({
    kind: t.field({
      type: 'PostKind',
      description: 'Its kind.',
      resolve: (post, _args, { services }) => services.posts.contents.kindOf(post).kind,
    }),
    content: t.field({
      type: content,
      description: 'Its content beside the text; empty once deleted.',
      resolve: (post, _args, { loaders }) => loaders.posts.content(post) as Promise<PostContent<TextContent>>,
    }),
  }));
  builder.objectType('TextPost', {
    description: 'A text with an optional link.',
    access: 'parent',
    fields: (t) => ({
      linkUrl: t.exposeString('linkUrl', {
        nullable: true,
        description: 'An http or https address; null if there is no link.',
      }),
    }),
  });
  defineInput(builder, kinds);
}

function defineInput(builder: Builder, kinds: readonly AnyPostKind[]): void {
  const inputs = kinds.map(({ type, field, description, input }) => {
    const ref = builder.inputType(`${type}Input`, { description, fields: input });
    return { field, description, ref };
  });
  builder.inputType('PostContentInput', {
    description: 'The content of a new post beside its text: exactly one of these fields.',
    isOneOf: true,
    fields: (t) =>
      Object.fromEntries(inputs.map(({ field, description, ref }) => [field, t.field({ type: ref, description })])),
  });
}
