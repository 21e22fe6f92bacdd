import {
  alertStyles,
  announce,
  buttonStyles,
  ClientController,
  hostStyles,
  icon,
  LocaleController,
  mutate,
  noticeFor,
  ParvisError,
  primaryStyles,
} from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { css, html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Channel, Group, GroupWall } from '../group.js';
import { formStyles } from '@parvis/core/styles/form-styles.js';
import { panelStrings } from '../panel/strings/catalogue.js';
import { ADD_CHANNEL, UPDATE_CHANNEL } from './channels-operations.js';

const UP = 'M12 19V5M6 11l6-6 6 6';
const LONGEST = 40;

/** Where the wall of a group is divided: channels are added, renamed, moved, closed and opened again. */
export class GroupChannelsElement extends LitElement {
  static override styles = [
    hostStyles,
    alertStyles,
    buttonStyles,
    primaryStyles,
    formStyles,
    css`
      ol {
        margin: 12px 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        padding-block: 6px;
      }
      li input {
        flex: 1 1 10em;
        inline-size: auto;
        min-inline-size: 0;
      }
      .acts {
        display: flex;
        align-items: center;
        gap: 4px;
      }
      .new {
        display: flex;
        gap: 8px;
        margin-block-start: 4px;
      }
      .new input {
        min-inline-size: 0;
      }
    `,
  ];

  @property() groupId = '';

  @state() private busy = false;
  @state() private error: ParvisError | undefined;

  @query('#new') private readonly input!: HTMLInputElement;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, panelStrings);

  /** Takes the keyboard. */
  async enter(): Promise<void> {
    await this.updateComplete;
    this.input?.focus();
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    const { text, ready } = this.#locale;
    if (!ready) return nothing;
    const channels = this.#wall?.channels ?? [];
    return html`<p class="hint">${text.channelsHelp}</p>
      <ol>
        ${repeat(
          channels,
          ({ id }) => id,
          (channel, i) => this.#renderChannel(channel, i),
        )}
      </ol>
      ${this.error ? this.#renderError(this.error) : nothing}
      <form @submit=${this.#onAdd}>
        <label for="new">${text.newChannel}</label>
        <div class="new">
          <input id="new" dir="auto" autocomplete="off" maxlength=${LONGEST} required />
          <button class="primary" aria-disabled=${this.busy}>${text.add}</button>
        </div>
      </form>`;
  }

  #renderChannel(channel: Channel, i: number) {
    const { text } = this.#locale;
    const { id, name, archivedAt } = channel;
    const toggle = archivedAt ? text.openChannel : text.closeChannel;
    return html`<li>
      <input
        dir="auto"
        autocomplete="off"
        maxlength=${LONGEST}
        aria-label=${text.channelName(name)}
        .value=${name}
        @change=${(event: Event) => this.#rename(channel, event.currentTarget as HTMLInputElement)}
        @keydown=${this.#onKeydown}
      />
      <span class="acts">
        ${
          i
            ? html`<button
                type="button"
                aria-label=${text.of(text.moveUp, name)}
                title=${text.moveUp}
                @click=${() => this.#update(channel, { position: i - 1 })}
              >
                ${icon(UP)}
              </button>`
            : nothing
        }
        <button
          class="outlined"
          type="button"
          aria-label=${text.of(toggle, name)}
          data-channel=${id}
          @click=${() => this.#update(channel, { archived: !archivedAt })}
        >
          ${toggle}
        </button>
      </span>
    </li>`;
  }

  #renderError(error: ParvisError) {
    return error.code === 'INVALID'
      ? html`<p class="problem" role="alert">${this.#locale.text.channelTaken}</p>`
      : noticeFor(error);
  }

  get #wall(): GroupWall | undefined {
    const { wall } = this.#client.get<Group>(this.groupId) ?? {};
    return this.#client.get<GroupWall>(wall?.id);
  }

  get #wallKey(): string {
    return `group:${this.#client.current.cache.get<Group>(this.groupId)!.handle}`;
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

  #update(channel: Channel, change: { name?: string; position?: number; archived?: boolean }): Promise<boolean> {
    const input = { wallKey: this.#wallKey, channelId: channel.id, ...change };
    const said = this.#locale.text.channelChanged(change.name ?? channel.name);
    return this.#try(() => mutate(this.#client.current, UPDATE_CHANNEL, input), said);
  }

  async #rename(channel: Channel, input: HTMLInputElement): Promise<void> {
    const name = input.value.trim();
    if (name === channel.name) return;
    // What is not taken is not shown as if it were.
    if (!name || !(await this.#update(channel, { name }))) input.value = channel.name;
  }

  readonly #onKeydown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.isComposing) (event.currentTarget as HTMLInputElement).blur();
  };

  readonly #onAdd = async (event: Event) => {
    event.preventDefault();
    const name = this.input.value.trim();
    if (!name) return;
    const isAdded = await this.#try(
      () => mutate(this.#client.current, ADD_CHANNEL, { wallKey: this.#wallKey, name }),
      this.#locale.text.channelAdded(name),
    );
    if (isAdded) this.input.value = '';
    this.input.focus();
  };
}
