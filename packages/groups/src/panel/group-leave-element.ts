import {
  announce,
  buttonStyles,
  ClientController,
  hostStyles,
  LocaleController,
  noticeFor,
  ParvisError,
  primaryStyles,
} from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { css, html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Group } from '../group.js';
import { leaveGroup, setArchived } from '../writing/group-writer.js';
import { formStyles } from '@parvis/core/styles/form-styles.js';
import { PanelCloseEvent, PanelOpenEvent } from './panel-events.js';
import { panelStrings } from './strings/catalogue.js';

/** What leaving means, before one leaves. The last owner learns what to do first. */
export class GroupLeaveElement extends LitElement {
  static override styles = [
    hostStyles,
    buttonStyles,
    primaryStyles,
    formStyles,
    css`
      p {
        margin: 0;
      }
      ul {
        margin: 8px 0 0;
        padding-inline-start: 1.2em;
      }
    `,
  ];

  @property() groupId = '';

  @state() private busy = false;
  @state() private error: ParvisError | undefined;

  @query('.safe') private readonly safe?: HTMLElement;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, panelStrings);

  /** Takes the keyboard. */
  async enter(): Promise<void> {
    await this.updateComplete;
    this.safe?.focus();
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    const { text } = this.#locale;
    const group = this.#client.get<Group>(this.groupId);
    if (!group) return nothing;
    if (this.error?.code === 'LAST_OWNER') return this.#renderLastOwner(group);
    return html`<p id="question">${text.afterLeaving[group.visibility]} ${text.comingBack[group.join]}</p>
      ${this.error ? noticeFor(this.error) : nothing}
      <div class="row">
        <button
          class="outlined"
          type="button"
          aria-describedby="question"
          aria-disabled=${this.busy}
          @click=${this.#onLeave}
        >
          ${text.leave}
        </button>
        <button class="safe" type="button" aria-describedby="question" @click=${this.#close}>${text.stay}</button>
      </div>`;
  }

  #renderLastOwner({ memberCount, archivedAt }: Group) {
    const { text } = this.#locale;
    const hasOthers = (memberCount ?? 0) > 1;
    return html`<p role="alert">${text.lastOwner}</p>
      <ul>
        ${hasOthers ? html`<li>${text.handOverHelp}</li>` : nothing}
        ${archivedAt ? nothing : html`<li>${text.archiveHelp}</li>`}
      </ul>
      <div class="row">
        ${
          hasOthers
            ? html`<button class="safe primary" type="button" @click=${this.#onHandOver}>${text.handOver}</button>`
            : nothing
        }
        ${
          archivedAt
            ? nothing
            : html`<button class="outlined" type="button" aria-disabled=${this.busy} @click=${this.#onArchive}>
                ${text.archive}
              </button>`
        }
        <button class=${hasOthers ? '' : 'safe'} type="button" @click=${this.#close}>${text.stay}</button>
      </div>`;
  }

  async #try(work: () => Promise<unknown>, said: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = undefined;
    try {
      await work();
      announce(said, this.#locale.lang);
      this.#close();
    } catch (reason) {
      this.error = ParvisError.from(reason);
      await this.enter();
    }
    this.busy = false;
  }

  readonly #close = () => this.dispatchEvent(new PanelCloseEvent());

  readonly #onHandOver = () => this.dispatchEvent(new PanelOpenEvent('members'));

  readonly #onLeave = () => this.#try(() => leaveGroup(this.#client.current, this.groupId), this.#locale.text.left);

  readonly #onArchive = () =>
    this.#try(() => setArchived(this.#client.current, this.groupId, true), this.#locale.text.archived);
}
