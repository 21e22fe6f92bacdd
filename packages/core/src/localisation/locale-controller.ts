import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onFailure } from '../late-code/late.js';
import { surroundings } from '../provider/surroundings.js';
import { nearestLang } from './nearest-lang.js';

/** The texts of a widget: English comes with the code, others when a page speaks them. */
export interface Catalogue<Strings> {
  en: Strings;
  fr: () => Promise<{ strings: Strings }>;
}

/** All that speak: a page that switches its language does so for many at once. */
export const localised = new Set<ReactiveControllerHost & HTMLElement>();

// Shared by all widgets of a kind: one that comes later speaks French from its first render.
const french = new WeakMap<object, unknown>();

/**
 * Gives its host its texts in the language that the provider around it says, else in that of the nearest `lang`, and renders
 * it again when that changes.
 */
export class LocaleController<Strings> implements ReactiveController {
  /** Told of every element that comes. */
  static onConnect: (() => void) | undefined;

  /** BCP 47, for `Intl`. */
  lang = 'en';
  /** Whether `text` is in the language asked; until then, hosts show no words. */
  ready = false;
  /** Settles when `text` is in the language that the last render asked for, or that cannot be had for now. */
  loaded: Promise<void> | undefined;
  text: Strings;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #surroundings: ContextConsumer<typeof surroundings, ReactiveControllerHost & HTMLElement>;
  readonly #catalogue: Catalogue<Strings>;

  constructor(host: ReactiveControllerHost & HTMLElement, catalogue: Catalogue<Strings>) {
    this.#host = host;
    this.#catalogue = catalogue;
    this.text = catalogue.en;
    this.#surroundings = new ContextConsumer(host, { context: surroundings, subscribe: true });
    host.addController(this);
  }

  hostConnected(): void {
    localised.add(this.#host);
    LocaleController.onConnect?.();
  }

  hostDisconnected(): void {
    localised.delete(this.#host);
  }

  hostUpdate(): void {
    this.lang = this.#surroundings.value?.locale ?? nearestLang(this.#host);
    const text = /^fr\b/i.test(this.lang) ? (french.get(this.#catalogue) as Strings | undefined) : this.#catalogue.en;
    // A page that changes its language keeps the old words until the new ones are there: a form must not go from under a writer.
    this.ready ||= !!text;
    if (text) this.text = text;
    else this.loaded = this.#load();
  }

  async #load(): Promise<void> {
    const words = this.#catalogue.fr().then(({ strings }) => {
      french.set(this.#catalogue, strings);
      this.#host.requestUpdate();
    });
    // Words that do not come must not hide what people wrote: English serves until they do.
    await Promise.race([words, new Promise((resolve) => onFailure.add(resolve))]).catch(() => {});
    if (this.ready) return;
    this.ready = true;
    this.#host.requestUpdate();
  }
}
