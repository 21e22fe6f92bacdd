import { graphql, type ResultOf } from '../graphql/graphql.js';

/** The fields of a person that bylines and search results show. */
export const PERSON_FIELDS = graphql(`
  fragment PersonFields on Person {
    __typename
    id
    handle
    name
    jobTitle
    department
    location
    avatarUrl
    kind
    status
  }
`);

export type Person = ResultOf<typeof PERSON_FIELDS>;
