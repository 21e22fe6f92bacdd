import { ParvisError, queryNow, type ClientController, type ParvisClient, type ResultOf } from '@parvis/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isEmpty, type Criteria } from './criteria.js';
import { OVERVIEW, SEARCH, type PeopleFacets, type PersonMatch } from './people-operations.js';

const PAGE_SIZE = 10;
const DEBOUNCE = 150;

/** A person found, and the values that matched. */
export interface FoundPerson {
  readonly id: string;
  readonly matches: readonly PersonMatch[];
}

export interface SearchAnswer {
  /** What this answers. */
  readonly criteria: Criteria;
  readonly totalCount: number;
  readonly facets: PeopleFacets;
  /** Words without any match, which were left out of the search. */
  readonly unmatchedWords: readonly string[];
  readonly people: readonly FoundPerson[];
  /** Where the next page starts, if there is one. */
  readonly next: string | null;
}

export interface SearchOptions {
  client: ClientController;
  /** Whom to look for, read before each update. */
  criteria: () => Criteria;
  /** A search goes out. */
  onAsk: () => void;
  /** A search is answered. */
  onAnswer: (answer: SearchAnswer) => void;
}

/**
 * Looks for people as the reader types: waits for a pause in typing, ends the request before the next one goes out, and
 * forgets what came too late. Chosen filters do not wait.
 */
export class PeopleSearchController implements ReactiveController {
  /** The last answer; it stays while a newer one is on its way. */
  answer: SearchAnswer | undefined;
  error: ParvisError | undefined;
  /** What is on its way. */
  loading: 'search' | 'more' | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #options: SearchOptions;
  #client: ParvisClient | undefined;
  #asked: Criteria | undefined;
  #overview: SearchAnswer | undefined;
  #abort = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, options: SearchOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether `answer` is for what is looked for now. */
  get isCurrent(): boolean {
    return !!this.answer && this.answer.criteria === this.#asked;
  }

  /** Looks again. */
  reload(): void {
    this.#asked = undefined;
    this.#host.requestUpdate();
  }

  /** Does not wait for a pause in typing. */
  hurry(): void {
    if (this.#timer) void this.#search();
  }

  /** Reads the next page. Resolves to how many people there were before it, or nothing when it did not come. */
  async more(): Promise<number | undefined> {
    const before = this.answer;
    if (!before?.next || !this.isCurrent || this.loading) return undefined;
    await this.#run('more', async (signal) => {
      const answer = await this.#read(before.criteria, before.next, signal);
      this.answer = { ...answer, people: [...before.people, ...answer.people.filter(isNew(before))] };
    });
    return this.answer === before ? undefined : before.people.length;
  }

  hostConnected(): void {
    addEventListener('online', this.#onOnline);
  }

  hostUpdate(): void {
    const client = this.#options.client.current;
    const criteria = this.#options.criteria();
    if (client !== this.#client) {
      this.#client = client;
      this.#overview = this.#asked = undefined;
    }
    const asked = this.#asked;
    if (asked && asked.query === criteria.query && asked.filters === criteria.filters) return;
    this.#asked = criteria;
    this.#stop();
    this.error = undefined;
    if (isEmpty(criteria) && this.#overview) this.answer = this.#overview = { ...this.#overview, criteria };
    else if (asked && asked.query !== criteria.query && criteria.query)
      this.#timer = setTimeout(this.#onPause, DEBOUNCE);
    else void this.#search(!asked);
    if (isEmpty(criteria) && asked) this.#options.onAsk();
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onOnline);
    if (this.#timer || this.loading) this.#asked = undefined;
    this.#stop();
  }

  /** What a page asks first travels with the first questions of its other widgets, and cannot be ended for itself. */
  async #search(together = false): Promise<void> {
    const criteria = this.#asked!;
    this.#stop();
    if (!isEmpty(criteria)) this.#options.onAsk();
    await this.#run('search', async (signal) => {
      const answer = await this.#read(criteria, null, signal, together);
      this.answer = answer;
      if (isEmpty(criteria)) this.#overview = answer;
      this.#options.onAnswer(answer);
    });
  }

  async #run(loading: 'search' | 'more', read: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = (this.#abort = new AbortController());
    this.loading = loading;
    this.error = undefined;
    this.#host.requestUpdate();
    try {
      await read(signal);
    } catch (reason) {
      if (!signal.aborted) this.error = ParvisError.from(reason);
    }
    if (signal.aborted) return;
    this.loading = undefined;
    this.#host.requestUpdate();
  }

  async #read(criteria: Criteria, after: string | null, signal: AbortSignal, together = false): Promise<SearchAnswer> {
    const client = this.#client!;
    const { query, filters } = criteria;
    if (isEmpty(criteria)) {
      const { people } = await (together ? client.query(OVERVIEW, {}, signal) : queryNow(client, OVERVIEW, {}, signal));
      signal.throwIfAborted();
      return { ...people, criteria, unmatchedWords: [], people: [], next: null };
    }
    const variables = { query, filters: mutable(filters), first: PAGE_SIZE, after };
    const { people } = await (together
      ? client.query(SEARCH, variables, signal)
      : queryNow(client, SEARCH, variables, signal));
    // The request may have ended well in the very moment in which it was given up.
    signal.throwIfAborted();
    return { ...people, criteria, people: people.edges.map(toFound), next: nextOf(people) };
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#abort.abort();
    this.loading = undefined;
  }

  readonly #onPause = () => void this.#search();

  readonly #onOnline = () => {
    if (this.error?.isTransient) this.reload();
  };
}

type People = ResultOf<typeof SEARCH>['people'];

const toFound = ({ node, matches }: People['edges'][number]): FoundPerson => ({ id: node.id, matches });

const nextOf = ({ pageInfo }: People) => (pageInfo.hasNextPage ? pageInfo.endCursor : null);

// A person whose position changed between two pages stays where they were shown first.
const isNew = ({ people }: SearchAnswer) => {
  const known = new Set(people.map(({ id }) => id));
  return ({ id }: FoundPerson) => !known.has(id);
};

const mutable = ({ department, location, expertise }: Criteria['filters']) => ({
  department: [...department],
  location: [...location],
  expertise: [...expertise],
});
