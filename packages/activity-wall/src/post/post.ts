import { graphql, PERSON_FIELDS, type Block, type Inline, type ResultOf } from '@parvis/core';
import { REACTABLE_FIELDS } from '@parvis/like-button';

/** All that a wall shows of a post; its like button and the count of its comments ask for nothing more. */
export const POST_FIELDS = graphql(
  `
    fragment PostFields on Post {
      ...ReactableFields
      commentCount
      viewerCanComment
      lockedAt
      author {
        ...PersonFields
      }
      body {
        tree
      }
      linkUrl
      createdAt
      editedAt
      deletedAt
      pinnedAt
      viewerDidAuthor
      viewerCanUpdate
      viewerCanDelete
      viewerCanRestore
      viewerCanPin
    }
  `,
  [REACTABLE_FIELDS, PERSON_FIELDS],
);

/** A post, as the server has it; or one on its way there. */
export type Post = ResultOf<typeof POST_FIELDS> & { readonly sending?: boolean };

/** What a person writes to make or change a post. */
export interface PostDraft {
  readonly body: string;
  /** An address to show below the text. */
  readonly linkUrl: string | null;
}

/** The order of a wall: pinned posts first, then the latest first. */
export function comparePosts(a: Post, b: Post): number {
  const descending = (x: string, y: string) => (x < y ? 1 : x > y ? -1 : 0);
  return descending(a.pinnedAt ?? '', b.pinnedAt ?? '') || descending(a.createdAt, b.createdAt) || descending(a.id, b.id);
}

/** What was typed, as it is shown until the server has read it. */
export const plainText = (typed: string): Block[] =>
  typed.split(/\n\s*\n/).map((paragraph) => ({
    t: 'p',
    c: paragraph.split('\n').flatMap((line, i): Inline[] => (i ? [{ t: 'br' }, line] : [line])),
  }));

/** The address of a post on this page. Absolute, because `<base>` would send `#post-…` to another page. */
export const permalink = (id: string): string => `${location.href.replace(/#.*/, '')}#post-${id}`;

// A line of a block that is shorter than the wall is wide takes its height all the same.
const LINE = 60;
const FOLDED = 900;

/** Whether a post is so long that it is shown folded first. Counted, not measured, so that nothing jumps. */
export const isLong = (tree: readonly Block[]): boolean => lengthOf(tree) > FOLDED;

function lengthOf(nodes: readonly (Block | Inline | { t: 'item'; c: Block[] })[]): number {
  return nodes.reduce<number>((sum, node) => {
    if (typeof node === 'string') return sum + node.length;
    const own = 'c' in node ? lengthOf(node.c) : 'v' in node ? node.v.length + LINE * (node.v.split('\n').length - 1) : 0;
    return sum + (node.t === 'p' || node.t === 'br' || node.t === 'code' ? Math.max(own, LINE) : own);
  }, 0);
}
