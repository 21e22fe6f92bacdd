import type { Executor } from '../../database/connect.ts';
import { fromGlobalId, type GlobalId, type RowId, toGlobalId } from '../../platform/ids.ts';
import { audiencesOf } from '../../platform/readable.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { SignedInViewer, Viewer } from '../../platform/viewer.ts';
import { type Group, type GroupService, wallAudiences } from '../groups/index.ts';
import type { PeopleService } from '../people/index.ts';
import { assertNone, globalIdOf, type PageDetails, type SubjectService } from '../subjects/index.ts';
import { type FollowSource, type SourceType, sourceTypes } from './follow.ts';
import { denialOfFollowingGroup, denialOfFollowingPerson, denialOfFollowingSubject } from './follow-policy.ts';
import { findChosenOfType, lockPerson, type StillReadable } from './follow-store.ts';

/** Something of a type that can be followed, by the part of its global id after the type; people by the id of their row. */
interface FoundSource {
  readonly type: SourceType;
  readonly id: string;
}

/** Something that somebody is about to follow or to follow no longer. */
export interface LockedSource {
  readonly globalId: GlobalId;
  /** Null for a page without a row, which nobody follows. */
  readonly source: FollowSource | null;
}

/** What is to be locked, by its global id. */
export interface SourceToLock {
  readonly sourceId: GlobalId;
  readonly isToKeep: boolean;
  /** Title and key of the host page. */
  readonly page?: PageDetails | null | undefined;
}

/** What can be followed: where it is found, and who may. */
export class FollowSources {
  readonly #people: PeopleService;
  readonly #subjects: SubjectService;
  readonly #groups: GroupService;

  constructor(parts: { people: PeopleService; subjects: SubjectService; groups: GroupService }) {
    this.#people = parts.people;
    this.#subjects = parts.subjects;
    this.#groups = parts.groups;
  }

  /**
   * Something that the viewer may follow, which `lock` keeps as it is in a transaction. People are looked up before that.
   *
   * @throws {Refusal} INVALID for what cannot be followed, NOT_FOUND for a person whom the viewer may not find.
   */
  async find(viewer: SignedInViewer, sourceId: GlobalId, field = 'sourceId'): Promise<FoundSource> {
    const { type, id } = fromGlobalId(sourceId);
    if (!isSourceType(type)) throw new Refusal('INVALID', `A ${type} cannot be followed.`, [field]);
    if (type !== 'Person') return { type, id };
    const person = await this.#people.visible(viewer, id);
    assertNone(person ? null : 'NOT_FOUND');
    return { type, id: person!.id };
  }

  /**
   * @param about.isToKeep - Whether something is to be kept about it: otherwise a page without a row gets none, and a person may
   * have left.
   * @throws {Refusal} NOT_FOUND, also for what the viewer may not read; FORBIDDEN for a group of which they know no more than
   * its name; INVALID for themselves.
   */
  async lock(
    trx: Executor,
    viewer: SignedInViewer,
    { type, id }: FoundSource,
    { sourceId, isToKeep, page }: SourceToLock,
  ): Promise<LockedSource> {
    if (type === 'Person') return this.#lockPerson(trx, viewer, id as RowId, isToKeep);
    if (type === 'Group') return this.#lockGroup(trx, viewer, id as RowId);
    const found = await this.#subjects.find(trx, viewer, sourceId, page);
    if (!isToKeep && found.rowId === null) return { globalId: globalIdOf(found), source: null };
    const subject = await this.#subjects.lock(trx, sourceId, { details: page, viewer });
    assertNone(denialOfFollowingSubject(viewer, subject));
    return { globalId: globalIdOf(subject), source: { type, id: subject.rowId } };
  }

  async #lockPerson(trx: Executor, viewer: SignedInViewer, id: RowId, isToKeep: boolean): Promise<LockedSource> {
    // Whoever was merged in this moment is found as somebody else from now on.
    assertNone((await lockPerson(trx, id)) ? null : 'NOT_FOUND');
    const { status } = (await this.#people.rightsOf(trx, [id])).get(id)!;
    // Nobody has to go on following somebody who has left.
    const denial = denialOfFollowingPerson(viewer, { id, status: isToKeep ? status : 'ACTIVE' });
    assertNone(denial, 'Nobody can follow themselves.');
    return { globalId: toGlobalId('Person', id), source: { type: 'Person', id } };
  }

  async #lockGroup(trx: Executor, viewer: SignedInViewer, id: RowId): Promise<LockedSource> {
    const group = await this.#groups.finder.locked(trx, viewer, id);
    assertNone(denialOfFollowingGroup(viewer, group, await isReader(viewer, group)));
    return { globalId: toGlobalId('Group', id), source: { type: 'Group', id } };
  }

  /** The id of what is followed for clients, as `executor` sees it. */
  async globalIdOf(executor: Executor, { type, id }: FollowSource): Promise<GlobalId> {
    if (type !== 'Page') return toGlobalId(type, id);
    const [own] = await this.#subjects.topicsOf(executor, type, id);
    return own!;
  }

  /** What narrows the list of what the viewer follows to what they may still read. */
  async stillReadable(db: Executor, viewer: SignedInViewer): Promise<Omit<StillReadable, 'isMuted'>> {
    const followed = await findChosenOfType(db, viewer.id, 'Group');
    const groups = await this.#groups.finder.byIds(viewer, followed);
    const groupIds: RowId[] = [];
    for (const group of groups.values())
      if (denialOfFollowingGroup(viewer, group, await isReader(viewer, group)) === null) groupIds.push(group.id);
    const findable = await this.#people.findableBy(viewer);
    return {
      audiences: await audiencesOf(viewer),
      groupIds,
      personIds: findable === 'everybody' ? null : [...findable],
    };
  }
}

function isSourceType(type: string): type is SourceType {
  return (sourceTypes as readonly string[]).includes(type);
}

async function isReader(viewer: Viewer, group: Group): Promise<boolean> {
  return viewer.readership.isIn(wallAudiences(group).audience);
}
