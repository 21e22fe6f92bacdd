import { Refusal } from '../../../platform/refusal.ts';
import { webAddress } from '../../rich-text/index.ts';
import { definePostKind } from '../post-kind.ts';
import { forgetLinks, setLink } from '../post-store.ts';

/** What a text holds beside itself. */
export interface TextContent {
  readonly linkUrl: string | null;
}

/** A text, with a link below it or without. */
export const textPost = definePostKind({
  kind: 'TEXT',
  description: 'A text, with a link below it or without.',
  type: 'TextPost',
  field: 'text',
  input: (t) => ({
    linkUrl: t.string({ description: 'An http or https address to show below the text.' }),
  }),
  parse: ({ linkUrl }): TextContent => ({ linkUrl: parseLink(linkUrl) }),
  insert: async (trx, post, { linkUrl }) => {
    if (linkUrl !== null) await setLink(trx, post.id, linkUrl);
  },
  read: async (_db, posts) => new Map(posts.map(({ id, linkUrl }) => [id, { linkUrl }])),
  deleted: { linkUrl: null },
  forget: forgetLinks,
});

/** @throws {Refusal} INVALID for what is no address of the web. */
export function parseLink(linkUrl: string | null | undefined): string | null {
  if (!linkUrl?.trim()) return null;
  const address = linkUrl.length <= 2000 ? webAddress(linkUrl.trim()) : null;
  if (address === null) throw new Refusal('INVALID', 'A link is an http or https address.', ['linkUrl']);
  return address;
}
