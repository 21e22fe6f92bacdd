import {
  buttonStyles,
  catchUp,
  fetchWhenIdle,
  hostStyles,
  icon,
  LocaleController,
  noticeFor,
  ParvisError,
  resetStyles,
  skeletonStyles,
} from '@parvis/core';
import type { MenuAction, MenuElement } from '@parvis/core/menu/menu-element.js';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { followButtonStyles } from './follow-button-styles.js';
import { FollowChangedEvent } from './follow-changed-event.js';
import type { Followed, FollowLevel } from './follow-operations.js';
import type { FollowWriter } from './follow-writer.js';
import { FollowedController } from './followed-controller.js';
import { CHECK, CHEVRON, MUTED, PLUS } from './icons.js';
import { followButtonStrings } from './strings/catalogue.js';

const loadMenu = () => import('@parvis/core/menu/parvis-menu.js');
const loadWriter = () => import('./follow-writer.js');
const levels: readonly FollowLevel[] = ['ALL', 'ANSWERS', 'MENTIONS', 'NONE'];

/**
 * Lets the viewer follow a page, a post, a person or a group. A press follows; then a menu says how much they want to hear of
 * it, or that they follow it no longer. Shows nothing to somebody who would follow themselves.
 *
 * @attr {string} pass - A page pass, where not everybody may open the page: what its server says of the reader’s rights.
 * @fires {FollowChangedEvent} parvis-follow-changed - After the server has it.
 * @csspart follow - The button.
 * @cssproperty [--parvis-follow-color=inherit] - Colour at rest.
 * @example
 * <parvis-follow-button></parvis-follow-button>
 * <parvis-follow-button subject="/news/line-4" variant="compact"></parvis-follow-button>
 * <parvis-follow-button person="nadia.benali"></parvis-follow-button>
 * <parvis-follow-button group="quality-douai"></parvis-follow-button>
 */
export class FollowButtonElement extends LitElement {
  static override styles = [resetStyles, hostStyles, buttonStyles, skeletonStyles, followButtonStyles];

  /** What is followed: a page's address or key, or the id of a post. Default: this page. */
  @property() subject?: string;

  /** The short name of the person who is followed. */
  @property() person?: string;

  /** The short name of the group that is followed. */
  @property() group?: string;

  /** `compact` is quiet, for the foot of a text. */
  @property() variant: 'button' | 'compact' = 'button';

  @state() private isOpen = false;
  /** Whether the code of the menu was asked for. */
  @state() private hasMenu = false;
  /** What could not be written, and why. */
  @state() private failure: { error: ParvisError; level: FollowLevel | null } | undefined;

  @query('.follow') private readonly button!: HTMLElement;
  @query('parvis-menu') private readonly menu!: MenuElement;

  readonly #followed = new FollowedController(this, () => this);
  readonly #locale = new LocaleController(this, followButtonStrings);
  #writer: FollowWriter | undefined;
  /** Whether the press under way closes the menu, as every press beside it does. */
  #closesMenu = false;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (['subject', 'person', 'group'].some((name) => changed.has(name))) this.failure = undefined;
  }

  protected override render() {
    const { followed, query } = this.#followed;
    if (query.error && !followed) return noticeFor(query.error, () => query.reload());
    if (!followed || !this.#locale.ready) return html`<span class="skeleton as-${this.variant}"></span>`;
    if (this.#isFollowable(followed)) return [this.#renderButton(followed), this.#renderRest(followed)];
    return nothing;
  }

  /** Nobody follows themselves, or begins to follow somebody who has left. */
  #isFollowable({ id, status, viewerFollow }: Followed): boolean {
    const isOneself = id === this.#followed.session!.viewer?.person.id;
    return !isOneself && (status !== 'DEPARTED' || !!viewerFollow);
  }

  #renderButton({ name, viewerFollow }: Followed) {
    const { text } = this.#locale;
    const label = viewerFollow ? text.states[viewerFollow] : text.follow;
    return html`<button
      class="follow as-${this.variant}"
      part="follow"
      type="button"
      aria-pressed=${!!viewerFollow && viewerFollow !== 'NONE'}
      aria-haspopup=${viewerFollow ? 'menu' : nothing}
      aria-expanded=${viewerFollow ? this.isOpen : nothing}
      aria-label=${name ? text.of(label, name) : nothing}
      @pointerdown=${() => (this.#closesMenu = this.isOpen)}
      @click=${this.#onClick}
      @keydown=${this.#onKeydown}
    >
      ${icon(viewerFollow ? (viewerFollow === 'NONE' ? MUTED : CHECK) : PLUS)}<span .textContent=${label}></span>
      ${viewerFollow ? html`<span class="chevron">${icon(CHEVRON)}</span>` : nothing}
    </button>`;
  }

  /** What stands beside the button for a while: how much to hear, or a reason why not. */
  #renderRest({ viewerFollow }: Followed) {
    const { failure } = this;
    return [
      this.hasMenu
        ? html`<parvis-menu
            .label=${this.#locale.text.choose}
            .actions=${this.#actionsAt(viewerFollow ?? null)}
            @parvis-popover-close=${() => (this.isOpen = false)}
          ></parvis-menu>`
        : nothing,
      failure ? noticeFor(failure.error, () => void this.#set(failure.level)) : nothing,
    ];
  }

  #actionsAt(current: FollowLevel | null): MenuAction[] {
    const { text } = this.#locale;
    return [
      ...levels.map((level) => ({
        label: text.levels[level],
        checked: level === current,
        act: () => void this.#set(level),
      })),
      { label: text.stop, act: () => void this.#set(null) },
    ];
  }

  protected override firstUpdated(): void {
    void import('@parvis/core/isolation/keep-inside.js').then(({ keepInside }) => keepInside(this.renderRoot));
    fetchWhenIdle(() => Promise.all([loadWriter(), loadMenu()]));
  }

  readonly #onClick = (event: Event) => {
    // The link that this may stand in must not be followed.
    event.preventDefault();
    if (!this.#followed.followed?.viewerFollow) void this.#set('ALL');
    else if (!this.#closesMenu) void this.#open();
    this.#closesMenu = false;
  };

  readonly #onKeydown = (event: KeyboardEvent) => {
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || !this.#followed.followed?.viewerFollow) return;
    event.preventDefault();
    void this.#open(event.key === 'ArrowUp' ? 'last' : 'first');
  };

  /** @param at - Where the keyboard goes; by default to what is chosen. */
  async #open(at?: 'first' | 'last'): Promise<void> {
    await loadMenu();
    this.hasMenu = true;
    await this.updateComplete;
    this.isOpen = true;
    await this.menu.show(this.button, at);
  }

  async #set(level: FollowLevel | null): Promise<void> {
    this.failure = undefined;
    try {
      const { FollowWriter, signedOut } = await loadWriter();
      // Where the page has gone on unseen, it is the new one that is followed.
      await catchUp(this.#followed.query);
      const { followed, session, key, client } = this.#followed;
      if (!followed || !session) return;
      if (!session.viewer) throw signedOut(session);
      this.#writer ??= new FollowWriter();
      const isSaved = await this.#writer.set(client.current, { id: followed.id, key }, level);
      if (isSaved) this.dispatchEvent(new FollowChangedEvent(level));
    } catch (reason) {
      this.failure = { error: ParvisError.from(reason), level };
    }
  }
}

declare global {
  interface HTMLElementEventMap {
    'parvis-follow-changed': FollowChangedEvent;
  }
}
