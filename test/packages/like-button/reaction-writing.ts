import { graphql, mutate, type ParvisClient, type VariablesOf } from '@parvis/core';

const READ = graphql(`
  query ReadReactions($key: String!) {
    pages(keys: [$key]) {
      id
      reactionCount
      viewerReaction
    }
  }
`);

const REACT = graphql(`
  mutation React($input: SetReactionInput!) {
    setReaction(input: $input) {
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

const HANDLES = graphql(`
  query Handles {
    people(first: 50) {
      nodes {
        handle
      }
    }
  }
`);

type Content = VariablesOf<typeof REACT>['input']['content'];

/** What the server has of a page's reactions. */
export async function stored(client: ParvisClient, key: string) {
  return (await client.query(READ, { key })).pages[0]!;
}

/** Reacts to a page, as somebody else does from their own browser. */
export async function react(client: ParvisClient, key: string, content: Content = 'LIKE'): Promise<void> {
  await mutate(client, REACT, { subjectId: (await stored(client, key)).id, content });
}

/** The handles of people who work here. */
export async function handles(client: ParvisClient): Promise<string[]> {
  return (await client.query(HANDLES, {})).people.nodes.map(({ handle }) => handle);
}
