import type { ClientController } from '@parvis/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What is begun for one subject. */
export interface Draft {
  readonly key: string;
  /** Where it is kept, once that is known. */
  storageKey?: string;
  /** What was typed here; none, before anything was. */
  text?: string;
}

/** Keeps what somebody has begun to write in this browser, until it is sent. */
export class DraftController implements ReactiveController {
  readonly #client: ClientController;
  readonly #key: () => string | undefined;
  readonly #found: (draft: string) => void;
  #draft: Draft | undefined;

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
    if (key === this.#draft?.key) return;
    this.#draft = key ? { key } : undefined;
    if (this.#draft) void this.#open(this.#draft);
  }

  /** What is begun for the subject of now. */
  get current(): Draft | undefined {
    return this.#draft;
  }

  /** Keeps `text` for the next time; nothing, once there is none. Of a draft before, when the page has gone on. */
  keep(text: string, draft = this.#draft): void {
    if (!draft) return;
    draft.text = text;
    if (draft.storageKey) this.#write(draft.storageKey, text);
  }

  #write(storageKey: string, text: string): void {
    try {
      if (text) localStorage.setItem(storageKey, text);
      else localStorage.removeItem(storageKey);
    } catch {
      // Full, or forbidden: the text is on screen all the same.
    }
  }

  async #open(draft: Draft): Promise<void> {
    // A phone in a workshop has many users: a draft is its writer's alone.
    const session = await this.#client.current.session().catch(() => undefined);
    draft.storageKey = `parvis:draft:${session?.viewer?.person.handle ?? ''}:${draft.key}`;
    // What was typed in the meantime is newer, even where the page has gone on to another subject since.
    if (draft.text !== undefined) return this.#write(draft.storageKey, draft.text);
    if (draft !== this.#draft) return;
    try {
      const kept = localStorage.getItem(draft.storageKey);
      if (kept) this.#found(kept);
    } catch {
      // Forbidden: there is no draft.
    }
  }
}
