import { ParvisError, type ParvisClient } from '@parvis/core';
import { GROUP_MEMBERS } from '../members/members-operations.js';

/** Whether somebody is in a group: reads its members, of which a hidden group has few. */
export async function isMember(client: ParvisClient, groupId: string, personId: string): Promise<boolean> {
  for (let after: string | null = null; ;) {
    const { node }: { node: unknown } = await client.query(GROUP_MEMBERS, {
      id: groupId,
      role: null,
      first: 100,
      after,
    });
    const { members } = (node ?? {}) as Partial<MembersNode>;
    if (!members) throw new ParvisError('NOT_FOUND');
    if (members.nodes.some(({ person }) => person?.id === personId)) return true;
    if (!members.pageInfo.hasNextPage) return false;
    after = members.pageInfo.endCursor;
  }
}

interface MembersNode {
  readonly members: {
    readonly nodes: readonly { readonly person: { readonly id: string } | null }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}
