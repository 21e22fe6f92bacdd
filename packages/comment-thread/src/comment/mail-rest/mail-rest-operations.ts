import { graphql } from '@parvis/core';

export const MAIL_REST = graphql(`
  query MailRest($id: ID!) {
    node(id: $id) {
      ... on Comment {
        viewerMailRest
      }
    }
  }
`);
