import type { Viewer } from './viewer.ts';

/** The key of rate limits: a person or, for signed-out viewers, the client address. */
export interface Caller {
  readonly key: string;
  /** By how much its limits are multiplied: many signed-out viewers share one address. */
  readonly people: number;
}

/** @param address - As `addressKey` gives it. @param addressPeople - How many people's limits an address has. */
export function callerOf(viewer: Viewer, address: string, addressPeople: number): Caller {
  return viewer.id === null
    ? { key: `address ${address}`, people: addressPeople }
    : { key: `person ${viewer.id}`, people: 1 };
}
