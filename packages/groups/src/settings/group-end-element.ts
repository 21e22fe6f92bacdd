import {
  alertStyles,
  announce,
  buttonStyles,
  ClientController,
  hostStyles,
  LocaleController,
  noticeFor,
  ParvisError,
} from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Group } from '../group.js';
import { PanelCloseEvent } from '../panel/panel-events.js';
import { deleteGroup, setArchived } from '../writing/group-writer.js';
import { settingsStrings } from './strings/catalogue.js';

/** Closes a group, opens it again, or takes it away: with what each means. */
export class GroupEndElement extends LitElement {
  static override styles = [
    hostStyles,
    alertStyles,
    buttonStyles,
    css`
      section {
        padding-block-start: 16px;
        border-block-start: 1px solid var(--_line);
      }
      .title {
        margin-block-end: 8px;
        font-size: 0.9375em;
        font-weight: 600;
      }
      .end {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 6px 16px;
        padding-block: 6px;
      }
      p {
        flex: 1 1 16em;
        margin: 0;
        color: var(--_quiet);
        font-size: 0.9375em;
      }
      .danger {
        border-color: currentColor;
        color: var(--_danger);
      }
      #question {
        color: inherit;
      }
    `,
  ];

  @property() groupId = '';

  @property({ type: Number }) headingLevel = 4;

  @state() private confirming = false;
  @state() private busy = false;
  @state() private error: ParvisError | undefined;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, settingsStrings);

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    const { text, ready } = this.#locale;
    const group = this.#client.get<Group>(this.groupId);
    if (!ready || !group) return nothing;
    const archived = !!group.archivedAt;
    return html`<section aria-labelledby="title">
      <div class="title" id="title" role="heading" aria-level=${this.headingLevel}>${text.end}</div>
      <div class="end">
        <p id="archive-means">${archived ? text.reopenMeans : text.archiveMeans}</p>
        <button
          class="archive outlined"
          type="button"
          aria-describedby="archive-means"
          aria-disabled=${this.busy}
          @click=${() => this.#archive(!archived)}
        >
          ${archived ? text.reopen : text.archive}
        </button>
      </div>
      ${this.confirming ? this.#renderQuestion(group) : this.#renderDelete()}
      ${this.error ? noticeFor(this.error) : nothing}
    </section>`;
  }

  #renderDelete() {
    const { text } = this.#locale;
    return html`<div class="end">
      <p id="delete-means">${text.deleteMeans}</p>
      <button class="delete danger" type="button" aria-describedby="delete-means" @click=${this.#onAsk}>
        ${text.delete}
      </button>
    </div>`;
  }

  #renderQuestion({ name }: Group) {
    const { text } = this.#locale;
    return html`<div class="end" role="group" aria-labelledby="question" @keydown=${this.#onKeydown}>
      <p id="question">${text.deleteQuestion(name)} ${text.deleteMeans}</p>
      <button class="danger" type="button" aria-disabled=${this.busy} @click=${this.#onDelete}>
        ${text.deleteYes}
      </button>
      <button class="keep outlined" type="button" aria-describedby="question" @click=${this.#onKeep}>
        ${text.keep}
      </button>
    </div>`;
  }

  async #try(work: () => Promise<unknown>, said: string): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.error = undefined;
    try {
      await work();
      announce(said, this.#locale.lang);
    } catch (reason) {
      this.error = ParvisError.from(reason);
    }
    this.busy = false;
    return !this.error;
  }

  async #archive(archived: boolean): Promise<void> {
    const { text } = this.#locale;
    await this.#try(
      () => setArchived(this.#client.current, this.groupId, archived),
      archived ? text.archived : text.reopened,
    );
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #onAsk = () => {
    this.confirming = true;
    return this.#focus('.keep');
  };

  readonly #onKeep = () => {
    this.confirming = false;
    return this.#focus('.delete');
  };

  readonly #onDelete = async () => {
    const isDone = await this.#try(() => deleteGroup(this.#client.current, this.groupId), this.#locale.text.deleted);
    if (isDone) this.dispatchEvent(new PanelCloseEvent());
  };

  readonly #onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Not for the panel that this stands in.
    event.preventDefault();
    void this.#onKeep();
  };
}
