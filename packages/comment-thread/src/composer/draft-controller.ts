import type { ClientController } from '@parvis/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Keeps what somebody has begun to write in this browser, until it is sent. */
export class DraftController implements ReactiveController {
  readonly #client: ClientController;
  readonly #key: () => string | undefined;
  readonly #found: (draft: string) => void;
  #opened: string | undefined;
  #place: string | undefined;
  #latest = '';

  constructor(
    host: ReactiveControllerHost,
    client: ClientController,
    key: () => string | undefined,
    found: (draft: string) => void,
  ) {
    this.#client = client;
    this.#key = key;
    this.#found = found;
    host.addController(this);
  }

  hostUpdate(): void {
    const key = this.#key();
    if (key === this.#opened) return;
    this.#opened = key;
    this.#place = undefined;
    this.#latest = '';
    if (key) void this.#open(key);
  }

  /** Where the draft is kept, once that is known. */
  get place(): string | undefined {
    return this.#place;
  }

  /** Keeps `text` for the next time; nothing, once there is none. */
  keep(text: string): void {
    this.#latest = text;
    this.write(this.#place, text);
  }

  /** Keeps `text` in a place that was open once; nothing, once there is none. */
  write(place: string | undefined, text: string): void {
    if (!place) return;
    try {
      if (text) localStorage.setItem(place, text);
      else localStorage.removeItem(place);
    } catch {
      // Full, or forbidden: the text is on screen all the same.
    }
  }

  async #open(key: string): Promise<void> {
    // A phone in a workshop has many users: a draft is its writer's alone.
    const session = await this.#client.current.session().catch(() => undefined);
    if (key !== this.#opened) return;
    this.#place = `parvis:draft:${session?.viewer?.person.handle ?? ''}:${key}`;
    // What was typed in the meantime is newer.
    if (this.#latest) return this.keep(this.#latest);
    try {
      const draft = localStorage.getItem(this.#place);
      if (draft) this.#found(draft);
    } catch {
      // Forbidden: there is no draft.
    }
  }
}
