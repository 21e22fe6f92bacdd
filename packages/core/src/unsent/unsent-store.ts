import { UNSENT } from './unsent-places.js';
import type { UnsentText } from './unsent-text.js';

const LIMIT = 50;

/**
 * The unsent texts for one server in localStorage, one key for each: with a common key, tabs that write at the same time
 * would overwrite each other's texts. Where storage is not available, they are kept in memory.
 */
export class UnsentStore {
  readonly #prefix: string;
  readonly #remembered = new Map<string, UnsentText>();
  readonly #listeners = new Set<() => void>();

  constructor(endpoint: string) {
    this.#prefix = `${UNSENT}${endpoint}:`;
  }

  /** The texts of all viewers, oldest first. */
  get all(): readonly UnsentText[] {
    const texts = new Map(this.#kept().map((text) => [text.id, text]));
    for (const text of this.#remembered.values()) texts.set(text.id, text);
    return [...texts.values()].sort((one, other) => one.writtenAt - other.writtenAt);
  }

  get(id: string): UnsentText | undefined {
    return this.#remembered.get(id) ?? this.#read(this.#prefix + id);
  }

  /** Whether a text is lost when its tab is closed. */
  isForgetful({ id }: UnsentText): boolean {
    return this.#remembered.has(id);
  }

  /** Stores a new or changed text. Returns whether there was room for it. */
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
      // Storage is forbidden: the text was never there.
    }
    this.#notify();
  }

  /** Calls `listener` when the texts change, here or in another tab. Returns a function that ends this. */
  observe(listener: () => void): () => void {
    if (!this.#listeners.size) addEventListener('storage', this.#onStorage);
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (!this.#listeners.size) removeEventListener('storage', this.#onStorage);
    };
  }

  #kept(): UnsentText[] {
    let keys: string[] = [];
    try {
      keys = Object.keys(localStorage).filter((key) => key.startsWith(this.#prefix));
    } catch {
      // Storage is forbidden: it contains nothing.
    }
    return keys.flatMap((key) => this.#read(key) ?? []);
  }

  #read(key: string): UnsentText | undefined {
    try {
      return (JSON.parse(localStorage.getItem(key)!) as UnsentText | null) ?? undefined;
    } catch {
      // Storage is forbidden, or the entry is not valid.
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
