import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { explainInvalid } from './explain-invalid.js';
import type { ParvisError } from '../client/parvis-error.js';
import { icon } from '../icons/icon.js';
import { PATHS } from '../icons/paths.js';
import { LocaleController } from '../localisation/locale-controller.js';
import { tooOftenWords } from './too-often-words.js';
import { signInAddress } from './sign-in-address.js';
import { coreStrings } from '../strings/catalogue.js';
import { buttonStyles } from '../styles/button-styles.js';
import { alertStyles } from '../styles/alert-styles.js';
import { hostStyles } from '../styles/host-styles.js';

/** The reader asks to try again. */
export class NoticeRetryEvent extends Event {
  static readonly type = 'parvis-notice-retry';
  constructor() {
    super(NoticeRetryEvent.type);
  }
}

/**
 * Says what went wrong and what to do about it.
 *
 * @slot - What happened, in the widget's own words. Explains the error by default.
 * @fires {NoticeRetryEvent} parvis-notice-retry - The reader asks to try again.
 * @csspart notice - The whole notice.
 * @csspart action - The button or link that helps.
 */
export class NoticeElement extends LitElement {
  static override styles = [
    hostStyles,
    alertStyles,
    buttonStyles,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        padding: 8px 14px;
        border-radius: var(--_radius);
        background: var(--_warning);
        color: var(--_ink);
        font-size: 0.9375em;
      }
      span {
        flex: 1 1 12em;
      }
      @media (forced-colors: active) {
        div {
          border: 1px solid;
        }
      }
    `,
  ];

  /** What went wrong. */
  @property({ attribute: false }) error?: ParvisError;

  /** Whether to offer a retry. By default, when the server has not made a decision. */
  @property({ type: Boolean }) retryable?: boolean;

  readonly #locale = new LocaleController(this, coreStrings);

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    // The reason is for the page's developers; readers only learn that their administrator can help.
    if (changed.has('error') && this.error?.code === 'INVALID') explainInvalid(this.error, this);
  }

  protected override render() {
    const { text, lang, ready } = this.#locale;
    // Screen readers read an alert at once, so it must not be rendered before its words are loaded.
    if (!ready) return nothing;
    const { code = 'INTERNAL', details } = this.error ?? {};
    const problem =
      code === 'RATE_LIMITED' ? tooOftenWords(lang)(details?.retryAfter) : text.problem(code, details?.requestId);
    return html`<div part="notice" role="alert">
      ${icon(PATHS.warning)}
      <span><slot>${problem}</slot></span>
      ${this.#renderAction()}
    </div>`;
  }

  #renderAction() {
    const { text } = this.#locale;
    const { code = 'INTERNAL', details, isTransient } = this.error ?? {};
    if (code === 'UNAUTHENTICATED' && details?.signInUrl) {
      const url = signInAddress(details.signInUrl);
      return html`<a class="link button" part="action" href=${url} target="_top">${text.signIn}</a>`;
    }
    // Loading the page again leads to the sign-in of the proxy.
    if (details?.isSignedOut) return this.#renderButton(text.signIn, () => location.reload());
    if (this.retryable ?? (isTransient || code === 'INTERNAL' || code === 'RATE_LIMITED'))
      return this.#renderButton(text.tryAgain, this.#onRetry);
    return nothing;
  }

  #renderButton(label: string, onClick: () => void) {
    return html`<button class="link" part="action" type="button" @click=${onClick}>${label}</button>`;
  }

  readonly #onRetry = () => {
    this.dispatchEvent(new NoticeRetryEvent());
  };
}

declare global {
  interface HTMLElementEventMap {
    [NoticeRetryEvent.type]: NoticeRetryEvent;
  }
}
