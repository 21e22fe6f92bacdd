import { graphql, mutate, type ParvisClient } from '@parvis/core';

const PAGE = graphql(`
  query PageToTellOf($key: String!) {
    pages(keys: [$key]) {
      id
    }
  }
`);

const ADD_COMMENT = graphql(`
  mutation AddCommentToTellOf($input: AddCommentInput!) {
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

const READ_ALL = graphql(`
  mutation ReadAllElsewhere($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      inbox {
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

const UNREAD_COUNT = graphql(`
  query UnreadElsewhere {
    viewer {
      inbox {
        notifications(first: 0, unread: true) {
          totalCount
        }
      }
    }
  }
`);

/** How much somebody has not read. */
export async function unread(client: ParvisClient): Promise<number> {
  return (await client.query(UNREAD_COUNT, {})).viewer!.inbox.notifications.totalCount;
}

/** Somebody comments on a page. Answers the id of the comment. */
export async function comment(client: ParvisClient, key: string, body: string): Promise<string> {
  const [page] = (await client.query(PAGE, { key })).pages;
  const { comment } = await mutate(client, ADD_COMMENT, { subjectId: page!.id, body });
  return comment!.id;
}

/** Somebody reads all that they are told, in another tab or on another device. */
export async function readAll(client: ParvisClient): Promise<void> {
  await mutate(client, READ_ALL, {});
}
