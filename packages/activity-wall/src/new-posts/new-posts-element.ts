// Loaded with the first post of somebody else that comes while one reads.
import { buttonStyles, hostStyles, icon, primaryStyles } from '@parvis/core';
import { announceNews } from '@parvis/core/announcer/announce-news.js';
import { nearestLang } from '@parvis/core/localisation/nearest-lang.js';
import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { newPosts } from './new-posts-words.js';

const UP = 'M12 19V5M6 11l6-6 6 6';

/**
 * Offers the posts that have come since the wall was read. It stays in sight while one reads further down, and takes no
 * room: nothing moves when it comes.
 *
 * @csspart button - The button.
 * @internal
 */
export class NewPostsElement extends LitElement {
  static override styles = [
    hostStyles,
    buttonStyles,
    primaryStyles,
    css`
      :host {
        position: sticky;
        z-index: 1;
        inset-block-start: var(--parvis-scroll-margin, 12px);
        display: grid;
        justify-items: center;
        block-size: 0;
      }
      button {
        margin-block-start: -4px;
        box-shadow: 0 2px 8px rgb(0 0 0 / 0.25);
      }
    `,
  ];

  /** Which posts. */
  @property({ attribute: false }) ids: readonly string[] = [];

  readonly #announced = new Set<string>();

  protected override render() {
    return html`<button class="primary" part="button" type="button">
      ${icon(UP)}<span .textContent=${newPosts(this.ids.length, nearestLang(this))}></span>
    </button>`;
  }

  protected override updated(): void {
    if (!this.checkVisibility()) return;
    const lang = nearestLang(this);
    for (const id of this.ids) {
      if (this.#announced.has(id)) continue;
      this.#announced.add(id);
      announceNews('posts', id, '', ({ length }) => `${newPosts(length, lang)}.`, lang);
    }
  }
}
