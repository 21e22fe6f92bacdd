import { graphql, type ResultOf } from '@parvis/core';
import { ABSENCE_FIELDS } from '@parvis/core/absence/absence.js';

export const NOTIFICATION_SETTINGS = graphql(
  `
    query NotificationSettings($language: String!) {
      viewer {
        person {
          id
          ...AbsenceFields
        }
        notificationSettings {
          kinds {
            kind
            label(language: $language)
            defaultDelivery
            delivery
            mutedUntil
          }
          places {
            delivery
            kind
            place {
              __typename
              id
              ... on Page {
                title
                key
              }
              ... on Post {
                body {
                  text
                }
              }
              ... on Group {
                name
              }
            }
          }
          muted {
            mutedUntil
            source {
              __typename
              id
              ... on Page {
                title
                key
              }
              ... on Post {
                body {
                  text
                }
              }
              ... on Group {
                name
              }
              ... on Person {
                name
              }
            }
          }
          mailAvailable
          mailStop {
            address
            stoppedAt
          }
          digest {
            frequency
            hour
            weekday
          }
          quietHours {
            isDefault
            keepsHolidays
            zone
            site
            hours {
              weekday
              from
              to
            }
          }
        }
      }
    }
  `,
  [ABSENCE_FIELDS],
);

export const SET_PREFERENCE = graphql(`
  mutation SetNotificationPreference($input: SetNotificationPreferenceInput!) {
    setNotificationPreference(input: $input) {
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

export const UNMUTE = graphql(`
  mutation UnmuteNotifications($input: UnmuteNotificationsInput!) {
    unmuteNotifications(input: $input) {
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

export const SET_DIGEST = graphql(`
  mutation SetDigest($input: SetDigestInput!) {
    setDigest(input: $input) {
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

export const SET_QUIET_HOURS = graphql(`
  mutation SetQuietHours($input: SetQuietHoursInput!) {
    setQuietHours(input: $input) {
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

type Viewer = NonNullable<ResultOf<typeof NOTIFICATION_SETTINGS>['viewer']>;
/** With when the viewer is away: then no mails come. */
export type NotificationSettings = Viewer['notificationSettings'] & Pick<Viewer['person'], 'absence'>;
export type KindPreference = NotificationSettings['kinds'][number];
export type PlacePreference = NotificationSettings['places'][number];
export type Muted = NotificationSettings['muted'][number];
export type Delivery = KindPreference['defaultDelivery'];
export type Digest = NotificationSettings['digest'];
export type QuietHours = NotificationSettings['quietHours'];
