import { graphql, type ResultOf } from '../graphql/graphql.js';

/** What a byline or a result shows of a person. */
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
    status
  }
`);

export type Person = ResultOf<typeof PERSON_FIELDS>;
