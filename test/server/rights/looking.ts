import type { GlobalId } from '../../../server/src/platform/ids.ts';
import type { Employee } from '../../support/server/intranet.ts';
import type { TestServer } from '../../support/server/test-server.ts';

/** Who looks, each by what they are. Those of groups are it in each group. */
export const looking = {
  nobody: null,
  guest: { name: 'Gil Outside', kind: 'GUEST' },
  guestWithin: { name: 'Gina Within', kind: 'GUEST' },
  contractor: { name: 'Conrad Outside', kind: 'CONTRACTOR' },
  employee: { name: 'Eva Outside' },
  communicator: { name: 'Cleo Outside', role: 'COMMUNICATOR' },
  admin: { name: 'Adam Outside', role: 'ADMIN' },
  member: { name: 'Mia Within' },
  animator: { name: 'Ann Within' },
  owner: { name: 'Olga Within' },
} as const;
export type Looking = keyof typeof looking;
export const all = Object.keys(looking) as Looking[];

export const within: readonly Looking[] = ['guestWithin', 'member', 'animator', 'owner'];
export const employees: readonly Looking[] = [
  'contractor',
  'employee',
  'communicator',
  'admin',
  'member',
  'animator',
  'owner',
];

/** A wall, a page or a group: what stands there, and who may know. */
export interface Place {
  readonly name: string;
  readonly wallKey: string | null;
  readonly groupId: GlobalId | null;
  /** By what they are: what is there to react to, comment on, change. */
  readonly ids: Readonly<Record<string, GlobalId>>;
  /** In all that is said there, and in no other place. */
  readonly word: string;
  /** In the name of the group, in its purpose and in its handle. */
  readonly nameWord: string | null;
  readonly readers: readonly Looking[];
  /** Who reads its wall, whatever of it. */
  readonly wallReaders: readonly Looking[];
  /** Who may know that the place exists. */
  readonly knowers: readonly Looking[];
  /** Who writes there, and who takes care of it, where it is a page with readers of its own. */
  readonly writers?: readonly Looking[];
  readonly moderators?: readonly Looking[];
  /** The keys of pages with the same readers, on which nothing is written. */
  readonly twins?: readonly string[];
}

export interface World {
  readonly server: TestServer;
  readonly people: Readonly<Record<Looking, Employee>>;
  readonly places: readonly Place[];
  readonly personIds: Readonly<Record<string, GlobalId>>;
}
