import { graphql, mutate, type ParvisClient } from '@parvis/core';

const READ_PAGE = graphql(`
  query ReadTestPage($key: String!) {
    pages(keys: [$key]) {
      id
      commentCount
      comments(first: 100) {
        nodes {
          id
          deletedAt
          body {
            source
          }
        }
      }
    }
  }
`);

export const ADD_COMMENT = graphql(`
  mutation AddTestComment($input: AddCommentInput!) {
    addComment(input: $input) {
      comment {
        id
      }
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

const UPDATE = graphql(`
  mutation UpdateTestComment($input: UpdateCommentInput!) {
    updateComment(input: $input) {
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

const REACT = graphql(`
  mutation ReactInTest($input: SetReactionInput!) {
    setReaction(input: $input) {
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

const DELETE = graphql(`
  mutation DeleteTestComment($input: DeleteCommentInput!) {
    deleteComment(input: $input) {
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

const LOCK = graphql(`
  mutation LockTestPage($input: SetLockedInput!) {
    setLocked(input: $input) {
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

/** The id of a page, which it has before anybody wrote there. */
export async function pageId(client: ParvisClient, key: string): Promise<string> {
  return (await client.query(READ_PAGE, { key })).pages[0]!.id;
}

/** Writes comments, one after the other, on a page (its id) or below a comment. Resolves to their ids. */
export async function writeComments(client: ParvisClient, subjectId: string, ...bodies: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const body of bodies) {
    const { comment } = await mutate(client, ADD_COMMENT, { subjectId, body });
    ids.push(comment!.id);
  }
  return ids;
}

export async function like(client: ParvisClient, subjectId: string): Promise<void> {
  await mutate(client, REACT, { subjectId, content: 'LIKE' });
}

export async function update(client: ParvisClient, commentId: string, body: string): Promise<void> {
  await mutate(client, UPDATE, { commentId, body });
}

export async function remove(client: ParvisClient, commentId: string): Promise<void> {
  await mutate(client, DELETE, { commentId });
}

export async function lock(client: ParvisClient, subjectId: string): Promise<void> {
  await mutate(client, LOCK, { subjectId, locked: true });
}

/** The comments on a page as their authors wrote them, whatever a thread shows. */
export async function storedComments(client: ParvisClient, key: string): Promise<string[]> {
  const { pages } = await client.query(READ_PAGE, { key });
  return pages[0]!.comments.nodes.map(({ body }) => body?.source ?? '(deleted)');
}
