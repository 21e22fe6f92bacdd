import { graphql } from '../graphql/graphql.js';
import { PERSON_FIELDS } from '../person/person.js';

/** A few people by the start of their names, those first who are closest to the viewer. */
export const PEOPLE_TO_PICK = graphql(
  `
    query PeopleToPick($query: String!) {
      mentionablePeople(query: $query) {
        ...PersonFields
      }
    }
  `,
  [PERSON_FIELDS],
);
