import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nearestLang } from './nearest-lang.js';

/** The texts of a widget: English comes with the code, others when a page speaks them. */
export interface Catalogue<Strings> {
  en: Strings;
  fr: () => Promise<{ strings: Strings }>;
}

// One observer serves all widgets: a page that switches its language does so for many at once.
const hosts = new Set<ReactiveControllerHost>();
let observer: MutationObserver | undefined;

/** Gives its host its texts in the language of the nearest `lang`, and renders it again when that changes. */
export class LocaleController<Strings> implements ReactiveController {
  /** BCP 47, for `Intl`. */
  lang = 'en';
  /** Whether `text` is in the language asked; until then, hosts show no words. */
  ready = false;
  text: Strings;

  readonly #host: ReactiveControllerHost & Element;
  readonly #catalogue: Catalogue<Strings>;
  readonly #loaded: { en: Strings; fr?: Strings };

  constructor(host: ReactiveControllerHost & Element, catalogue: Catalogue<Strings>) {
    this.#host = host;
    this.#catalogue = catalogue;
    this.#loaded = { en: catalogue.en };
    this.text = catalogue.en;
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.#host);
    if (!observer) {
      observer = new MutationObserver(() => hosts.forEach((host) => host.requestUpdate()));
      observer.observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
    }
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
  }

  hostUpdate(): void {
    this.lang = nearestLang(this.#host);
    const language = /^fr\b/i.test(this.lang) ? 'fr' : 'en';
    const text = this.#loaded[language];
    this.ready = !!text;
    if (text) this.text = text;
    else void this.#load();
  }

  async #load(): Promise<void> {
    // A catalogue that does not come must not hide what people wrote: English serves.
    this.#loaded.fr = await this.#catalogue.fr().then(
      ({ strings }) => strings,
      () => this.#catalogue.en,
    );
    this.#host.requestUpdate();
  }
}
