/** Handles that mean something else than a person: `nobody` is who is signed out in the demo. */
const reserved = new Set('all everybody everyone here me nobody null undefined'.split(' '));

/** Whether nobody new may have a handle, however they come. Who has had it since before keeps it. */
export function isReservedHandle(handle: string): boolean {
  return reserved.has(handle);
}
