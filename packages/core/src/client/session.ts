import { graphql, type ResultOf } from '../graphql/graphql.js';
import { PERSON_FIELDS } from '../person/person.js';

/** The viewer and the server's settings. */
export const SESSION = graphql(
  `
    query Session {
      viewer {
        role
        person {
          ...PersonFields
        }
      }
      settings {
        commentMaxLength
        postMaxLength
        editWindow
        signInUrl
      }
    }
  `,
  [PERSON_FIELDS],
);

type Answer = ResultOf<typeof SESSION>;

export interface Session {
  readonly viewer: Answer['viewer'];
  /** `signInUrl` is absolute. */
  readonly settings: Omit<Answer['settings'], 'signInUrl'> & { readonly signInUrl: string | undefined };
}
