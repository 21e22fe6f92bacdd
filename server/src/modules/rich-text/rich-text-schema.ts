import type { Builder } from '../../platform/graphql/builder.ts';
import { memo } from '../../platform/memo.ts';

/** Rich text as it comes from a database: its tree is JSON. */
interface StoredRichText {
  readonly source: string;
  readonly text: string;
  readonly tree: string;
}

declare module '../../platform/graphql/builder.ts' {
  interface SchemaObjects {
    RichText: StoredRichText;
  }
  interface SchemaScalars {
    RichTextTree: { Input: never; Output: string };
  }
}

/** Trees by their JSON, shared by all who read them: parsing them again would be a tenth of what a long thread costs. */
const parsedTree = memo((json: string): unknown => JSON.parse(json), 5_000);

export function defineRichTextSchema(builder: Builder): void {
  builder.scalarType('RichTextTree', {
    description: 'Rich text as a tree of plain objects; see `RichText.tree`.',
    serialize: (json) => parsedTree(json) as string,
    parseValue: () => {
      throw new TypeError('A tree is made by the server alone.');
    },
  });
  builder.objectType('RichText', {
    description: 'What somebody wrote, in the three forms that readers need.',
    access: 'parent',
    fields: (t) => ({
      source: t.exposeString('source', { description: 'What the author wrote, byte for byte: a Markdown subset.' }),
      text: t.exposeString('text', { description: 'Without markup, one line a block.' }),
      tree: t.expose('tree', { type: 'RichTextTree', description: 'A list of block nodes (see docs/rich-text.md).' }),
    }),
  });
}
