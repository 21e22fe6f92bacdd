import { hostStyles, LocaleController, noticeFor, resetStyles, skeletonStyles } from '@parvis/core';
import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SettingsController } from './settings-controller.js';
import { notificationSettingsStrings } from './strings/catalogue.js';

/**
 * How the viewer wants to be told of what concerns them: what reaches them, from where, how and when. The list of the bell has it
 * too. Each choice is stored at once.
 *
 * @csspart heading - The title.
 * @example
 * <parvis-notification-settings></parvis-notification-settings>
 */
export class NotificationSettingsElement extends LitElement {
  static override styles = [
    resetStyles,
    hostStyles,
    skeletonStyles,
    css`
      .heading {
        margin-block-end: 4px;
        font-size: 1.1875em;
        font-weight: 600;
      }
      .skeleton {
        block-size: 36px;
        margin-block: 12px;
      }
    `,
  ];

  /** The level of the title as a heading. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Leaves the title out, where the page has one of its own. */
  @property({ type: Boolean }) untitled = false;

  /** A place for which the viewer came to choose. @internal */
  @property({ attribute: false }) placeId?: string | undefined;

  /** Whether what is read can be shown: the code of the choices comes while they are read. */
  @state() private hasCode = false;

  readonly #locale = new LocaleController(this, notificationSettingsStrings);
  readonly #settings = new SettingsController(this, () => this.#locale.lang);

  override connectedCallback(): void {
    super.connectedCallback();
    void import('./parvis-notification-choices.js').then(() => (this.hasCode = true));
  }

  protected override render() {
    if (!this.#locale.ready) return renderWait();
    return [
      this.untitled
        ? nothing
        : html`<div class="heading" part="heading" role="heading" aria-level=${this.headingLevel}>
            ${this.#locale.text.title}
          </div>`,
      this.#renderRest(),
    ];
  }

  #renderRest() {
    const { value, error } = this.#settings.query;
    const reload = () => this.#settings.query.reload();
    if (error && !value) return noticeFor(error, reload);
    if (!value || !this.hasCode) return renderWait();
    return html`<parvis-notification-choices
      .settings=${value}
      .placeId=${this.placeId}
      .headingLevel=${Math.min(6, this.headingLevel + 1)}
      @parvis-settings-changed=${reload}
    ></parvis-notification-choices>`;
  }
}

const renderWait = () => [1, 2, 3, 4, 5, 6].map(() => html`<div class="skeleton"></div>`);
