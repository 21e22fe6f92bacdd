import { graphql, type ResultOf } from '../graphql/graphql.js';
import { PERSON_FIELDS } from '../person/person.js';
import { PROFILE_FIELDS } from './profile.js';

export const PERSON_CARD = graphql(
  `
    query PersonCard($handle: String!) {
      person(handle: $handle) {
        ...ProfileFields
        manager {
          ...PersonFields
        }
      }
    }
  `,
  [PROFILE_FIELDS, PERSON_FIELDS],
);

export type CardPerson = NonNullable<ResultOf<typeof PERSON_CARD>['person']>;
