import { ContextConsumer, ContextProvider } from '@lit/context';
import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { defaultClient } from '../client/default-client.js';
import { ParvisClient } from '../client/parvis-client.js';
import type { GetPass, GetToken } from '../client/server.js';
import { surroundings } from './surroundings.js';

/**
 * Gives the part of the page that it wraps a server, a language, a theme and a way to sign in of its own. Optional:
 * without it, widgets use the server that `parvis.js` came from.
 *
 * @slot - The part of the page.
 * @example
 * <parvis-provider endpoint="https://social.example.org/graphql" locale="fr" theme="dark">
 *   <parvis-comment-thread></parvis-comment-thread>
 * </parvis-provider>
 */
export class ProviderElement extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
    :host([theme='light']) {
      color-scheme: light;
    }
    :host([theme='dark']) {
      color-scheme: dark;
    }
  `;

  /** Address of the GraphQL endpoint. Default: the server that `parvis.js` came from. */
  @property() endpoint?: string;

  /** Language of the widgets inside, as BCP 47: `en`, `fr`. Default: the nearest `lang`. */
  @property() locale?: string;

  /** `light` or `dark`. Default: as the page. */
  @property({ reflect: true }) theme?: 'light' | 'dark';

  /** Called before each request for a token. */
  @property({ attribute: false }) getToken?: GetToken;

  /** Called with the key of a page for a page pass. */
  @property({ attribute: false }) getPass?: GetPass;

  readonly #around = new ContextConsumer(this, { context: surroundings, subscribe: true });
  readonly #given = new ContextProvider(this, { context: surroundings });
  /** The client of this part of the page, where it has its own endpoint or sign-in. */
  #own: ParvisClient | undefined;

  override connectedCallback(): void {
    defaultClient();
    super.connectedCallback();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const { locale, theme } = this;
    const around = this.#around.value ?? { client: defaultClient() };
    // `lang` also tells the browser and screen readers.
    if (changed.has('locale') && locale) this.lang = locale;
    if (changed.has('endpoint') || changed.has('getToken') || changed.has('getPass'))
      this.#own = this.#createClient(around.client);
    this.#given.setValue({
      client: this.#own ?? around.client,
      locale: locale || around.locale,
      theme: theme ?? around.theme,
    });
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  #createClient(around: ParvisClient): ParvisClient | undefined {
    const { getToken, getPass } = this;
    if (!this.endpoint && !getToken && !getPass) return undefined;
    return new ParvisClient({ endpoint: this.endpoint || around.endpoint, getToken, getPass });
  }
}
