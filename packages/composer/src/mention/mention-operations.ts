import { graphql, PERSON_FIELDS } from '@parvis/core';

/** A few people whom a text may mean, those first who are closest to its writer. */
export const MENTIONABLE = graphql(
  `
    query Mentionable($query: String!, $subject: ID) {
      mentionablePeople(query: $query, subject: $subject) {
        ...PersonFields
      }
    }
  `,
  [PERSON_FIELDS],
);
