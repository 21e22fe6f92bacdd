import type { AuditRecord } from '../../audit/audit-entry.ts';
import type { AuditLog } from '../../audit/audit-log.ts';
import type { RowId } from '../../platform/ids.ts';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Idempotency } from '../../database/idempotency.ts';
import type { Outbox } from '../../events/outbox.ts';
import type { Audience } from '../../platform/audience.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Connection, type ConnectionArgs, pageRequest, toConnection } from '../../platform/connection.ts';
import { newId, toGlobalId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isSignedIn, type SignedInViewer, type Viewer } from '../../platform/viewer.ts';
import { foldedWords } from '../people/index.ts';
import type { JobQueue } from '../../queue/job-queue.ts';
import { assertNone } from '../subjects/index.ts';
import type { WallService } from '../walls/index.ts';
import { groupArchived, groupAway, membershipSet, visibilitySet } from './group-audit.ts';
import { insiders, knowers, wallAudiences } from './group-audiences.ts';
import { checkedHandle, checkedSettings, proposedHandle, unguessableHandle } from './group-draft.ts';
import { GroupFinder, roleIn, type SeenGroup } from './group-finder.ts';
import type { Group, GroupSettings } from './group.ts';
import { denialOfCreating, denialOfManaging, denialOfUndeleting, type GroupCreators } from './group-policy.ts';
import * as store from './group-store.ts';
import { type GroupPeople, MembershipService } from './membership-service.ts';
import { findInvitations } from './membership-request-store.ts';
import { GroupWrites } from './group-writes.ts';
import { type GroupActivity, OwnershipService } from './ownership/ownership-service.ts';
import { GroupRules, type RulePeople } from './rule/group-rules.ts';
import { MembershipWriter } from './membership-writer.ts';

export interface GroupDraft extends GroupSettings {
  handle: string | null;
}

/** What is to change; the rest stays. */
export type GroupChanges = Partial<GroupSettings> & {
  /** Whether what was written while the group was private or hidden becomes visible with it. */
  opensFormerPosts?: boolean;
};

export interface GroupListArgs extends ConnectionArgs {
  query?: string | null;
  /** The viewer's own, rather than others to discover. */
  mine: boolean;
}

export const mostInvitations = 100;

/** The groups there are, and what their owners do with them. */
export class GroupService {
  readonly finder: GroupFinder;
  readonly memberships: MembershipService;
  readonly ownership: OwnershipService;
  readonly rules: GroupRules;
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #audit: AuditLog;
  readonly #idempotency: Idempotency;
  readonly #outbox: Outbox;
  readonly #walls: WallService;
  readonly #members: MembershipWriter;
  readonly #creators: GroupCreators;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    audit: AuditLog;
    idempotency: Idempotency;
    outbox: Outbox;
    walls: WallService;
    people: GroupPeople & RulePeople;
    queue: JobQueue;
    activity: GroupActivity;
    /** Who may make groups. */
    creators: GroupCreators;
  }) {
    this.finder = new GroupFinder(parts.database);
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#audit = parts.audit;
    this.#idempotency = parts.idempotency;
    this.#outbox = parts.outbox;
    this.#walls = parts.walls;
    this.#members = new MembershipWriter(parts);
    this.rules = new GroupRules({ ...parts, members: this.#members });
    const writes = new GroupWrites({ ...parts, finder: this.finder });
    this.memberships = new MembershipService({ ...parts, writes, members: this.#members });
    this.ownership = new OwnershipService({ ...parts, writes, members: this.#members });
    this.#creators = parts.creators;
  }

  /** The viewer's own groups, or others that they may join or ask to; by name. */
  async list(viewer: Viewer, { query, mine, ...args }: GroupListArgs): Promise<Connection<SeenGroup>> {
    const page = pageRequest(args, ['string', 'string']);
    if (!isSignedIn(viewer) || (viewer.kind === 'GUEST' && !mine))
      return toConnection<SeenGroup>([], page, store.nameKey, 0);
    const words = foldedWords(query ?? '');
    const { db } = this.#database;
    const [find, count] = mine
      ? [store.findOfPerson, store.countOfPerson]
      : [store.findToDiscover, store.countToDiscover];
    const found = await find(db, viewer.id, { words, page });
    const groups = await this.finder.seen(viewer, found);
    return toConnection(groups, page, store.nameKey, () => count(db, viewer.id, words));
  }

  /** The groups that the viewer is asked to come into, the last asked first. */
  async invitations(viewer: Viewer): Promise<SeenGroup[]> {
    if (!isSignedIn(viewer)) return [];
    const ids = await findInvitations(this.#database.db, viewer.id, mostInvitations);
    const seen = await this.finder.byIds(viewer, ids);
    return ids.flatMap((id) => seen.get(id) ?? []);
  }

  /** What a group is called. Asks no policy: for who reads what only its members read. */
  async nameOf(id: RowId): Promise<string | null> {
    const [group] = await store.findGroups(this.#database.db, 'id', [id]);
    return group?.name ?? null;
  }

  /** The people in the group of a handle, for rules that name it; null where there is none. Asks no policy. */
  async insidersOf(handle: string): Promise<Audience | null> {
    const [group] = await store.findGroups(this.#database.db, 'handle', [handle]);
    return group && group.deletedAt === null ? insiders(group.id) : null;
  }

  canCreate(viewer: Viewer): boolean {
    return denialOfCreating(viewer, 'PUBLIC', this.#creators) === null;
  }

  /** Makes a group, of which the viewer is the first owner. */
  async create(viewer: Viewer, { handle, ...draft }: GroupDraft, key: string): Promise<SeenGroup> {
    assertNone(denialOfCreating(viewer, draft.visibility, this.#creators));
    const settings = checkedSettings(draft);
    return this.#write(viewer, key, 'addGroup', { handle, ...draft }, async (trx, viewer) => {
      const group: Group = {
        ...settings,
        id: newId(),
        handle: await this.#handleFor(trx, settings, handle),
        memberCount: 0,
        archivedAt: null,
        deletedAt: null,
        createdBy: viewer.id,
        createdAt: this.#clock.now(),
      };
      await store.insertGroup(trx, group);
      await this.#walls.open(trx, { kind: 'group', owner: group.id, ...wallAudiences(group) });
      await this.#members.add(trx, group, [viewer.id], { role: 'OWNER', origin: 'SELF' });
      await this.rules.groupChanged(trx, group);
      const { id } = viewer;
      await this.#audit.recordAll(trx, [
        ...visibilitySet(id, group, { from: null, opensFormerPosts: false }),
        ...membershipSet(id, group, { person: id, from: null, to: 'OWNER' }),
      ]);
      return group.id;
    });
  }

  /** Changes what its owners decide. Who reads and who writes changes in the same transaction. */
  async update(viewer: Viewer, id: RowId, changes: GroupChanges, key: string): Promise<SeenGroup> {
    const { opensFormerPosts = false, ...settings } = changes;
    return this.#manage(viewer, key, 'updateGroup', { id, ...changes }, id, async (trx, group, viewer) => {
      const next: Group = { ...group, ...checkedSettings({ ...settingsOf(group), ...settings }) };
      const handle = next.visibility === 'HIDDEN' && group.visibility !== 'HIDDEN' ? unguessableHandle() : group.handle;
      await store.updateGroup(trx, { ...next, handle });
      if (next.rule !== group.rule) await this.rules.groupChanged(trx, next);
      await this.#walls.setAudiences(trx, { kind: 'group', owner: id, ...wallAudiences(next) }, { opensFormerPosts });
      await this.#publish(trx, next);
      return visibilitySet(viewer.id, next, { from: group.visibility, opensFormerPosts });
    });
  }

  /** Closes a group, in which everything stays readable; or opens it again. */
  async setArchived(
    viewer: Viewer,
    { id, archived }: { id: RowId; archived: boolean },
    key: string,
  ): Promise<SeenGroup> {
    return this.#manage(viewer, key, 'setGroupArchived', { id, archived }, id, async (trx, group, viewer) => {
      if ((group.archivedAt !== null) === archived) return [];
      const archivedAt = archived ? this.#clock.now() : null;
      await store.setArchivedAt(trx, id, archivedAt);
      const audiences = wallAudiences({ ...group, archivedAt });
      await this.#walls.setAudiences(trx, { kind: 'group', owner: id, ...audiences }, { opensFormerPosts: false });
      await this.ownership.groupChanged(trx, id);
      await this.#publish(trx, group);
      return groupArchived(viewer.id, group, archived);
    });
  }

  /** Takes a group away with all that was said in it. For 30 days its owners can bring it back. */
  async delete(viewer: Viewer, id: RowId, key: string): Promise<SeenGroup> {
    return this.#manage(viewer, key, 'deleteGroup', { id }, id, async (trx, group, viewer) => {
      if (group.deletedAt !== null) return [];
      // To those who read it now: afterwards they have no right to hear of it.
      await this.#publish(trx, group);
      await store.setDeletedAt(trx, id, this.#clock.now());
      await this.#walls.setAway(trx, { kind: 'group', owner: id }, true);
      await this.ownership.groupChanged(trx, id);
      return groupAway(viewer.id, group, 'deleteGroup');
    });
  }

  async restore(viewer: Viewer, id: RowId, key: string): Promise<SeenGroup> {
    return this.#manage(viewer, key, 'restoreGroup', { id }, id, async (trx, group, viewer) => {
      assertNone(denialOfUndeleting(viewer, group, roleIn(group), this.#clock.now()), 'This group is not deleted.');
      await store.setDeletedAt(trx, id, null);
      await this.#walls.setAway(trx, { kind: 'group', owner: id }, false);
      await this.ownership.groupChanged(trx, id);
      await this.#publish(trx, group);
      return groupAway(viewer.id, group, 'restoreGroup');
    });
  }

  peopleChanged(trx: Executor, ids: readonly RowId[]): Promise<void> {
    return this.rules.peopleChanged(trx, ids);
  }

  rightsChanged(trx: Executor, ids: readonly RowId[]): Promise<void> {
    return this.ownership.rightsChanged(trx, ids);
  }

  /** Lets one person be in the groups of another, who they turned out to be. */
  async personMerged(trx: Executor, { fromId, intoId }: { fromId: RowId; intoId: RowId }) {
    await store.moveCreated(trx, fromId, intoId);
    await this.ownership.personMerged(trx, { fromId, intoId });
    return { groups: await this.memberships.personMerged(trx, { fromId, intoId }) };
  }

  async #handleFor(trx: Executor, { name, visibility }: GroupSettings, wanted: string | null): Promise<string> {
    if (visibility === 'HIDDEN') return unguessableHandle();
    const handle = wanted === null ? proposedHandle(name) : checkedHandle(wanted);
    const [taken] = await store.findGroups(trx, 'handle', [handle]);
    if (!taken) return handle;
    if (wanted !== null) throw new Refusal('INVALID', 'Another group has this short name.', ['handle']);
    return `${handle}-${newId().slice(-6)}`;
  }

  #manage(
    viewer: Viewer,
    key: string,
    operation: string,
    input: object,
    id: RowId,
    /** Answers what is to be recorded of it. */
    change: (trx: Executor, group: SeenGroup, viewer: SignedInViewer) => Promise<AuditRecord[]>,
  ): Promise<SeenGroup> {
    return this.#write(viewer, key, operation, input, async (trx, viewer) => {
      const group = await this.finder.locked(trx, viewer, id);
      assertNone(denialOfManaging(viewer, roleIn(group)));
      if (group.deletedAt !== null && operation !== 'restoreGroup') assertNone('NOT_FOUND');
      await this.#audit.recordAll(trx, await change(trx, group, viewer));
      return id;
    });
  }

  async #write(
    viewer: Viewer,
    key: string,
    operation: string,
    input: object,
    write: (trx: Executor, viewer: SignedInViewer) => Promise<RowId>,
  ): Promise<SeenGroup> {
    if (!isSignedIn(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
    const id = await this.#idempotency.run(viewer, { key, operation, input }, write);
    const group = (await this.finder.byIds(viewer, [id])).get(id);
    assertNone(group ? null : 'NOT_FOUND');
    return group!;
  }

  #publish(trx: Executor, group: Group): Promise<void> {
    const subject = toGlobalId('Group', group.id);
    const audiences = [knowers(group)];
    return this.#outbox.record(trx, { type: 'GroupChanged', topics: [subject], subject, people: [], audiences });
  }
}

function settingsOf(group: Group): GroupSettings {
  const { name, purpose, visibility, join, rule, posting, commenting, inviting } = group;
  return { name, purpose, visibility, join, rule, posting, commenting, inviting };
}
