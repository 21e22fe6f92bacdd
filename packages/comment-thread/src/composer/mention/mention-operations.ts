import { graphql, PERSON_FIELDS } from '@parvis/core';

/** A few people whose name, title or department a text may mean. */
export const MENTIONABLE = graphql(
  `
    query Mentionable($query: String!) {
      people(query: $query, first: 12) {
        nodes {
          ...PersonFields
        }
      }
    }
  `,
  [PERSON_FIELDS],
);
