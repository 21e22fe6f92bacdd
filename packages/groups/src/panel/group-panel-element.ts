import { buttonStyles, hostStyles, icon, LocaleController } from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { CROSS } from '../late-icons.js';
import { PanelCloseEvent, type PanelName } from './panel-events.js';
import { groupPanelStyles } from './group-panel-styles.js';
import { panelStrings } from './strings/catalogue.js';

/** The code of each; that of the first two comes with this file. */
const contents: Partial<Record<PanelName, () => Promise<unknown>>> = {
  members: () => import('../members/parvis-group-members.js'),
  requests: () => import('../requests/parvis-group-requests.js'),
  invite: () => import('../invite/parvis-group-invite.js'),
  channels: () => import('../channels/parvis-group-channels.js'),
  settings: () => import('../settings/parvis-group-settings.js'),
};

/** What opens below the head of a group, with its name and a way to close it. */
export class GroupPanelElement extends LitElement {
  static override styles = [hostStyles, buttonStyles, groupPanelStyles];

  @property() groupId = '';
  @property() name: PanelName = 'members';

  /** The level of its name as a heading. */
  @property({ type: Number }) headingLevel = 3;

  readonly #locale = new LocaleController(this, panelStrings);

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    const { text, ready } = this.#locale;
    // What stands in it has the same words.
    if (!ready) return nothing;
    return html`<section aria-labelledby="title" @keydown=${this.#onKeydown}>
      <header>
        <div id="title" role="heading" aria-level=${this.headingLevel} tabindex="-1">${text.titles[this.name]}</div>
        <button class="close" type="button" aria-label=${text.close} title=${text.close} @click=${this.#close}>
          ${icon(CROSS)}
        </button>
      </header>
      ${this.#renderContent()}
    </section>`;
  }

  #renderContent() {
    switch (this.name) {
      case 'ask':
        return html`<parvis-group-ask class="content" .groupId=${this.groupId}></parvis-group-ask>`;
      case 'leave':
        return html`<parvis-group-leave class="content" .groupId=${this.groupId}></parvis-group-leave>`;
      case 'members':
        return html`<parvis-group-members class="content" .groupId=${this.groupId}></parvis-group-members>`;
      case 'requests':
        return html`<parvis-group-requests class="content" .groupId=${this.groupId}></parvis-group-requests>`;
      case 'invite':
        return html`<parvis-group-invite class="content" .groupId=${this.groupId}></parvis-group-invite>`;
      case 'channels':
        return html`<parvis-group-channels class="content" .groupId=${this.groupId}></parvis-group-channels>`;
      case 'settings':
        return html`<parvis-group-settings
          class="content"
          .groupId=${this.groupId}
          .headingLevel=${Math.min(6, this.headingLevel + 1)}
        ></parvis-group-settings>`;
    }
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('name')) void this.#enter(this.name);
  }

  /** The keyboard goes to what is to be filled in, else to the name of the panel. */
  async #enter(name: PanelName): Promise<void> {
    await this.#locale.loaded;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#title')!.focus({ preventScroll: true });
    await contents[name]?.();
    if (name !== this.name) return;
    const content = this.renderRoot.querySelector<HTMLElement & { enter?: () => unknown }>('.content');
    await content?.enter?.();
  }

  readonly #close = () => this.dispatchEvent(new PanelCloseEvent());

  readonly #onKeydown = (event: KeyboardEvent) => {
    // Escape first ends what an input method composes, or closes a list.
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    // Not for what this stands in, such as a dialog of the page.
    event.preventDefault();
    this.#close();
  };
}
