import type { Insertable } from 'kysely';
import { v7 } from 'uuid';
import type { Database } from '../../../server/src/database/database.ts';
import {
  checkedSettings,
  type Group,
  type GroupRole,
  meetsRule,
  parseRule,
  wallAudiences,
} from '../../../server/src/modules/groups/index.ts';
import type { RowId } from '../../../server/src/platform/ids.ts';
import type { DemoPeople, DemoPerson } from '../people/demo-people.ts';
import type { Random } from '../random.ts';
import { day, hour, type Timeline } from '../talks/timeline.ts';
import { type DemoGroup, settingsOf } from './demo-group.ts';

/** Where the members of a group talk. */
export interface GroupWall extends Pick<ReturnType<typeof wallAudiences>, 'audience' | 'writers'> {
  id: RowId;
  /** The ids of its channels, by name. */
  channels: ReadonlyMap<string, RowId>;
  members: ReadonlySet<RowId>;
}

interface Scene {
  people: DemoPeople;
  timeline: Timeline;
  random: Random;
}

type TableName = 'group_' | 'membership' | 'membership_request' | 'wall' | 'channel';

/** Rows by table, parents before children. */
type GroupTables = { [Table in TableName]: Insertable<Database[Table]>[] };

/** Turns groups into rows: the same rows for the same moment. */
export class GroupRows {
  readonly tables: GroupTables = { group_: [], membership: [], membership_request: [], wall: [], channel: [] };
  /** By the keys of the groups. */
  readonly walls = new Map<string, GroupWall>();
  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  add(draft: DemoGroup): void {
    const createdAt = this.#scene.timeline.daysAgo(draft.days);
    const id = this.#newId(createdAt);
    const members = this.#addMembers(id, draft, createdAt);
    const group = this.#addGroup(id, draft, { createdAt, memberCount: members.size });
    this.#addRequests(id, draft);
    this.#addWall(group, draft, members);
  }

  #addGroup(id: RowId, draft: DemoGroup, known: Pick<Group, 'createdAt' | 'memberCount'>): Group {
    const { people, timeline } = this.#scene;
    const group: Group = {
      ...checkedSettings(settingsOf(draft)),
      ...known,
      id,
      // Guessable, as all that a demo says: it is the same at every start.
      handle: draft.visibility === 'HIDDEN' ? `g-${id.replaceAll('-', '').slice(-24)}` : draft.key,
      archivedAt: draft.archived ? timeline.daysAgo(draft.days / 5) : null,
      deletedAt: null,
      createdBy: people.speaker(Object.keys(draft.members)[0]!).id,
    };
    const { name, handle, purpose, visibility, rule, posting, commenting, inviting } = group;
    this.tables.group_.push({
      ...{ id, handle, name, purpose, visibility, rule, posting, commenting, inviting },
      sort_name: group.sortName,
      join_by: group.join,
      member_count: group.memberCount,
      archived_at: group.archivedAt,
      deleted_at: group.deletedAt,
      created_by: group.createdBy,
      created_at: group.createdAt,
    });
    return group;
  }

  #addMembers(groupId: RowId, draft: DemoGroup, createdAt: number): ReadonlySet<RowId> {
    const { people, random, timeline } = this.#scene;
    const rule = draft.rule ? parseRule(draft.rule) : null;
    const ruled = new Set(rule && people.active.filter((person) => meetsRule(rule, person)));
    const roles = new Map<DemoPerson, GroupRole>();
    for (const [handle, role] of Object.entries(draft.members)) roles.set(people.speaker(handle), role);
    for (const person of [...ruled, ...people.crowd(random, draft.others ?? 0)])
      if (!roles.has(person)) roles.set(person, 'MEMBER');
    for (const [person, role] of roles) {
      const origin = draft.join === 'OPEN' ? 'SELF' : role === 'MEMBER' && ruled.has(person) ? 'RULE' : 'INVITE';
      this.tables.membership.push({
        group_id: groupId,
        person_id: person.id,
        role,
        origin: role === 'OWNER' ? 'SELF' : origin,
        since: role === 'OWNER' ? createdAt : timeline.after(createdAt, hour, draft.days * 0.9 * day),
      });
    }
    return new Set([...roles.keys()].map(({ id }) => id));
  }

  #addRequests(groupId: RowId, { requests = {}, invited = {} }: DemoGroup): void {
    const { people, timeline } = this.#scene;
    const usual = { group_id: groupId, state: 'OPEN', decided_by: null, decided_at: null } as const;
    for (const [handle, words] of Object.entries(requests)) {
      const person_id = people.speaker(handle).id;
      const created_at = timeline.daysAgo(1);
      this.tables.membership_request.push({
        ...usual,
        ...{ person_id, kind: 'REQUEST', words, invited_by: null, created_at },
      });
    }
    for (const [handle, by] of Object.entries(invited)) {
      const person_id = people.speaker(handle).id;
      const created_at = timeline.daysAgo(0.2);
      this.tables.membership_request.push({
        ...usual,
        ...{ person_id, kind: 'INVITATION', words: null, invited_by: people.speaker(by).id, created_at },
      });
    }
  }

  #addWall(group: Group, { key, channels = [], closedChannels = [] }: DemoGroup, members: ReadonlySet<RowId>): void {
    const { createdAt } = group;
    const id = this.#newId(createdAt);
    const audiences = wallAudiences(group);
    this.tables.wall.push({ id, kind: 'group', owner: group.id, created_at: createdAt, ...audiences });
    const ids = new Map<string, RowId>();
    for (const [position, name] of [...channels, ...closedChannels].entries()) {
      const channelId = this.#newId(createdAt);
      const archived_at = channels.includes(name) ? null : this.#scene.timeline.daysAgo(30);
      this.tables.channel.push({ id: channelId, wall_id: id, name, position, archived_at });
      ids.set(name, channelId);
    }
    this.walls.set(key, { id, ...audiences, channels: ids, members });
  }

  #newId(moment: number): RowId {
    const random = Uint8Array.from({ length: 16 }, () => Math.floor(this.#scene.random() * 256));
    return v7({ msecs: moment, random }) as RowId;
  }
}
