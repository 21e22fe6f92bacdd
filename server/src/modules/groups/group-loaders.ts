import type { RowId } from '../../platform/ids.ts';
import DataLoader from 'dataloader';
import type { Viewer } from '../../platform/viewer.ts';
import type { GroupService } from './group-service.ts';
import type { SeenGroup } from './group-finder.ts';
import type { MembershipRequest } from './membership-request.ts';
import type { OwnershipOffer } from './ownership/ownership.ts';

/** Gathers what one request reads of groups. */
export class GroupLoaders {
  readonly #groups: DataLoader<RowId, SeenGroup | null>;
  readonly #requests: DataLoader<RowId, MembershipRequest | null>;
  readonly #offers: DataLoader<RowId, OwnershipOffer | null>;

  constructor(groups: GroupService, viewer: Viewer) {
    this.#groups = new DataLoader(async (ids) => {
      const found = await groups.finder.byIds(viewer, ids);
      return ids.map((id) => found.get(id) ?? null);
    });
    this.#requests = new DataLoader(async (groupIds) => {
      const found = await groups.memberships.requestOf(viewer, groupIds);
      return groupIds.map((id) => found.get(id) ?? null);
    });
    this.#offers = new DataLoader(async (groupIds) => {
      const found = await groups.ownership.offersTo(viewer, groupIds);
      return groupIds.map((id) => found.get(id) ?? null);
    });
  }

  load(id: RowId): Promise<SeenGroup | null> {
    return this.#groups.load(id);
  }

  /** What the viewer asked of a group, or was asked. */
  request(groupId: RowId): Promise<MembershipRequest | null> {
    return this.#requests.load(groupId);
  }

  /** Whether the viewer is asked to own a group. */
  ownershipOffer(groupId: RowId): Promise<OwnershipOffer | null> {
    return this.#offers.load(groupId);
  }
}
