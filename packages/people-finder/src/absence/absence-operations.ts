import { graphql } from '@parvis/core';
import { ABSENCE_FIELDS } from '@parvis/core/absence/absence.js';

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
