/** A page of a list, as the server returns it. */
export interface Connection {
  nodes: readonly { id: string }[];
  pageInfo: {
    hasNextPage?: boolean;
    hasPreviousPage?: boolean;
    endCursor?: string | null;
    startCursor?: string | null;
  };
}

/** Which page to read: forward from a cursor, or backward from one. */
export interface PageArgs {
  first?: number;
  after?: string | null;
  last?: number;
  before?: string | null;
}
