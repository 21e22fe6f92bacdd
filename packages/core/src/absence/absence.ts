import { graphql, type ResultOf } from '../graphql/graphql.js';
import { PERSON_FIELDS } from '../person/person.js';

/** When a person is away, and who stands in for them. */
export const ABSENCE_FIELDS = graphql(
  `
    fragment AbsenceFields on Person {
      absence {
        from
        until
        isNow
        note
        substitute {
          ...PersonFields
        }
      }
    }
  `,
  [PERSON_FIELDS],
);

export type Absence = NonNullable<ResultOf<typeof ABSENCE_FIELDS>['absence']>;
