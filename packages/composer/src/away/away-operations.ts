import { graphql } from '@parvis/core';
import { ABSENCE_FIELDS } from '@parvis/core/absence/absence.js';

/** Whether a person whom a text mentions is away. */
export const AWAY = graphql(
  `
    query PersonAway($handle: String!) {
      person(handle: $handle) {
        __typename
        id
        handle
        name
        ...AbsenceFields
      }
    }
  `,
  [ABSENCE_FIELDS],
);
