import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onFailure } from '../late-code/late.js';
import { surroundings } from '../provider/surroundings.js';
import type { Language } from './language.js';
import { nearestLang } from './nearest-lang.js';

/** The texts of a widget: English comes with its code, other languages when a page uses them. */
export type Catalogue<Strings> = { en: Strings } & Record<Exclude<Language, 'en'>, () => Promise<{ strings: Strings }>>;

/** All hosts with texts: a page that switches its language updates many at once. */
export const localised = new Set<ReactiveControllerHost & HTMLElement>();

// Shared by all widgets of a kind: one that is added later renders French at once.
const french = new WeakMap<object, unknown>();

/**
 * Gives its host its texts in the language that the nearest provider sets, else in that of the nearest `lang`, and renders
 * it again when that changes.
 */
export class LocaleController<Strings> implements ReactiveController {
  /** Called for every host that is connected. */
  static onConnect: (() => void) | undefined;

  /** BCP 47, for `Intl`. */
  lang = 'en';
  /** Whether `text` is in the requested language, or that language could not be loaded; until then, hosts show no words. */
  ready = false;
  /** Settles when `text` is in the language that the last render asked for, or that language cannot be loaded for now. */
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
    // When a page changes its language, the old words stay until the new ones are loaded: a form must not vanish while the
    // viewer writes.
    this.ready ||= !!text;
    if (text) this.text = text;
    else this.loaded = this.#load();
  }

  async #load(): Promise<void> {
    const words = this.#catalogue.fr().then(({ strings }) => {
      french.set(this.#catalogue, strings);
      this.#host.requestUpdate();
    });
    // Words that cannot be loaded must not hide comments and posts: English is shown until they come.
    let giveUp!: (value?: unknown) => void;
    const failure = new Promise((resolve) => (giveUp = resolve));
    onFailure.add(giveUp);
    await Promise.race([words, failure]).catch(() => {});
    onFailure.delete(giveUp);
    if (this.ready) return;
    this.ready = true;
    this.#host.requestUpdate();
  }
}
