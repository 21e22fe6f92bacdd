import type { Builder } from '../../platform/graphql/builder.ts';
import { memo } from '../../platform/memo.ts';
import { withRealHosts } from './real-host.ts';
import type { Block } from './rich-text.ts';

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

/**
 * Trees by their JSON, shared by all who read them: parsing them again would be a tenth of what a long thread costs. Those
 * of versions before do not say yet where a link leads whose label is another address.
 */
const parsedTree = memo((json: string): unknown => withRealHosts(JSON.parse(json) as Block[]), 5_000);

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
