import type { Executor } from '../../database/connect.ts';
import type { Audience } from '../../platform/audience.ts';
import type { RowId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/viewer.ts';
import type { Place, SubjectService } from '../subjects/index.ts';
import type { WallAudiences } from './wall.ts';

/** Whose a wall is. */
export interface WallOwner {
  /** A page's key, a person's id, and the like. */
  readonly owner: string;
  /** The part of the wall's key after its kind, in its one form. */
  readonly name: string;
  /** Who reads and writes there, as long as the wall has no row; null for what the row says. */
  readonly audiences: (WallAudiences & { readonly ownAudience?: Audience | null }) | null;
}

/** The owners of one kind of walls. A module declares its own. */
export interface WallOwners {
  /** The owner that a key names; null for one that is not there, or that the viewer may not know of. */
  find(viewer: Viewer, name: string): Promise<WallOwner | null>;
  /** The names of several owners in keys, as `executor` sees them. */
  names(executor: Executor, owners: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Where the walls of several owners are. Asks no policy. */
  places(executor: Executor, owners: readonly string[]): Promise<ReadonlyMap<string, Place>>;
}

const nowhere = { name: null, url: null };

/** People, as far as they have walls. */
export interface WallPeople {
  findable(
    viewer: Viewer,
    handles: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly id: RowId; readonly handle: string }>>;
  handlesOf(executor: Executor, ids: readonly RowId[]): Promise<ReadonlyMap<RowId, string>>;
}

/** The one wall of the company: `company`. */
export function companyWall(readers: Audience): WallOwners {
  return {
    find: async () => ({ owner: '', name: '', audiences: openTo(readers) }),
    names: async (_executor, owners) => new Map(owners.map((owner) => [owner, ''])),
    places: async (_executor, owners) => new Map(owners.map((owner) => [owner, { ...nowhere, followed: null }])),
  };
}

/** The walls of pages, which have the readers and writers of their page: `page:<key>`. */
export function pageWalls(subjects: SubjectService): WallOwners {
  return {
    async find(_viewer, name) {
      const { key, audience, ownAudience, writers } = await subjects.page(name);
      return { owner: key, name: key, audiences: { audience, ownAudience, posters: writers, writers } };
    },
    names: async (_executor, owners) => new Map(owners.map((owner) => [owner, owner])),
    places: (executor, keys) => subjects.places.ofPages(executor, keys),
  };
}

/** People's own walls: `person:<handle>`. */
export function personWalls(people: WallPeople, readers: Audience): WallOwners {
  return {
    async find(viewer, name) {
      const [person] = (await people.findable(viewer, [name])).values();
      return person ? { owner: person.id, name: person.handle, audiences: openTo(readers) } : null;
    },
    names: (executor, owners) => people.handlesOf(executor, owners as readonly RowId[]),
    places: async (_executor, owners) =>
      new Map(owners.map((owner) => [owner, { ...nowhere, followed: { type: 'Person', id: owner as RowId } }])),
  };
}

function openTo(readers: Audience): WallAudiences {
  return { audience: readers, posters: 'employees', writers: 'employees' };
}
