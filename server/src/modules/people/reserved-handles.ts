/** Handles with another meaning: `nobody` is a signed-out visitor in the demo. */
const reserved = new Set('all everybody everyone here me nobody null undefined'.split(' '));

/** Whether a handle may not be given to new people. A person who has one keeps it. */
export function isReservedHandle(handle: string): boolean {
  return reserved.has(handle);
}
