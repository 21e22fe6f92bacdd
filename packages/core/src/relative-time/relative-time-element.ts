import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { LocaleController } from '../localisation/locale-controller.js';
import { relativeTime } from './relative-time.js';

// One timer for all the times of a page.
const shown = new Set<LitElement>();
let timer: ReturnType<typeof setInterval> | undefined;

/** How long ago something was, updated while the page stays open; the tooltip has the exact time. */
export class RelativeTimeElement extends LitElement {
  static override styles = css`
    :host {
      display: inline;
      white-space: nowrap;
    }
    /* On paper, a relative time would become wrong: print the exact one. */
    @media print {
      span {
        display: none;
      }
      time::after {
        content: attr(title);
      }
    }
  `;

  /** The time, as ISO 8601. */
  @property() datetime = '';

  readonly #locale = new LocaleController(this, { en: {}, fr: () => Promise.resolve({ strings: {} }) });

  override connectedCallback(): void {
    super.connectedCallback();
    shown.add(this);
    timer ??= setInterval(() => shown.forEach((time) => time.requestUpdate()), 60_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    shown.delete(this);
    if (shown.size) return;
    clearInterval(timer);
    timer = undefined;
  }

  protected override render() {
    const date = new Date(this.datetime);
    if (Number.isNaN(date.getTime())) return '';
    const { lang } = this.#locale;
    const exact = new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeStyle: 'short' }).format(date);
    return html`<time datetime=${this.datetime} title=${exact} translate="no"
      ><span .textContent=${relativeTime(date, new Date(), lang)}></span
    ></time>`;
  }
}
