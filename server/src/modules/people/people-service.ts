import type { Readable } from 'node:stream';
import type { AuditLog } from '../../audit/audit-log.ts';
import type { IdentifiedPerson, Viewer } from '../../platform/viewer.ts';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import {
  type Connection,
  type ConnectionArgs,
  mapConnection,
  pageRequest,
  toConnection,
} from '../../platform/connection.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Acquaintances } from './acquaintances.ts';
import { chatUrlOf } from './chat-url.ts';
import { FindablePeople } from './findable-people.ts';
import { searchKeyShape } from './search/found-people.ts';
import { MentionablePeople, type MentionSearch } from './mentionable-people.ts';
import type { PeopleDirectory } from './directory/directory.ts';
import type { PeopleFinder } from './search/finder.ts';
import { emailKey, loginKey } from './identity-keys.ts';
import { highlight, type PersonMatch } from './search/highlight.ts';
import type { ImportOptions, ImportReport } from './import/report.ts';
import { PeopleImport } from './import/people-import.ts';
import {
  canFind,
  canFindDeparted,
  canSearchContacts,
  canSearchPeople,
  canSeeTeam,
  type Findable,
  type Rights,
} from './people-policy.ts';
import type { PeopleRights, RightsChange, RightsCommand } from './people-rights.ts';
import type { PeopleIdentities, SignInClaims, SignInOutcome } from './people-identities.ts';
import { type MergeReport, PeopleMerge } from './people-merge.ts';
import type { PersonFollower } from './person-follower.ts';
import * as store from './people-store.ts';
import type { PeopleFacets, PeopleFilters } from './search/tally.ts';
import type { NewPerson, PeopleWriter } from './people-writer.ts';
import type { Person } from './person.ts';
import { trustMails, type TrustOptions, type TrustReport } from './trust-mails.ts';
import type { PersonCache } from './person-cache.ts';
import type { RowId } from '../../platform/ids.ts';

export interface PeopleSearchArgs extends ConnectionArgs {
  query?: string | null;
  filters?: PeopleFilters | null;
}

/** A search result, and the parts of it that matched. */
export interface FoundPerson {
  person: Person;
  matches: PersonMatch[];
}

export interface PeopleSearchResult extends Connection<FoundPerson> {
  totalCount: number;
  unmatchedWords: string[];
  facets: PeopleFacets;
}

/** A longer list is not useful while writing. */
const MOST_MENTIONABLE = 20;

/** A longer text is not a search for a person. */
const LONGEST_QUERY = 200;

/** The directory: its people, and how to find them. */
export class PeopleService {
  readonly #database: DatabaseConnection;
  readonly #audit: AuditLog;
  readonly #directory: PeopleDirectory;
  readonly #finder: PeopleFinder;
  readonly #mentionable: MentionablePeople;
  readonly #writer: PeopleWriter;
  readonly #identities: PeopleIdentities;
  readonly #rights: PeopleRights;
  readonly #findable: FindablePeople;
  readonly #followers: readonly PersonFollower[];
  readonly #cache: PersonCache;
  readonly #chatUrl: string | null;

  constructor(parts: {
    database: DatabaseConnection;
    audit: AuditLog;
    directory: PeopleDirectory;
    finder: PeopleFinder;
    writer: PeopleWriter;
    identities: PeopleIdentities;
    rights: PeopleRights;
    cache: PersonCache;
    chatUrl: string | null;
    followers: readonly PersonFollower[];
    acquaintances: readonly Acquaintances[];
  }) {
    this.#database = parts.database;
    this.#audit = parts.audit;
    this.#directory = parts.directory;
    this.#finder = parts.finder;
    this.#mentionable = new MentionablePeople(parts.database.db, parts.directory, parts.finder);
    this.#writer = parts.writer;
    this.#identities = parts.identities;
    this.#rights = parts.rights;
    this.#cache = parts.cache;
    this.#chatUrl = parts.chatUrl;
    this.#followers = parts.followers;
    this.#findable = new FindablePeople(parts.acquaintances, (ids) => this.byIds(ids));
  }

  /** Reads the directory into memory before the first search, and its people before the first thread. */
  async warm(): Promise<void> {
    await this.#finder.search('', {}, { withDeparted: false, byContact: false });
    await this.#cache.fill(store.allPeople(this.#database.db));
  }

  /** People by id. Checks no policy: the caller must have done so. */
  async byIds(ids: readonly RowId[]): Promise<Map<string, Person>> {
    await this.#directory.refresh();
    return this.#cache.get(ids, (missing) => store.findBy(this.#database.db, 'id', missing));
  }

  /** Kind, role and status of people, as `executor` sees them. Checks no policy, like `byIds`. */
  rightsOf(executor: Executor, ids: readonly RowId[]): Promise<Map<RowId, Rights>> {
    return store.readRights(executor, ids);
  }

  /** All who are with the company, in batches. Checks no policy. */
  async *active(): AsyncGenerator<Person[]> {
    for await (const people of store.allPeople(this.#database.db))
      yield people.filter(({ status }) => status === 'ACTIVE');
  }

  /** A person from the cache; null if they would have to be read. Checks no policy, like `byIds`. */
  known(id: RowId): Person | null {
    return this.#directory.isFresh ? this.#cache.peek(id) : null;
  }

  /** Whom the viewer may find: at once, unless it has to be read. */
  findableBy(viewer: Viewer): Findable | Promise<Findable> {
    return this.#findable.by(viewer);
  }

  /** A person whom the viewer may find, by id. */
  async visible(viewer: Viewer, id: RowId): Promise<Person | null> {
    const isFindable = canFind(await this.#findable.by(viewer), { id });
    return isFindable ? ((await this.byIds([id])).get(id) ?? null) : null;
  }

  /** A person whom the viewer may find, by handle. */
  async person(viewer: Viewer, handle: string): Promise<Person | null> {
    return (await this.findable(viewer, [handle])).get(loginKey(handle)) ?? null;
  }

  /** The people of these handles whom the viewer may find: for mentions, and for walls. Other handles are omitted. */
  async findable(viewer: Viewer, handles: readonly string[]): Promise<Map<string, Person>> {
    const findable = await this.#findable.by(viewer);
    const people = await this.resolveHandles(handles);
    return new Map([...people].filter(([, person]) => canFind(findable, person)));
  }

  /** The handles of existing people, as `executor` sees them. */
  async handlesOf(executor: Executor, ids: readonly RowId[]): Promise<Map<RowId, string>> {
    const known = ids.map((id) => this.known(id));
    const unknown = ids.filter((_id, index) => known[index] === null);
    const found = unknown.length > 0 ? await store.findBy(executor, 'id', unknown) : new Map<string, Person>();
    return new Map(ids.map((id, index) => [id, (known[index] ?? found.get(id)!).handle]));
  }

  /** The people of these handles; unknown ones are omitted. Checks no policy, like `byIds`. */
  async resolveHandles(handles: readonly string[], executor = this.#database.db): Promise<Map<string, Person>> {
    return store.findBy(executor, 'handle', [...new Set(handles.map(loginKey))]);
  }

  /** The person of a mail address. Checks no policy, like `byIds`. */
  async byMailAddress(address: string): Promise<Person | null> {
    const key = emailKey(address);
    return (await store.findBy(this.#database.db, 'email_key', [key])).get(key) ?? null;
  }

  /** @throws {Refusal} UNAUTHENTICATED, or INVALID for an overlong query, a page too large or a foreign cursor. */
  async search(viewer: Viewer, { query, filters, ...args }: PeopleSearchArgs): Promise<PeopleSearchResult> {
    if (!canSearchPeople(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in to search the directory.');
    if (query && query.length > LONGEST_QUERY)
      throw new Refusal('INVALID', `A search has ${LONGEST_QUERY} characters at most.`, ['query']);
    const page = pageRequest(args, searchKeyShape);
    const few = await this.#findable.few(viewer);
    const found = await (few?.finder ?? this.#finder).search(query ?? '', filters ?? {}, {
      withDeparted: canFindDeparted(viewer),
      byContact: canSearchContacts(viewer),
    });
    const seqs = found.page(page);
    const people = few?.bySeq ?? (await store.findBySeq(this.#database.db, seqs));
    const connection = toConnection(
      seqs.filter((seq) => people.has(seq)),
      page,
      (seq) => found.cursorKey(seq),
      found.totalCount,
    );
    return {
      ...mapConnection(connection, (seq) => ({
        person: people.get(seq)!,
        matches: highlight(people.get(seq)!, found.words),
      })),
      totalCount: found.totalCount,
      unmatchedWords: [...found.unmatched],
      facets: found.facets,
    };
  }

  /**
   * People to mention, the closest to the viewer first.
   *
   * @throws {Refusal} UNAUTHENTICATED, or INVALID for an overlong query or too many people.
   */
  async mentionable(viewer: Viewer, search: MentionSearch): Promise<Person[]> {
    if (!canSearchPeople(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in to search the directory.');
    if (search.query.length > LONGEST_QUERY)
      throw new Refusal('INVALID', `A search has ${LONGEST_QUERY} characters at most.`, ['query']);
    if (search.first < 1 || search.first > MOST_MENTIONABLE)
      throw new Refusal('INVALID', `Ask for 1 to ${MOST_MENTIONABLE} people.`, ['first']);
    return this.#mentionable.find(viewer.id, search, await this.#findable.few(viewer));
  }

  /** The managers of each of these people, from the direct one up to the top. In a cycle, each person appears once. */
  async managersOf(ids: readonly RowId[]): Promise<Map<RowId, Person[]>> {
    const chains = await store.readChains(this.#database.db, ids);
    const people = await this.byIds([...chains.values()].flat());
    const above = (id: RowId, chain: readonly RowId[]) => [...new Set(chain)].filter((other) => other !== id);
    const named = (known: readonly RowId[]) => known.flatMap((id) => people.get(id) ?? []);
    return new Map([...chains].map(([id, chain]) => [id, named(above(id, chain))]));
  }

  async reports(viewer: Viewer, manager: Person, args: ConnectionArgs): Promise<Connection<Person>> {
    const withDeparted = canFindDeparted(viewer);
    const page = pageRequest(args, ['string', 'number']);
    const isSeen = canSeeTeam(viewer, manager);
    const records = isSeen ? await store.readReports(this.#database.db, manager.id, withDeparted, page) : [];
    const count = () => (isSeen ? store.countReports(this.#database.db, manager.id, withDeparted) : 0);
    return mapConnection(
      toConnection(records, page, ({ sortName, seq }) => [sortName, seq], count),
      ({ person }) => person,
    );
  }

  /** The chat address of a person, if the server has a template for it. */
  chatUrl(person: Person): string | null {
    return chatUrlOf(person, this.#chatUrl);
  }

  /** The active person of a handle. */
  async identify({ handle }: { handle: string }): Promise<IdentifiedPerson | null> {
    const person = (await this.resolveHandles([handle])).get(loginKey(handle));
    if (person?.status !== 'ACTIVE') return null;
    const { id, name, role, kind } = person;
    return { person: { id, handle: person.handle, name }, role, kind };
  }

  /** Finds or adds the person of a sign-in. */
  signIn(claims: SignInClaims, provision: boolean): Promise<SignInOutcome> {
    return this.#identities.signIn(claims, provision);
  }

  /** Merges two entries of one person, by their handles. For the command line: checks no policy. */
  merge(into: string, from: string, { dryRun = false } = {}): Promise<MergeReport> {
    return new PeopleMerge(this.#writer, this.#followers).merge(into, from, dryRun);
  }

  /** Marks mail addresses of unknown origin as verified. For the command line: checks no policy. */
  trustMails(options: TrustOptions): Promise<TrustReport> {
    return trustMails(this.#database, this.#audit, options);
  }

  /** Adds people; managers must not come after the people they manage. For imports and demo data: checks no policy. */
  async add(people: readonly NewPerson[]): Promise<void> {
    await this.#writer.write('command line', { added: people });
  }

  /** Updates the directory from a CSV file. For the command line: checks no policy. */
  async import(source: string | Readable, options: ImportOptions = {}): Promise<ImportReport> {
    return new PeopleImport(this.#database.db, this.#writer, this.#audit, options).run(source);
  }

  /** All people by handle, or those with a role or kind. For the command line: checks no policy. */
  list(selection: store.PeopleSelection = {}): Promise<Person[]> {
    return store.findAll(this.#database.db, selection);
  }

  /** Gives a person another kind, role or status. For administrators; see `PeopleRights`. */
  changeRights(viewer: Viewer, personId: RowId, change: RightsChange, key: string): Promise<Person> {
    return this.#rights.change(viewer, personId, change, key);
  }

  /** The same for the command line: checks no policy. */
  commandRights(command: RightsCommand): Promise<{ before: Person; after: Person }> {
    return this.#rights.command(command);
  }
}
