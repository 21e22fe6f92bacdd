/** Anything the server names by an id. */
export interface Entity {
  readonly __typename?: string;
  readonly id: string;
}

/** A change shown before the server has agreed to it. */
export interface OptimisticLayer {
  /** Takes the change back, or makes way for the server's own answer. */
  drop(): void;
}

/** A list on screen, which its name in the cache tells of members that come and go. */
export interface ShownList {
  /** The element that shows it. */
  readonly host: Element & { readonly updateComplete: Promise<unknown> };
  readonly ids: readonly string[];
  /** Whether there are others before the first, and after the last, that are not on screen. */
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  /** Where a new member goes. */
  readonly insertAt: 'start' | 'end';
  /** Members that are shown once one that is on its way to the server has arrived: they may be the same. */
  readonly held: Set<string>;
  /** Takes a member that others have added, where it is for the reader to say when it is shown. */
  readonly offer?: ((id: string) => void) | undefined;
  add(id: string): void;
  remove(id: string): void;
}

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
// A connection belongs to the list that asked for it: two lists of one subject differ by order and page.
const isConnection = (value: unknown) => isObject(value) && 'pageInfo' in value;

// A part without an id, such as a text, adds up like its owner: another answer may have asked for another half of it.
const merged = (old: unknown, field: unknown) =>
  isObject(old) && isObject(field) && !Array.isArray(field) && !('id' in field) ? { ...old, ...field } : field;

/**
 * Everything the page knows, by id, so that what one widget learns all others show. Entities are shared and observable;
 * lists belong to those who show them, and hear of new members by name (`comments:<subject id>`).
 */
export class EntityCache {
  readonly #records = new Map<string, Fields>();
  readonly #layers = new Set<{ id: string; fields: Fields }>();
  readonly #listeners = new Set<(changed: ReadonlySet<string>) => void>();
  readonly #lists = new Map<string, Set<ShownList>>();

  /** Takes in a server's answer: every object in it that has an id. */
  write(answer: unknown): void {
    const changed = new Set<string>();
    this.#write(answer, changed);
    if (changed.size) this.#notify(changed);
  }

  /** What is known of an entity, optimistic changes on top. The caller names the fields it has asked for. */
  get<T extends Entity>(id: string | null | undefined): T | undefined {
    if (!id) return undefined;
    const record = this.#records.get(id);
    if (!record) return undefined;
    const patches = [...this.#layers].filter((layer) => layer.id === id).map((layer) => layer.fields);
    return (patches.length ? Object.assign({}, record, ...patches) : record) as unknown as T;
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

  /** Whether a change of an entity is shown that the server has not agreed to yet. */
  isPatched(id: string): boolean {
    return [...this.#layers].some((layer) => layer.id === id);
  }

  /** Calls `listener` with the ids that changed. Returns what ends it. */
  observe(listener: (changed: ReadonlySet<string>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Shows a new member in every list of this name. */
  addToList(name: string, id: string): void {
    for (const list of this.lists(name)) list.add(id);
  }

  /** The lists of this name that are on screen. */
  lists(name: string): ReadonlySet<ShownList> {
    return this.#lists.get(name) ?? new Set();
  }

  /** Makes a list known by a name. Returns what ends it. */
  nameList(name: string, list: ShownList): () => void {
    const lists = this.#lists.get(name) ?? new Set();
    this.#lists.set(name, lists.add(list));
    return () => lists.delete(list);
  }

  #write(value: unknown, changed: Set<string>): void {
    if (Array.isArray(value)) return value.forEach((item) => this.#write(item, changed));
    if (!isObject(value)) return;
    for (const child of Object.values(value)) this.#write(child, changed);
    if (typeof value.id !== 'string') return;
    const record = this.#records.get(value.id) ?? {};
    const news = Object.entries(value)
      .filter(([, field]) => !isConnection(field))
      .map(([name, field]) => [name, merged(record[name], field)] as const)
      .filter(([name, field]) => JSON.stringify(field) !== JSON.stringify(record[name]));
    if (!news.length) return;
    this.#records.set(value.id, { ...record, ...Object.fromEntries(news) });
    changed.add(value.id);
  }

  #notify(changed: ReadonlySet<string>): void {
    for (const listener of [...this.#listeners]) listener(changed);
  }
}
