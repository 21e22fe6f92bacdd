import { perThread, type ScaleSizes } from './scale-fill.ts';
import { threadOperation } from './thread-data.ts';

/** What is read of a place that is chosen at random. */
export interface Read {
  name: string;
  /** How many places there are. */
  places(sizes: ScaleSizes): number;
  /** The body of the request for one place. */
  body(place: number, sizes: ScaleSizes): string;
  /** Whether the answer is all that was asked for. */
  isWhole(data: Answer): boolean;
}

/** What is looked at of an answer. */
interface Answer {
  pages?: { commentCount: number; comments?: { nodes: unknown[] } }[];
  wall?: { posts: { nodes: unknown[] } };
}

const wall = `query Wall($key: String!, $first: Int!) {
  wall(key: $key) {
    id viewerCanPost
    posts(first: $first) {
      pageInfo { hasNextPage endCursor }
      nodes {
        __typename id reactionCount viewerReaction viewerCanReact
        reactionGroups { content totalCount }
        commentCount viewerCanComment lockedAt
        author { __typename id handle name jobTitle department location avatarUrl status }
        body { tree }
        linkUrl createdAt editedAt deletedAt pinnedAt
        viewerDidAuthor viewerCanUpdate viewerCanDelete viewerCanRestore viewerCanPin
      }
    }
  }
}`;

const counts = `query CommentedPages($keys: [String!]!) { pages(keys: $keys) { id commentCount } }`;
const perList = 40;
const perWallPage = 20;

export const reads: readonly Read[] = [
  {
    name: 'thread of 50',
    places: ({ pages }) => pages,
    body: (place) => JSON.stringify({ query: threadOperation.query, variables: { key: `page-${place}` } }),
    isWhole: ({ pages }) => pages?.[0]?.comments?.nodes.length === perThread,
  },
  {
    name: 'wall of 20',
    places: ({ walls }) => walls,
    body: (place) => JSON.stringify({ query: wall, variables: { key: `page:page-${place}`, first: perWallPage } }),
    isWhole: (data) => data.wall?.posts.nodes.length === perWallPage,
  },
  {
    name: 'counts of 40',
    places: ({ pages }) => pages,
    body: (place, { pages }) => {
      // Pages of one list stand anywhere among the others.
      const keys = Array.from({ length: perList }, (_, index) => `page-${(place + index * 7919) % pages}`);
      return JSON.stringify({ query: counts, variables: { keys } });
    },
    isWhole: ({ pages = [] }) =>
      pages.length === perList && pages.every(({ commentCount }) => commentCount === perThread),
  },
];
