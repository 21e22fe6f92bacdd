import {
  announce,
  buttonStyles,
  ClientController,
  hostStyles,
  LocaleController,
  noticeFor,
  ParvisError,
  primaryStyles,
  resetStyles,
} from '@parvis/core';
import type { AbsenceFormElement } from '@parvis/core/absence-form/absence-form-element.js';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { formStyles } from '@parvis/core/styles/form-styles.js';
import { LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { renderAway } from './absence-view.js';
import { renderDigest } from './digest-view.js';
import { renderKinds } from './kinds-view.js';
import { renderMailStop } from './mail-stop-view.js';
import { renderMuted } from './muted-view.js';
import { notificationChoicesStyles } from './notification-choices-styles.js';
import { renderPlaces } from './places-view.js';
import { renderQuietHours } from './quiet-hours-view.js';
import { SettingsChangedEvent } from './settings-changed-event.js';
import type { NotificationSettings } from './settings-operations.js';
import type { SettingsView } from './settings-view.js';
import { SettingsWriter } from './settings-writer.js';
import { notificationSettingsStrings } from './strings/catalogue.js';

/**
 * What the viewer chose, and can choose otherwise. Each choice is stored at once; hours, when one says so.
 *
 * @fires {SettingsChangedEvent} parvis-settings-changed - Another choice is stored.
 */
export class NotificationChoicesElement extends LitElement {
  static override styles = [
    resetStyles,
    hostStyles,
    buttonStyles,
    primaryStyles,
    formStyles,
    notificationChoicesStyles,
  ];

  @property({ attribute: false }) settings?: NotificationSettings;

  /** A place for which the viewer came to choose: its field takes the keyboard. */
  @property() placeId?: string | undefined;

  /** The level of the titles of the parts. */
  @property({ type: Number }) headingLevel = 3;

  /** What could not be stored, and how to try again. */
  @state() private failure: { error: ParvisError; retry: () => void } | undefined;

  /** Whether the viewer says when they are away. */
  @state() private isLeaving = false;

  #hasEntered = false;

  readonly #locale = new LocaleController(this, notificationSettingsStrings);
  readonly #client = new ClientController(this);
  readonly #writer = new SettingsWriter(() => this.#client.current);

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    const { settings: value, headingLevel, placeId } = this;
    const { ready, text, lang } = this.#locale;
    if (!value || !ready) return nothing;
    const view: SettingsView = { value, writer: this.#writer, text, lang, headingLevel, placeId, store: this.#store };
    return [
      this.failure ? noticeFor(this.failure.error, this.failure.retry) : nothing,
      renderMailStop(view),
      renderKinds(view),
      renderPlaces(view),
      renderMuted(view),
      value.mailAvailable ? [renderDigest(view), renderQuietHours(view)] : nothing,
      renderAway(view, { isOpen: this.isLeaving, open: () => void this.#leave(), close: () => void this.#stay() }),
    ];
  }

  protected override updated(): void {
    if (!this.placeId || this.#hasEntered) return;
    const field = this.renderRoot.querySelector<HTMLElement>('.places select');
    this.#hasEntered = !!field;
    field?.focus();
  }

  async #leave(): Promise<void> {
    await import('@parvis/core/absence-form/parvis-absence-form.js');
    this.isLeaving = true;
    await this.updateComplete;
    await this.renderRoot.querySelector<AbsenceFormElement>('parvis-absence-form')?.enter();
  }

  async #stay(): Promise<void> {
    this.isLeaving = false;
    // It may be another absence now.
    this.dispatchEvent(new SettingsChangedEvent());
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.away button')?.focus();
  }

  readonly #store = async (write: () => Promise<void>): Promise<boolean> => {
    this.failure = undefined;
    try {
      await write();
    } catch (reason) {
      this.failure = { error: ParvisError.from(reason), retry: () => void this.#store(write) };
      return false;
    }
    announce(this.#locale.text.saved, this.#locale.lang);
    // What is shown is what the server has then.
    this.dispatchEvent(new SettingsChangedEvent());
    return true;
  };
}
