import { graphql, PERSON_FIELDS, type ResultOf } from '@parvis/core';
import { INBOX_FIELDS } from '../bell-operations.js';

export const NOTIFICATION_FIELDS = graphql(
  `
    fragment NotificationFields on Notification {
      id
      kind
      level
      text(language: $language)
      excerpt
      url
      at
      isSeen
      isRead
      people {
        ...PersonFields
      }
      subject {
        __typename
        id
        ... on Comment {
          subject {
            ... on Page {
              id
            }
            ... on Post {
              id
            }
          }
        }
      }
    }
  `,
  [PERSON_FIELDS],
);

export const NOTIFICATIONS = graphql(
  `
    query Notifications(
      $first: Int!
      $after: String
      $unread: Boolean!
      $kinds: [NotificationKind!]
      $language: String!
    ) {
      viewer {
        inbox {
          ...InboxFields
          notifications(first: $first, after: $after, unread: $unread, kinds: $kinds) {
            nodes {
              ...NotificationFields
            }
            pageInfo {
              hasNextPage
              startCursor
              endCursor
            }
          }
        }
      }
    }
  `,
  [INBOX_FIELDS, NOTIFICATION_FIELDS],
);

export const MARK_SEEN = graphql(
  `
    mutation MarkNotificationsSeen($input: MarkNotificationsSeenInput!) {
      markNotificationsSeen(input: $input) {
        inbox {
          ...InboxFields
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [INBOX_FIELDS],
);

export const MARK_READ = graphql(
  `
    mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
      markNotificationsRead(input: $input) {
        inbox {
          ...InboxFields
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [INBOX_FIELDS],
);

export const MARK_UNREAD = graphql(
  `
    mutation MarkNotificationsUnread($input: MarkNotificationsUnreadInput!) {
      markNotificationsUnread(input: $input) {
        inbox {
          ...InboxFields
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [INBOX_FIELDS],
);

export const MUTE = graphql(`
  mutation MuteNotifications($input: MuteNotificationsInput!) {
    muteNotifications(input: $input) {
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

export type NotificationFields = ResultOf<typeof NOTIFICATION_FIELDS> & { readonly id: string };
