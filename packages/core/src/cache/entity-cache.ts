/** Any object that the server identifies by an id. */
export interface Entity {
  readonly __typename?: string;
  readonly id: string;
}

/** An optimistic change: shown before the server has confirmed it. */
export interface OptimisticLayer {
  /** Removes the change: it failed, or the server's response replaces it. */
  drop(): void;
}

/** A list on screen. The cache notifies it, by its name, of new and removed members. */
export interface ShownList {
  /** The element that shows it. */
  readonly host: Element & { readonly updateComplete: Promise<unknown> };
  readonly ids: readonly string[];
  /** Whether there are members before the first, and after the last, that are not loaded. */
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  /** Where a new member goes. */
  readonly insertAt: 'start' | 'end';
  /** Members that arrived while a write was pending, shown once it has ended: one of them may be what was written. */
  readonly held: Set<string>;
  /** Receives a member that another person added, where the reader decides when to show it. */
  readonly offer?: ((id: string) => void) | undefined;
  add(id: string): void;
  remove(id: string): void;
}

type Fields = Record<string, unknown>;
/** In the log of events; nothing where it is not known. */
type Cursor = string | null | undefined;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
// An object without an id, such as a text, is merged into the known one: another response may have asked for other fields
// of it.
const merged = (old: unknown, field: unknown) =>
  isObject(old) && isObject(field) && !Array.isArray(field) && !('id' in field) ? { ...old, ...field } : field;

/**
 * Everything the page knows, by id, so that all widgets show what one of them has read. Entities are shared and observable;
 * each list belongs to the element that shows it, and receives new members by name (`comments:<subject id>`).
 */
export class EntityCache {
  readonly #records = new Map<string, Fields>();
  readonly #asOf = new Map<string, Record<string, Cursor>>();
  readonly #layers = new Set<{ id: string; fields: Fields }>();
  readonly #listeners = new Set<(changed: ReadonlySet<string>) => void>();
  readonly #lists = new Map<string, Set<ShownList>>();
  /** Whether an event has told more of a field than a response can know. Set where there are events. */
  isOutdated: ((id: string, field: string, asOf: Cursor) => boolean) | undefined;

  /**
   * Stores every object of a response that has an id.
   * @param asOf - the cursor in the log of events as of which the response is
   */
  write(answer: unknown, asOf?: Cursor): void {
    const changed = new Set<string>();
    this.#write(answer, changed, asOf);
    if (changed.size) this.#notify(changed);
  }

  /**
   * What is known of an entity, with optimistic changes applied. The type lists the fields that the caller has asked for.
   */
  get<T extends Entity>(id: string | null | undefined): T | undefined {
    if (!id) return undefined;
    const record = this.#records.get(id);
    if (!record) return undefined;
    const patches = [...this.#layers].filter((layer) => layer.id === id).map((layer) => layer.fields);
    return (patches.length ? Object.assign({}, record, ...patches) : record) as unknown as T;
  }

  /** For each field of an entity, the cursor in the log of events as of which it is known. */
  asOf(id: string): Readonly<Record<string, Cursor>> {
    return this.#asOf.get(id) ?? {};
  }

  /** Shows `fields` on top of an entity until the layer is dropped. */
  patch<T extends Entity>(id: string, fields: Partial<T>): OptimisticLayer {
    const layer = { id, fields: fields as Fields };
    this.#layers.add(layer);
    this.#notify(new Set([id]));
    return {
      drop: () => {
        if (this.#layers.delete(layer)) this.#notify(new Set([id]));
      },
    };
  }

  /** Whether an entity has an optimistic change that the server has not confirmed yet. */
  isPatched(id: string): boolean {
    return [...this.#layers].some((layer) => layer.id === id);
  }

  /** Calls `listener` with the ids that changed. Returns a function that ends this. */
  observe(listener: (changed: ReadonlySet<string>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The lists of this name that are on screen. */
  lists(name: string): ReadonlySet<ShownList> {
    return this.#lists.get(name) ?? new Set();
  }

  /** Registers a list under a name. Returns a function that ends this. */
  nameList(name: string, list: ShownList): () => void {
    const lists = this.#lists.get(name) ?? new Set();
    this.#lists.set(name, lists.add(list));
    return () => lists.delete(list);
  }

  #write(value: unknown, changed: Set<string>, asOf: Cursor): void {
    if (Array.isArray(value)) return value.forEach((item) => this.#write(item, changed, asOf));
    if (!isObject(value)) return;
    for (const child of Object.values(value)) this.#write(child, changed, asOf);
    const { id } = value;
    if (typeof id !== 'string') return;
    const fields = Object.entries(value).filter(([name]) => !this.isOutdated?.(id, name, asOf));
    const known: Record<string, Cursor> = { ...this.asOf(id) };
    for (const [name] of fields) known[name] = asOf;
    this.#asOf.set(id, known);
    const record = this.#records.get(id) ?? {};
    const news = fields
      // A connection belongs to the list that asked for it: two lists of one subject differ in order and page.
      .filter(([, field]) => !(isObject(field) && 'pageInfo' in field))
      .map(([name, field]) => [name, merged(record[name], field)] as const)
      .filter(([name, field]) => JSON.stringify(field) !== JSON.stringify(record[name]));
    if (!news.length) return;
    this.#records.set(id, { ...record, ...Object.fromEntries(news) });
    changed.add(id);
  }

  #notify(changed: ReadonlySet<string>): void {
    for (const listener of [...this.#listeners]) listener(changed);
  }
}
