import { graphql, mutate, type ParvisClient } from '@parvis/core';
import { VOTE } from '@parvis/polls/poll-operations.js';

const ADD_POLL = graphql(`
  mutation AddPoll($input: AddPostInput!) {
    addPost(input: $input) {
      post {
        id
        content {
          ... on Poll {
            choices {
              id
            }
          }
        }
      }
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);

export interface WrittenPoll {
  id: string;
  choiceIds: string[];
}

/** Asks something on a wall. */
export async function writePoll(
  client: ParvisClient,
  wallKey: string,
  body: string,
  choices: string[],
  options: { multiple?: boolean; endsAt?: string } = {},
): Promise<WrittenPoll> {
  const { post } = await mutate(client, ADD_POLL, { wallKey, body, content: { poll: { choices, ...options } } });
  const { id, content } = post!;
  return { id, choiceIds: 'choices' in content ? content.choices.map((choice) => choice.id) : [] };
}

export async function vote(client: ParvisClient, postId: string, ...choiceIds: string[]): Promise<void> {
  await mutate(client, VOTE, { postId, choiceIds });
}
