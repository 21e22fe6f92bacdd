import { graphql, PERSON_FIELDS, type ResultOf } from '@parvis/core';
import { ABSENCE_FIELDS } from '@parvis/core/absence/absence.js';

/** A few people whom a text may mean, those first who are closest to its writer. */
export const MENTIONABLE = graphql(
  `
    query Mentionable($query: String!, $subject: ID) {
      mentionablePeople(query: $query, subject: $subject) {
        ...PersonFields
        ...AbsenceFields
      }
    }
  `,
  [PERSON_FIELDS, ABSENCE_FIELDS],
);

export type MentionablePerson = ResultOf<typeof MENTIONABLE>['mentionablePeople'][number];
