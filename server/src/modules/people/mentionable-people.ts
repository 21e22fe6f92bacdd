import type { Executor } from '../../database/connect.ts';
import { fold } from './folding.ts';
import type { PeopleDirectory } from './directory/directory.ts';
import type { FewPeople } from './search/few-people.ts';
import type { PeopleFinder } from './search/finder.ts';
import * as store from './people-store.ts';
import type { Person } from './person.ts';
import type { RowId } from '../../platform/ids.ts';

/** A search for a person to mention. */
export interface MentionSearch {
  readonly query: string;
  /** The ids of the authors in this discussion. */
  readonly writers: readonly RowId[];
  readonly first: number;
}

/** How close people are to the viewer, the closest first. */
const WRITES_HERE = 0;
const SAME_TEAM = 1;
const SAME_SITE = 2;
const ANYBODY = 3;

/** How many results are read to find those whose name begins as typed: “@paul” means Paul, then Jean-Paul. */
const LOOKED_AT = 24;

/** People to mention: first the authors in the discussion, then the viewer's team, then their site, then all others. */
export class MentionablePeople {
  readonly #db: Executor;
  readonly #directory: PeopleDirectory;
  readonly #finder: PeopleFinder;

  constructor(db: Executor, directory: PeopleDirectory, finder: PeopleFinder) {
    this.#db = db;
    this.#directory = directory;
    this.#finder = finder;
  }

  /** @param few - The only people whom the viewer may find; null for everybody. */
  async find(
    viewerId: RowId | null,
    { query, writers, first }: MentionSearch,
    few: FewPeople | null,
  ): Promise<Person[]> {
    const finder = few?.finder ?? this.#finder;
    const found = await finder.search(query, {}, { withDeparted: false, byContact: false });
    // Unmatched words after a name are the text that follows it.
    if (found.unmatched.length > 0 || found.totalCount === 0) return [];
    const closeness = few ? closenessAmong(few, writers) : await this.#closenessTo(viewerId, writers);
    const seqs = found.nearest(closeness, Math.max(first, LOOKED_AT));
    const people = few ? few.bySeq : await store.findBySeq(this.#db, seqs);
    const start = fold(query.trim());
    const key = (seq: number) =>
      2 * found.tierOf(seq, closeness) + (fold(people.get(seq)!.name).startsWith(start) ? 0 : 1);
    return seqs
      .filter((seq) => people.has(seq))
      .sort((a, b) => key(a) - key(b))
      .slice(0, first)
      .map((seq) => people.get(seq)!);
  }

  async #closenessTo(viewerId: RowId | null, writers: readonly RowId[]): Promise<(seq: number) => number> {
    const { columns } = await this.#directory.snapshot();
    const viewer = viewerId === null ? null : await store.findOrgPosition(this.#db, viewerId);
    const writing = new Set(await store.findSeqs(this.#db, writers));
    const team = new Set(viewer ? await store.findTeam(this.#db, viewer) : []);
    const site = viewer ? columns.location[viewer.seq]! : 0;
    return (seq) => {
      if (seq === viewer?.seq) return ANYBODY;
      if (writing.has(seq)) return WRITES_HERE;
      if (team.has(seq)) return SAME_TEAM;
      return site > 0 && columns.location[seq] === site ? SAME_SITE : ANYBODY;
    };
  }
}

/** Of few people, where they work is not looked at. */
function closenessAmong({ bySeq }: FewPeople, writers: readonly RowId[]): (seq: number) => number {
  return (seq) => (writers.includes(bySeq.get(seq)!.id) ? WRITES_HERE : ANYBODY);
}
