import type { ClientController } from '@parvis/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What is begun for one subject. */
interface Draft {
  readonly key: string;
  /** Where it is kept, once that is known. */
  place?: string;
  text: string;
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
    this.#draft = key ? { key, text: '' } : undefined;
    if (this.#draft) void this.#open(this.#draft);
  }

  /** Where the draft is kept, once that is known. */
  get place(): string | undefined {
    return this.#draft?.place;
  }

  /** Keeps `text` for the next time; nothing, once there is none. */
  keep(text: string): void {
    if (this.#draft) this.#draft.text = text;
    this.write(this.place, text);
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

  async #open(draft: Draft): Promise<void> {
    // A phone in a workshop has many users: a draft is its writer's alone.
    const session = await this.#client.current.session().catch(() => undefined);
    draft.place = `parvis:draft:${session?.viewer?.person.handle ?? ''}:${draft.key}`;
    // What was typed in the meantime is newer, even where the page has gone on to another subject since.
    if (draft.text) return this.write(draft.place, draft.text);
    if (draft !== this.#draft) return;
    try {
      const kept = localStorage.getItem(draft.place);
      if (kept) this.#found(kept);
    } catch {
      // Forbidden: there is no draft.
    }
  }
}
