import { LRUCache } from 'lru-cache';
import type { RowId } from '../../platform/ids.ts';
import { isSignedIn, type Viewer } from '../../platform/viewer.ts';
import type { Acquaintances } from './acquaintances.ts';
import { type Findable, findsEverybody } from './people-policy.ts';
import type { Person } from './person.ts';
import { FewPeople } from './search/few-people.ts';

/** How many people are kept in directories of guests in total: a small part of a large company. */
const KEPT_AT_MOST = 200_000;

/** Whom viewers may find: in the directory, in completion, and by handle or id. */
export class FindablePeople {
  readonly #acquaintances: readonly Acquaintances[];
  readonly #byIds: (ids: readonly RowId[]) => Promise<ReadonlyMap<string, Person>>;
  /** Read once for each viewer, and so once a request. */
  readonly #known = new WeakMap<Viewer, Promise<Findable>>();
  /** By guest. A directory is made anew when those in it are others, or have changed. */
  readonly #directories = new LRUCache<RowId, FewPeople>({
    maxSize: KEPT_AT_MOST,
    sizeCalculation: ({ people }) => people.length + 1,
  });

  /** @param acquaintances - As the modules declare them. */
  constructor(
    acquaintances: readonly Acquaintances[],
    byIds: (ids: readonly RowId[]) => Promise<ReadonlyMap<string, Person>>,
  ) {
    this.#acquaintances = acquaintances;
    this.#byIds = byIds;
  }

  /** At once for those who find everybody. */
  by(viewer: Viewer): Findable | Promise<Findable> {
    if (findsEverybody(viewer)) return 'everybody';
    let findable = this.#known.get(viewer);
    if (!findable) this.#known.set(viewer, (findable = this.#read(viewer)));
    return findable;
  }

  /** The only people whom a viewer may find, as a directory of their own; null where they may find everybody. */
  async few(viewer: Viewer): Promise<FewPeople | null> {
    const findable = await this.by(viewer);
    if (findable === 'everybody') return null;
    const people = [...(await this.#byIds([...findable])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const former = viewer.id && this.#directories.get(viewer.id);
    if (former && isSame(former.people, people)) return former;
    const few = await FewPeople.of(people);
    if (viewer.id) this.#directories.set(viewer.id, few);
    return few;
  }

  async #read(viewer: Viewer): Promise<ReadonlySet<RowId>> {
    if (!viewer.canRead || !isSignedIn(viewer)) return new Set();
    const { id } = viewer;
    const known = await Promise.all(this.#acquaintances.map((each) => each.of(id)));
    return new Set([id, ...known.flat()]);
  }
}

/** Whoever changes is read anew, and so is another object. */
function isSame(some: readonly Person[], others: readonly Person[]): boolean {
  return some.length === others.length && some.every((person, at) => person === others[at]);
}
