import { graphql, type ResultOf } from '@parvis/core';

export const INBOX_FIELDS = graphql(`
  fragment InboxFields on Inbox {
    id
    unseenCount
  }
`);

export const INBOX = graphql(
  `
    query Inbox {
      viewer {
        inbox {
          ...InboxFields
          unread: notifications(first: 0, unread: true) {
            totalCount
          }
        }
      }
    }
  `,
  [INBOX_FIELDS],
);

export type InboxFields = ResultOf<typeof INBOX_FIELDS>;
