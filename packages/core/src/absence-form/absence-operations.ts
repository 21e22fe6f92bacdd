import { graphql } from '../graphql/graphql.js';
import { ABSENCE_FIELDS } from '../absence/absence.js';

export const SET_ABSENCE = graphql(
  `
    mutation SetAbsence($input: SetAbsenceInput!) {
      setAbsence(input: $input) {
        person {
          __typename
          id
          ...AbsenceFields
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [ABSENCE_FIELDS],
);

export const CLEAR_ABSENCE = graphql(
  `
    mutation ClearAbsence($input: ClearAbsenceInput!) {
      clearAbsence(input: $input) {
        person {
          __typename
          id
          ...AbsenceFields
        }
        userErrors {
          code
          message
          retryAfter
        }
      }
    }
  `,
  [ABSENCE_FIELDS],
);
