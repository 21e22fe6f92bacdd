/**
 * What a piece of work takes of the machine: all of it, one core, half of one, or next to nothing, because it waits most of
 * the time.
 *
 * @typedef {'all' | 'one' | 'half' | 'waits'} Share
 */

const cores = 2;
const taken = { all: cores, one: 1, half: 0.5, waits: 0 };

/**
 * Does pieces of work side by side as far as two cores allow: each begins in its turn, once there is room for it. One that
 * waits most of the time goes beside any other, but not beside another of its kind.
 *
 * @template {{ share: Share }} Work
 * @template Result
 * @param {Work[]} all - In order.
 * @param {(work: Work) => Promise<Result>} perform
 * @returns {Promise<Result[]>} In the same order.
 */
export async function inLanes(all, perform) {
  /** @type {Map<Work, Promise<unknown>>} */
  const running = new Map();
  const hasRoom = (/** @type {Work} */ { share }) => {
    const others = [...running.keys()];
    if (share === 'waits') return !others.some((other) => other.share === 'waits');
    return others.reduce((sum, other) => sum + taken[other.share], taken[share]) <= cores;
  };
  const results = [];
  for (const work of all) {
    while (!hasRoom(work)) await Promise.race(running.values());
    const result = perform(work).finally(() => running.delete(work));
    running.set(work, result);
    results.push(result);
  }
  return Promise.all(results);
}
