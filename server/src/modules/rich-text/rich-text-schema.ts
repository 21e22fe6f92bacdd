import type { Builder } from '../../graphql/builder.ts';
import { treeOf } from './tree-cache.ts';

/** Rich text as it comes from a database: its tree is JSON. */
interface StoredRichText {
  readonly source: string;
  readonly text: string;
  readonly tree: string;
}

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    RichText: StoredRichText;
  }
  interface SchemaScalars {
    RichTextTree: { Input: never; Output: string };
  }
}

export function defineRichTextSchema(builder: Builder): void {
  builder.scalarType('RichTextTree', {
    description: 'Rich text as a tree of plain objects; see `RichText.tree`.',
    serialize: (json) => treeOf(json) as unknown as string,
    parseValue: () => {
      throw new TypeError('A tree is made by the server alone.');
    },
  });
  builder.objectType('RichText', {
    description: 'A formatted text, in the three forms that clients need.',
    access: 'parent',
    fields: (t) => ({
      source: t.exposeString('source', {
        isLong: true,
        description: 'What the author wrote, byte for byte: a Markdown subset.',
      }),
      text: t.exposeString('text', { isLong: true, description: 'Without markup, one line a block.' }),
      tree: t.expose('tree', {
        type: 'RichTextTree',
        isLong: true,
        description: 'A list of block nodes (see docs/rich-text.md).',
      }),
    }),
  });
}
