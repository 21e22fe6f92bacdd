import { graphql, PERSON_FIELDS } from '@parvis/core';

/** A few people by the start of their names, those first who are closest to the viewer. */
export const PEOPLE_TO_INVITE = graphql(
  `
    query PeopleToInvite($query: String!) {
      mentionablePeople(query: $query) {
        ...PersonFields
      }
    }
  `,
  [PERSON_FIELDS],
);
