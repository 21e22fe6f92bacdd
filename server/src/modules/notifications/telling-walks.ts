import type { Act, Followed, NeededLevel, NoticeKind, Thing } from '../../events/notices.ts';
import type { RowId } from '../../platform/ids.ts';

/** Those who are told of an act by one notice: first the people who are named, then the others in steps. */
export interface Walk {
  /** The same as long as it is the same notice. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly thing: Thing;
  readonly needs: NeededLevel;
  readonly people: ReadonlySet<RowId>;
  readonly groupIds: readonly RowId[];
  readonly followersOf: readonly Followed[];
  /** Those who are told of it by another notice, and not by this one. */
  readonly toldBefore: Pick<Walk, 'people' | 'groupIds'>;
}

/** The notices of an act, in the order in which they are told. */
export function walksOf({ tellings }: Act): Walk[] {
  const walks: Walk[] = [];
  for (const { kind, thing, needs, to } of tellings) {
    const key = `${kind} ${thing.id}`;
    const at = walks.findIndex((walk) => walk.key === key);
    const known = walks[at] ?? { ...{ key, kind, thing, needs }, ...nobody, toldBefore: nobody };
    const walk = {
      ...known,
      people: 'length' in to ? new Set([...known.people, ...to]) : known.people,
      groupIds: 'membersOf' in to ? [...known.groupIds, to.membersOf] : known.groupIds,
      followersOf: 'followersOf' in to ? to.followersOf : known.followersOf,
    };
    if (at < 0) walks.push(walk);
    else walks[at] = walk;
  }
  return walks.map((walk, at) => ({ ...walk, toldBefore: together(walks.slice(0, at)) }));
}

/** Whether it takes steps to tell them all. */
export function isLong({ groupIds, followersOf }: Walk): boolean {
  return groupIds.length > 0 || followersOf.length > 0;
}

const nobody: Pick<Walk, 'people' | 'groupIds' | 'followersOf'> = {
  people: new Set(),
  groupIds: [],
  followersOf: [],
};

function together(walks: readonly Walk[]): Walk['toldBefore'] {
  return {
    people: new Set(walks.flatMap(({ people }) => [...people])),
    groupIds: walks.flatMap(({ groupIds }) => groupIds),
  };
}
