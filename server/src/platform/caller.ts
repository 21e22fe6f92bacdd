import type { Viewer } from './viewer.ts';

/** Whom limits are counted for: a person or, for those who are signed out, the address that they come from. */
export interface Caller {
  readonly key: string;
  /** How many people's limits it has: many who are signed out share one address. */
  readonly people: number;
}

/** @param address - As `addressKey` gives it. @param addressPeople - How many people's limits an address has. */
export function callerOf(viewer: Viewer, address: string, addressPeople: number): Caller {
  return viewer.id === null
    ? { key: `address ${address}`, people: addressPeople }
    : { key: `person ${viewer.id}`, people: 1 };
}
