import { ClientController, FollowController, hostStyles, LocaleController, QueryController } from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { PostChannel } from '../../post/post.js';
import { OPEN_CHANNELS } from './channel-field-operations.js';
import { channelFieldStyles } from './channel-field-styles.js';
import { channelFieldStrings } from './strings/catalogue.js';

interface Wall {
  readonly id: string;
  readonly channels?: readonly (PostChannel & { readonly archivedAt: string | null })[];
}

/** In which channel of a wall a post is to stand. Nothing where there is none to choose from. */
export class ChannelFieldElement extends LitElement {
  static override styles = [hostStyles, channelFieldStyles];

  @property({ attribute: false }) wallId?: string;

  /** The id of the channel; empty for none. */
  @property() value = '';

  readonly #client = new ClientController(this);
  readonly #wall = new QueryController(this, {
    args: () => (this.wallId ? ([this.#client.current, this.wallId] as const) : undefined),
    load: ([client, wallId]) => client.query(OPEN_CHANNELS, { wallId }),
  });
  readonly #locale = new LocaleController(this, channelFieldStrings);

  constructor() {
    super();
    const reread = () => this.#client.current.query(OPEN_CHANNELS, { wallId: this.wallId! });
    new FollowController(this, this.#client, () => this.#wall.value && this.wallId, reread);
  }

  /** The channel that was chosen, if it is still open. */
  get channel(): PostChannel | undefined {
    return this.#open.find(({ id }) => id === this.value);
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // The page has gone on to another wall.
    if (changed.get('wallId')) this.value = '';
  }

  protected override render() {
    const { text, ready } = this.#locale;
    if (!ready || !this.#open.length) return nothing;
    return html`<label>
      <span>${text.postIn}</span>
      <select dir="auto" .value=${this.channel?.id ?? ''} @change=${this.#onChange}>
        <option value="">${text.none}</option>
        ${this.#open.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.value}># ${name}</option>`)}
      </select>
    </label>`;
  }

  /** As of the last change of the channels. */
  get #open() {
    const channels = this.#client.get<Wall>(this.#wall.value && this.wallId)?.channels ?? [];
    return channels.filter(({ archivedAt }) => !archivedAt);
  }

  readonly #onChange = (event: Event) => {
    this.value = (event.target as HTMLSelectElement).value;
  };
}
