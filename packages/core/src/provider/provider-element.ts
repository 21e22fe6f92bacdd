import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { CLIENT_CHANGE, type ClientProvider } from '../client/client-controller.js';
import { defaultClient } from '../client/default-client.js';
import { ParvisClient } from '../client/parvis-client.js';
import type { GetToken } from '../client/server.js';

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
export class ProviderElement extends LitElement implements ClientProvider {
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

  #client: ParvisClient | undefined;

  /** What the widgets inside reach their server by. */
  get client(): ParvisClient {
    return this.#client ?? defaultClient();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // Widgets look for the nearest `lang`: the language of this part of the page is no more than that.
    if (changed.has('locale') && this.locale) this.lang = this.locale;
    if (!changed.has('endpoint') && !changed.has('getToken')) return;
    this.#client = this.#makeClient();
    this.dispatchEvent(new Event(CLIENT_CHANGE));
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  #makeClient(): ParvisClient | undefined {
    if (!this.endpoint && !this.getToken) return undefined;
    const { getToken } = this;
    const endpoint = this.endpoint || defaultClient().endpoint;
    // What is no address stays as it is: whoever asks it says so.
    const address = URL.canParse(endpoint, location.href) ? new URL(endpoint, location.href).href : endpoint;
    return new ParvisClient({ endpoint: address, getToken });
  }
}
