import {
  ClientController,
  FollowController,
  hostStyles,
  LocaleController,
  pageKey,
  QueryController,
  resetStyles,
  skeletonStyles,
  words,
} from '@parvis/core';
import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { COMMENT_COUNTS } from './comment-count-operations.js';
import { commentCountStrings } from './strings/catalogue.js';

/** Pages fill in what somebody else has written: an address leads somewhere, and is no script. */
const isAddress = (href: string): boolean =>
  URL.canParse(href, document.baseURI) && new URL(href, document.baseURI).protocol !== 'javascript:';

/**
 * Shows how many comments a page has, with a link to them: for the cards of a home page. All of a page's counts are asked
 * in one operation.
 *
 * @attr {string} pass - A page pass, where not everybody may open the page: what its server says of the reader’s rights.
 * @csspart count - The link, or the text where there is nowhere to lead to.
 * @example
 * <parvis-comment-count subject="/news/line-4"></parvis-comment-count>
 */
export class CommentCountElement extends LitElement {
  static override styles = [
    resetStyles,
    hostStyles,
    skeletonStyles,
    css`
      :host {
        display: inline-block;
        color: var(--_quiet);
        font-size: 0.875em;
      }
      a {
        color: inherit;
        text-decoration: none;
      }
      a:hover {
        text-decoration: underline;
        text-underline-offset: 2px;
      }
      .skeleton {
        inline-size: 7em;
      }
    `,
  ];

  /** The page's address or key. Default: this page. */
  @property() subject?: string;

  /** Where the count leads to. Default: the page, where `subject` is its address. */
  @property() href?: string;

  readonly #client = new ClientController(this);
  readonly #page = new QueryController(this, {
    args: () => [this.#client.current, pageKey(this.subject)] as const,
    load: ([client, key]) => client.load(COMMENT_COUNTS, key),
  });
  readonly #locale = new LocaleController(this, commentCountStrings);

  constructor() {
    super();
    const reread = () => this.#client.current.load(COMMENT_COUNTS, pageKey(this.subject));
    new FollowController(this, this.#client, () => this.#page.value?.id, reread, this.#page);
  }

  protected override render() {
    const { text, lang, ready } = this.#locale;
    // A count that cannot be had is left out: the card says enough without it.
    if (this.#page.error) {
      const { error } = this.#page;
      if (error.code === 'INVALID')
        void import('@parvis/core/notice/explain-invalid.js').then((module) => module.explainInvalid(error, this));
      return nothing;
    }
    if (!this.#page.value || !ready) return html`<span class="skeleton"></span>`;
    const page = this.#client.get<{ id: string; commentCount: number }>(this.#page.value.id);
    const count = words(text.comments(page!.commentCount, lang));
    const href = this.href ?? (/^(https?:\/\/|\/)/.test(this.subject ?? '') ? this.subject : undefined);
    return href && isAddress(href)
      ? html`<a part="count" href=${href}>${count}</a>`
      : html`<span part="count">${count}</span>`;
  }
}
