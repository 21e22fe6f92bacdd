import { PersonCardEvent, PersonProfileEvent } from '@parvis/core/person-card/person-events.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface CardLinksOptions {
  /** The address of a person in this finder; nothing where it has none. */
  hrefOf: (handle: string) => string | undefined;
  open: (handle: string) => void;
}

/** Lets the person cards of the rest of the page lead to its people finder. */
export class CardLinks implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: CardLinksOptions;

  constructor(host: ReactiveControllerHost & Element, options: CardLinksOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener(PersonCardEvent.type, this.#onCard);
    document.addEventListener(PersonProfileEvent.type, this.#onProfile);
  }

  hostDisconnected(): void {
    document.removeEventListener(PersonCardEvent.type, this.#onCard);
    document.removeEventListener(PersonProfileEvent.type, this.#onProfile);
  }

  // Where the page itself, or another finder, has said where people are, that stands.
  readonly #onCard = (event: PersonCardEvent) => {
    event.profileUrl ??= this.#options.hrefOf(event.handle);
  };

  readonly #onProfile = (event: PersonProfileEvent) => {
    if (event.defaultPrevented || event.target === this.#host || !this.#options.hrefOf(event.handle)) return;
    event.preventDefault();
    this.#options.open(event.handle);
  };
}
