import type { ReactionContent } from '../../../server/src/modules/reactions/index.ts';

/** As widgets show them. */
const order: readonly ReactionContent[] = ['LIKE', 'LOVE', 'CELEBRATE', 'INSIGHTFUL', 'SUPPORT', 'LAUGH'];

/** How many people reacted: in all, mixed as usual, or reaction by reaction. */
export type ReactionCount = number | Partial<Record<ReactionContent, number>>;

/** One in so many reactions is of another kind than a like, where only their number is given. */
const oneIn: Partial<Record<ReactionContent, number>> = { LOVE: 14, SUPPORT: 16, INSIGHTFUL: 18, CELEBRATE: 25 };

/** Reads `21`, or `LIKE 9, LOVE 5`. @throws {Error} */
export function reactionCount(text: string): ReactionCount {
  if (/^\d+$/.test(text)) return Number(text);
  const parts = text.split(', ').map((part) => /^([A-Z]+) (\d+)$/.exec(part) ?? []);
  if (!parts.every(([, content]) => order.includes(content as ReactionContent)))
    throw new Error(`These are no reactions: ${text}`);
  return Object.fromEntries(parts.map(([, content, count]) => [content, Number(count)]));
}

/** One entry for each reaction. */
export function reactionList(count: ReactionCount): ReactionContent[] {
  const parts = typeof count === 'number' ? usualMix(count) : count;
  return order.flatMap((content) => new Array<ReactionContent>(parts[content] ?? 0).fill(content));
}

function usualMix(total: number): Partial<Record<ReactionContent, number>> {
  const others = Object.entries(oneIn).map(([content, every]) => [content, Math.floor(total / every)] as const);
  return { LIKE: total - others.reduce((sum, [, part]) => sum + part, 0), ...Object.fromEntries(others) };
}
