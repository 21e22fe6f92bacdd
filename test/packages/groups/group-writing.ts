import { graphql, mutate, type ParvisClient } from '@parvis/core';
import {
  decideMembership,
  inviteToGroup,
  requestMembership,
  setMembership,
} from '@parvis/groups/writing/group-writer.js';
import { ADD_GROUP } from '@parvis/groups/settings/settings-operations.js';
import type { VariablesOf } from '@parvis/core';
import type { GroupRole } from '@parvis/groups/group.js';

const PERSON_ID = graphql(`
  query PersonIdOf($handle: String!) {
    person(handle: $handle) {
      id
    }
  }
`);

export const personId = async (client: ParvisClient, handle: string): Promise<string> =>
  (await client.query(PERSON_ID, { handle })).person!.id;

type Input = Omit<VariablesOf<typeof ADD_GROUP>['input'], 'idempotencyKey' | 'name'>;

let count = 0;

export interface Made {
  id: string;
  handle: string;
  name: string;
}

/** Makes a group with a name that no other test has, and lets people into it. */
export async function makeGroup(
  owner: ParvisClient,
  {
    members = {},
    name = `Group ${Date.now().toString(36)} ${++count}`,
    ...input
  }: Input & {
    name?: string;
    members?: Record<string, GroupRole>;
  } = {},
): Promise<Made> {
  const { group } = await mutate(owner, ADD_GROUP, { name, ...input });
  for (const [handle, role] of Object.entries(members))
    await setMembership(owner, group!.id, await personId(owner, handle), role);
  return { id: group!.id, handle: group!.handle, name };
}

export const ask = (client: ParvisClient, { id }: Made, words = '') => requestMembership(client, id, words);

export const decide = async (client: ParvisClient, { id }: Made, handle: string, accept: boolean) =>
  decideMembership(client, id, await personId(client, handle), accept);

export const invite = async (client: ParvisClient, { id }: Made, handle: string) =>
  inviteToGroup(client, id, await personId(client, handle));

export const putRole = async (client: ParvisClient, { id }: Made, handle: string, role: GroupRole | null) =>
  setMembership(client, id, await personId(client, handle), role);
