import { UNSENT } from './unsent-places.js';
import type { UnsentText } from './unsent-text.js';

const LIMIT = 50;

/**
 * The texts that this browser keeps for one server, one place each: tabs that write at the same time would lose each
 * other's in a common one. Where nothing can be kept, this tab remembers them.
 */
export class UnsentStore {
  readonly #prefix: string;
  readonly #remembered = new Map<string, UnsentText>();
  readonly #listeners = new Set<() => void>();

  constructor(endpoint: string) {
    this.#prefix = `${UNSENT}${endpoint}:`;
  }

  /** All of them, by whomever, in the order in which they were written. */
  get all(): readonly UnsentText[] {
    const texts = new Map(this.#kept().map((text) => [text.id, text]));
    for (const text of this.#remembered.values()) texts.set(text.id, text);
    return [...texts.values()].sort((one, other) => one.writtenAt - other.writtenAt);
  }

  get(id: string): UnsentText | undefined {
    return this.#remembered.get(id) ?? this.#read(this.#prefix + id);
  }

  /** Whether a text ends with its tab. */
  isForgetful({ id }: UnsentText): boolean {
    return this.#remembered.has(id);
  }

  /** Keeps a text, new or changed. Answers whether there was room for it. */
  put(text: UnsentText): boolean {
    const isNew = !this.get(text.id);
    if (isNew && this.all.filter(({ viewerId }) => viewerId === text.viewerId).length >= LIMIT) return false;
    try {
      localStorage.setItem(this.#prefix + text.id, JSON.stringify(text));
      this.#remembered.delete(text.id);
    } catch {
      this.#remembered.set(text.id, text);
    }
    this.#notify();
    return true;
  }

  remove(id: string): void {
    this.#remembered.delete(id);
    try {
      localStorage.removeItem(this.#prefix + id);
    } catch {
      // Forbidden: it was never there.
    }
    this.#notify();
  }

  /** Calls `listener` when the texts are others, here or in another tab. Returns what ends it. */
  observe(listener: () => void): () => void {
    if (!this.#listeners.size) addEventListener('storage', this.#onStorage);
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (!this.#listeners.size) removeEventListener('storage', this.#onStorage);
    };
  }

  #kept(): UnsentText[] {
    let places: string[] = [];
    try {
      places = Object.keys(localStorage).filter((place) => place.startsWith(this.#prefix));
    } catch {
      // Forbidden: nothing is kept.
    }
    return places.flatMap((place) => this.#read(place) ?? []);
  }

  #read(place: string): UnsentText | undefined {
    try {
      return (JSON.parse(localStorage.getItem(place)!) as UnsentText | null) ?? undefined;
    } catch {
      // Forbidden, or not ours to understand.
      return undefined;
    }
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  readonly #onStorage = ({ key }: StorageEvent) => {
    if (!key || key.startsWith(this.#prefix)) this.#notify();
  };
}
