import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { icon } from '../icons/icon.js';
import { LocaleController } from '../localisation/locale-controller.js';
import { hostStyles } from '../styles/host-styles.js';
import type { Absence } from './absence.js';
import { absenceDays, standsIn } from './absence-words.js';

const CALENDAR = 'M5 6h14v13H5zM5 10.500h14M9 3.500v4M15 3.500v4';

/**
 * When a person is away, what they say of it, and who stands in.
 *
 * @slot - Who stands in. Their name by default.
 * @csspart days - The days.
 */
export class AbsenceElement extends LitElement {
  static override styles = [
    hostStyles,
    css`
      :host([brief]) {
        margin-block-start: 3px;
      }
      .days {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        padding: 1px 10px 1px 7px;
        border: 1px solid var(--_line);
        border-radius: 14px;
        background: var(--_wash);
        font-size: 0.8125em;
        line-height: 1.45;
      }
      .days:dir(rtl) {
        padding-inline: 7px 10px;
      }
      p {
        margin: 6px 0 0;
      }
      .note {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) absence?: Absence | null;

  /** Only the days: where there is little room. */
  @property({ type: Boolean }) brief = false;

  // Only for the language: the words are few, and come with this code.
  readonly #locale = new LocaleController(this, { en: {}, fr: () => Promise.resolve({ strings: {} }) });

  protected override render() {
    const { absence, brief } = this;
    const { lang } = this.#locale;
    if (!absence) return nothing;
    return html`<span class="days" part="days">${icon(CALENDAR)}<span>${absenceDays(absence, lang)}</span></span>
      ${!brief && absence.note ? html`<p class="note" dir="auto">${absence.note}</p>` : nothing}
      ${
        !brief && absence.substitute
          ? html`<p>
              <slot><bdi translate="no">${absence.substitute.name}</bdi></slot
              >${standsIn(lang)}
            </p>`
          : nothing
      }`;
  }
}
