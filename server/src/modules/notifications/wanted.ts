import type { FollowLevel } from '../follows/index.ts';
import type { RowId } from '../../platform/ids.ts';
import type { Act, NeededLevel } from '../../events/notices.ts';

const ranks: Readonly<Record<FollowLevel, number>> = { NONE: 0, MENTIONS: 1, ANSWERS: 2, ALL: 3 };

/**
 * Whether somebody is told of an act, as they follow things: nothing where they mute who did it or what it is about; else what
 * they follow it for. Who follows nothing hears of answers, and of where they are named.
 *
 * @param follows - What this person follows of what the act is about, and of who did it.
 */
export function isWanted(
  needs: NeededLevel,
  { actorId, root }: Pick<Act, 'actorId' | 'root'>,
  follows: readonly { source: { id: RowId }; level: FollowLevel }[],
): boolean {
  const levelOf = (id: RowId | undefined) => follows.find(({ source }) => source.id === id)?.level;
  if (levelOf(actorId) === 'NONE') return false;
  const level = levelOf(root?.id);
  // Who is told because they follow something else, such as a group, does not need to follow this.
  if (level === undefined) return true;
  return isEnough(level, needs);
}

/** Whether somebody who follows something at a level hears of what needs another. */
export function isEnough(level: FollowLevel, needs: NeededLevel): boolean {
  return ranks[level] >= ranks[needs];
}
