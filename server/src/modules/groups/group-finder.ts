import type { RowId } from '../../platform/ids.ts';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import { isSignedIn, type SignedInViewer, type Viewer } from '../../platform/viewer.ts';
import { assertNone } from '../subjects/index.ts';
import type { Group, Membership } from './group.ts';
import { canSeeGroup, type RoleInGroup } from './group-policy.ts';
import { isOpenInvitation } from './membership-request.ts';
import { findRequests } from './membership-request-store.ts';
import * as store from './group-store.ts';
import { findMemberships } from './membership-store.ts';

/** A group that the viewer may know of, and what they are in it. */
export interface SeenGroup extends Group {
  readonly membership: Membership | null;
  /** Whether the viewer was asked to come in, and has not answered. */
  readonly isInvited: boolean;
}

export function roleIn({ membership }: SeenGroup): RoleInGroup {
  return membership?.role ?? null;
}

/** The id of no group. */
const nothing = '' as RowId;

/** Finds groups for a viewer: those that they may not know of are not there. */
export class GroupFinder {
  readonly #database: DatabaseConnection;

  constructor(database: DatabaseConnection) {
    this.#database = database;
  }

  async byHandle(viewer: Viewer, handle: string): Promise<SeenGroup | null> {
    const [group] = await this.#seen(this.#database.db, viewer, 'handle', [handle]);
    return group ?? null;
  }

  async byIds(viewer: Viewer, ids: readonly RowId[]): Promise<Map<RowId, SeenGroup>> {
    const groups = await this.#seen(this.#database.db, viewer, 'id', ids);
    return new Map(groups.map((group) => [group.id, group]));
  }

  /**
   * A group to write at. Nobody else does until the transaction ends.
   *
   * @throws {Refusal} NOT_FOUND, for one that is hidden from the viewer as for one that is not there.
   */
  async locked(trx: Executor, viewer: Viewer, id: RowId): Promise<SeenGroup> {
    // Once before, so that nobody holds up a group that is hidden from them.
    assertNone((await this.#seen(trx, viewer, 'id', [id])).length > 0 ? null : 'NOT_FOUND');
    await store.lockGroup(trx, id);
    const [seen] = await this.#seen(trx, viewer, 'id', [id]);
    assertNone(seen ? null : 'NOT_FOUND');
    return seen!;
  }

  /** Asks for memberships and invitations whether there are groups or not, so that what is hidden takes as long as what is not there. */
  async #seen(
    executor: Executor,
    viewer: Viewer,
    column: 'id' | 'handle',
    keys: readonly string[],
  ): Promise<SeenGroup[]> {
    if (!isSignedIn(viewer) || keys.length === 0) return [];
    return this.#seenOf(executor, viewer, await store.findGroups(executor, column, keys));
  }

  /** Those of some groups that the viewer may know of, in their order. */
  async seen(viewer: SignedInViewer, groups: readonly Group[]): Promise<SeenGroup[]> {
    return groups.length > 0 ? this.#seenOf(this.#database.db, viewer, groups) : [];
  }

  async #seenOf(executor: Executor, viewer: SignedInViewer, groups: readonly Group[]): Promise<SeenGroup[]> {
    const ids = groups.length > 0 ? groups.map(({ id }) => id) : [nothing];
    const memberships = await findMemberships(executor, viewer.id, ids);
    const requests = await findRequests(executor, viewer.id, ids);
    return groups
      .map((group) => ({
        ...group,
        membership: memberships.get(group.id) ?? null,
        isInvited: isOpenInvitation(requests.get(group.id)),
      }))
      .filter((group) => canSeeGroup(viewer, group, group));
  }
}
