import { hostStyles, LocaleController, skeletonStyles } from '@parvis/core';
import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { postKinds, type ContentView } from './post-kind.js';
import { kindStrings } from './strings/catalogue.js';

/** The content of a post that is more than a text. The code of its kind comes with the first post of that kind. */
export class PostContentElement extends LitElement {
  static override styles = [
    hostStyles,
    skeletonStyles,
    css`
      :host {
        margin-block-start: 10px;
      }
      p {
        margin: 0;
        color: var(--_quiet);
        font-size: 0.9375em;
      }
    `,
  ];

  /** Which post. */
  @property() postId = '';

  /** What it is. */
  @property() kind = '';

  @state() private view: ContentView | undefined;
  @state() private unknown = false;

  readonly #locale = new LocaleController(this, kindStrings);

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('kind')) void this.#load(this.kind);
    if (this.view) this.view.postId = this.postId;
  }

  protected override render() {
    const { text, ready } = this.#locale;
    if (this.view) return this.view;
    if (!this.unknown) return html`<span class="skeleton"></span><span class="skeleton short"></span>`;
    return ready ? html`<p>${text.unknown}</p>` : nothing;
  }

  async #load(name: string): Promise<void> {
    const kind = (await postKinds()).find((known) => known.kind === name);
    await kind?.view.load();
    if (name !== this.kind) return;
    this.unknown = !kind;
    this.view = kind && (document.createElement(kind.view.tag) as ContentView);
  }
}
