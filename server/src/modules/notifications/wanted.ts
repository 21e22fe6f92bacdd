import type { FollowLevel } from '../follows/index.ts';
import type { RowId } from '../../platform/ids.ts';
import type { NeededLevel, Thing } from '../../events/notices.ts';

const ranks: Readonly<Record<FollowLevel, number>> = { NONE: 0, MENTIONS: 1, ANSWERS: 2, ALL: 3 };

/**
 * Whether somebody is told of an act, as they follow things: nothing where they mute who did it, what it is about or where that
 * is; else what they follow it for. Who follows nothing hears of answers, and of where they are named.
 *
 * @param act.places - What it is about, a page or post, and the group or page around that.
 * @param follows - What this person follows of what the act is about, and of who did it.
 */
export function isWanted(
  needs: NeededLevel,
  { actorId, places }: { actorId: RowId; places: readonly Thing[] },
  follows: readonly { source: { id: RowId }; level: FollowLevel }[],
): boolean {
  const levelOf = (id: RowId | undefined) => follows.find(({ source }) => source.id === id)?.level;
  if ([actorId, ...places.map(({ id }) => id)].some((id) => levelOf(id) === 'NONE')) return false;
  const level = levelOf(places[0]?.id);
  // Who is told because they follow something else, such as a group, does not need to follow this.
  if (level === undefined) return true;
  return isEnough(level, needs);
}

/** Whether somebody who follows something at a level hears of what needs another. */
export function isEnough(level: FollowLevel, needs: NeededLevel): boolean {
  return ranks[level] >= ranks[needs];
}
