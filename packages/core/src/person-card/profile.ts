import { graphql, type ResultOf } from '../graphql/graphql.js';
import { ABSENCE_FIELDS } from '../absence/absence.js';
import { PERSON_FIELDS } from '../person/person.js';

/** A person with the ways to reach them. */
export const PROFILE_FIELDS = graphql(
  `
    fragment ProfileFields on Person {
      ...PersonFields
      ...AbsenceFields
      email
      phone
      chatUrl
      expertise
    }
  `,
  [PERSON_FIELDS, ABSENCE_FIELDS],
);

export type Profile = ResultOf<typeof PROFILE_FIELDS>;
