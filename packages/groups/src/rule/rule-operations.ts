import { graphql } from '@parvis/core';

/** What conditions of a rule may ask for: the departments and places that there are. */
export const RULE_VALUES = graphql(`
  query RuleValues {
    people {
      facets {
        department {
          value
        }
        location {
          value
        }
      }
    }
  }
`);
