import type { Executor } from '../../database/connect.ts';
import {
  alsoEmployees,
  type Audience,
  type Audienced,
  type AudienceSource,
  type MembersRequest,
} from '../../platform/audience.ts';
import type { RowId } from '../../platform/ids.ts';
import type { PeopleService } from '../people/index.ts';

/** Tells which of many people are in an audience, where it is not them who ask. */
export class Readers {
  readonly #people: Pick<PeopleService, 'rightsOf'>;
  readonly #sources: readonly AudienceSource[];

  constructor(people: Pick<PeopleService, 'rightsOf'>, sources: readonly AudienceSource[]) {
    this.#people = people;
    this.#sources = sources;
  }

  /** Those of some people who are with the company and may read something. */
  async among(
    executor: Executor,
    ids: readonly RowId[],
    { audience, ownAudience }: Audienced,
  ): Promise<ReadonlySet<RowId>> {
    if (ids.length === 0) return new Set();
    const rights = await this.#people.rightsOf(executor, ids);
    const active = ids.filter((id) => rights.get(id)?.status === 'ACTIVE');
    const employees = new Set(active.filter((id) => rights.get(id)!.kind !== 'GUEST'));
    const readers = await this.#in(executor, audience, active, employees);
    if (ownAudience === null || readers.size === 0) return readers;
    return this.#in(executor, ownAudience, [...readers], employees);
  }

  /** Those who were in a group before a moment, by their ids. Rows have ids of their own, so one module knows it. */
  async membersOf(executor: Executor, id: RowId, which: MembersRequest): Promise<RowId[]> {
    const found: RowId[] = [];
    for (const { members } of this.#sources) if (members) found.push(...(await members(executor, id, which)));
    return found;
  }

  async #in(
    executor: Executor,
    audience: Audience,
    ids: readonly RowId[],
    employees: ReadonlySet<RowId>,
  ): Promise<ReadonlySet<RowId>> {
    if (audience === 'everyone') return new Set(ids);
    if (audience === 'employees') return new Set(ids.filter((id) => employees.has(id)));
    if (audience.startsWith(alsoEmployees)) {
      const others = ids.filter((id) => !employees.has(id));
      const known = await this.#known(executor, audience.slice(alsoEmployees.length) as Audience, others);
      return new Set(ids.filter((id) => employees.has(id) || known.has(id)));
    }
    return this.#known(executor, audience, ids);
  }

  async #known(executor: Executor, audience: Audience, ids: readonly RowId[]): Promise<ReadonlySet<RowId>> {
    const source = this.#sources.find(({ kind }) => audience.startsWith(`${kind}:`));
    return source && ids.length > 0 ? source.among(executor, audience, ids) : new Set();
  }
}
