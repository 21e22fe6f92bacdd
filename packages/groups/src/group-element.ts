import {
  buttonStyles,
  holdTurn,
  hostStyles,
  LocaleController,
  noticeFor,
  ParvisError,
  primaryStyles,
  resetStyles,
  signInAddress,
  skeletonStyles,
} from '@parvis/core';
import type { MenuAction, MenuElement } from '@parvis/core/menu/menu-element.js';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Act, Open } from './acting.js';
import { renderChannels } from './channels-view.js';
import { GroupController } from './group-controller.js';
import { groupStyles } from './group-styles.js';
import { canRead, type Channel, type Group, type GroupWall, mayOpen } from './group.js';
import { renderHead, renderHeadSkeleton } from './head-view.js';
import type { PanelName, PanelOpenEvent } from './panel/panel-events.js';
import { renderStanding } from './standing-view.js';
import { groupStrings } from './strings/catalogue.js';

/**
 * Shows a group: what it is for, who is in it, what the viewer is in it and can do there; and its wall. Its members,
 * requests, invitations and settings open below its head.
 *
 * @csspart head - Name, purpose and members of the group.
 * @csspart cover - The band above the name.
 * @csspart name - The name of the group.
 * @csspart panel - What opens below the head: members, requests, invitations or settings.
 * @csspart wall - The wall of the group.
 * @cssproperty [--parvis-group-cover] - The background of the band above the name.
 * @example
 * <parvis-group group="quality-douai"></parvis-group>
 * <parvis-group group="quality-douai" channel="audits"></parvis-group>
 * <parvis-group group="quality-douai" layout="head"></parvis-group>
 */
export class GroupElement extends LitElement {
  static override styles = [resetStyles, hostStyles, buttonStyles, primaryStyles, skeletonStyles, groupStyles];

  /** The short name of the group. */
  @property() group = '';

  /** `full` shows the head of the group and its wall, `head` and `wall` one of them. */
  @property() layout: 'full' | 'head' | 'wall' = 'full';

  /** The name of the channel to show first; without it, the whole wall is shown. */
  @property() channel = '';

  /** The level of the group's name as a heading, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** The id of the channel that the viewer chose; none for the whole wall. */
  @state() private chosen: string | undefined;
  @state() private panel: PanelName | undefined;
  /** Whether the code of the menu was asked for. */
  @state() private hasMenu = false;
  @state() private busy = false;
  @state() private failure: ParvisError | undefined;

  @query('.more') private readonly more?: HTMLElement;
  @query('parvis-menu') private readonly menu?: MenuElement;
  @query('.head') private readonly head?: HTMLElement;

  readonly #group = new GroupController(this, () => this.group);
  readonly #locale = new LocaleController(this, groupStrings);
  #opener: HTMLElement | undefined;
  /** What decides what the viewer sees and may do on the wall. */
  #rights: string | undefined;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('group')) this.panel = this.failure = this.#rights = undefined;
    if (changed.has('channel')) this.chosen = undefined;
    // The wall is a part of the first request of the page.
    if (changed.has('layout') && this.layout !== 'head')
      holdTurn(import('@parvis/activity-wall/parvis-activity-wall.js'));
  }

  protected override render() {
    const { error, session, current } = this.#group;
    const isReady = session && this.#locale.ready;
    if (error && !session) return noticeFor(error, () => this.#group.reload());
    if (isReady && !current) return this.#renderMissing();
    return html`${
      this.layout === 'wall' && !current?.deletedAt
        ? nothing
        : isReady
          ? this.#renderHead(current!)
          : renderHeadSkeleton(this.#locale.text.loading)
    }
    ${this.#renderWall(isReady ? current : undefined)}`;
  }

  #renderHead(group: Group) {
    const { text, lang } = this.#locale;
    const isOpen = !group.deletedAt;
    return html`<div class="head" part="head" tabindex="-1" aria-busy=${this.busy}>
        <div class="cover" part="cover"></div>
        <div class="in">
          ${renderHead(group, {
            text,
            lang,
            headingLevel: this.headingLevel,
            panel: this.panel,
            open: this.#open,
            openMenu: this.#actions.length ? this.#openMenu : undefined,
            act: this.#act,
          })}
          ${renderStanding(group, { text, lang, open: this.#open, act: this.#act })}
          ${this.failure ? noticeFor(this.failure) : nothing}
        </div>
        ${
          this.hasMenu
            ? html`<parvis-menu .label=${text.more} .actions=${isOpen ? this.#actions : []}></parvis-menu>`
            : nothing
        }
      </div>
      ${this.panel && isOpen ? this.#renderPanel(group, this.panel) : nothing}`;
  }

  #renderPanel(group: Group, panel: PanelName) {
    void import('./panel/parvis-group-panel.js');
    return html`<parvis-group-panel
      part="panel"
      .groupId=${group.id}
      .name=${panel}
      .headingLevel=${Math.min(6, this.headingLevel + 1)}
      @parvis-panel-close=${this.#close}
      @parvis-panel-open=${({ panel }: PanelOpenEvent) => this.#show(panel)}
    ></parvis-group-panel>`;
  }

  /** Its wall is asked for before it is known whether the viewer reads it, in the same request. */
  #renderWall(group: Group | undefined) {
    if (this.layout === 'head' || (group && (group.deletedAt || !canRead(group)))) return nothing;
    // A channel has a name here, and an id on the server: the head has it.
    if (!group && this.channel) return nothing;
    const shown = group && this.#shownChannel(group);
    return html`${group ? this.#renderChannels(group, shown) : nothing}<parvis-activity-wall
        part="wall"
        wall="group:${group?.handle ?? this.group}"
        .channel=${shown?.id}
        .composer=${shown?.archivedAt ? 'none' : 'auto'}
        .headingLevel=${Math.min(6, this.headingLevel + 1)}
      ></parvis-activity-wall>`;
  }

  #renderChannels(group: Group, shown: Channel | undefined) {
    return renderChannels(this.#wallOf(group), {
      text: this.#locale.text,
      shown,
      panel: this.panel,
      choose: (channel) => {
        this.channel = '';
        this.chosen = channel?.id;
      },
      open: this.#open,
    });
  }

  /** As of the last change of its channels. */
  #wallOf({ wall }: Group): GroupWall {
    return this.#group.client.get<GroupWall>(wall!.id) ?? wall!;
  }

  #shownChannel(group: Group): Channel | undefined {
    const isShown = ({ id, name }: Channel) =>
      this.channel ? name.toLowerCase() === this.channel.trim().toLowerCase() : id === this.chosen;
    return this.#wallOf(group).channels.find(isShown);
  }

  #renderMissing() {
    const { text } = this.#locale;
    const { viewer, settings } = this.#group.session!;
    if (viewer)
      return html`<div class="missing">
        <b>${text.missing}</b>
        <p>${text.missingHelp}</p>
      </div>`;
    return html`<div class="missing">
      <b>${text.signInToSee}</b>
      ${
        settings.signInUrl
          ? html`<a class="button outlined" href=${signInAddress(settings.signInUrl)} target="_top">${text.signIn}</a>`
          : nothing
      }
    </div>`;
  }

  protected override firstUpdated(): void {
    void import('@parvis/core/isolation/keep-inside.js').then(({ keepInside }) => keepInside(this.renderRoot));
  }

  protected override updated(): void {
    const group = this.#group.current;
    if (!group) return;
    if (this.panel && !mayOpen(this.panel, group)) this.#drop();
    const rights = [group.viewerRole, group.archivedAt, group.visibility, group.deletedAt].join();
    // Who has come in may write now, on what was read before.
    if (this.#rights !== undefined && this.#rights !== rights)
      void import('./reread-inside.js').then(({ rereadInside }) => rereadInside(this));
    this.#rights = rights;
  }

  get #actions(): MenuAction[] {
    const { text } = this.#locale;
    const group = this.#group.current!;
    return [
      group.memberCount !== null && { label: text.showMembers, act: () => this.#show('members') },
      !!group.wall &&
        this.#wallOf(group).viewerCanDivide && { label: text.channels, act: () => this.#show('channels') },
      group.viewerCanManage && { label: text.settings, act: () => this.#show('settings') },
      !!group.viewerRole && { label: text.leave, act: () => this.#show('leave') },
    ].filter((action) => action !== false);
  }

  #show(panel: PanelName): void {
    this.failure = undefined;
    this.panel = panel;
  }

  readonly #open: Open = (panel, event) => {
    const opener = event.currentTarget as HTMLElement;
    // The button of a panel that is open closes it.
    if (this.panel === panel) return void this.#close();
    this.#opener = opener;
    this.#show(panel);
  };

  readonly #openMenu = async () => {
    this.#opener = this.more;
    this.hasMenu = true;
    await import('@parvis/core/menu/parvis-menu.js');
    await this.updateComplete;
    await this.menu!.show(this.more!);
  };

  readonly #close = async () => {
    // Who has left a hidden group may not know of it any more.
    if (this.panel === 'leave') await this.#group.reread();
    this.panel = undefined;
    await this.updateComplete;
    this.#keepFocus();
  };

  /** The viewer may not see any more what is open. */
  #drop(): void {
    const isThere = this.renderRoot.querySelector('parvis-group-panel:focus-within');
    this.panel = undefined;
    if (isThere) this.head?.focus();
  }

  /** The keyboard goes back to what led away from here; to the head, where that is gone. */
  #keepFocus(): void {
    const at = document.activeElement;
    // The reader has gone on meanwhile.
    if (at && at !== document.body && !this.matches(':focus-within')) return;
    (this.#opener?.isConnected ? this.#opener : this.head)?.focus();
  }

  readonly #act: Act = async (event, write, said) => {
    if (this.busy) return;
    const button = event.currentTarget as HTMLElement;
    const { id } = this.#group.current!;
    this.busy = true;
    this.failure = undefined;
    try {
      await write(await import('./writing/group-writer.js'), this.#group.client.current, id);
      const { announce } = await import('@parvis/core/announcer/announce.js');
      announce(said, this.#locale.lang);
      // What was a hidden group may be none any more.
      if (this.#group.current && !this.#group.current.viewerRole) await this.#group.reread();
    } catch (reason) {
      this.failure = ParvisError.from(reason);
    }
    this.busy = false;
    await this.updateComplete;
    this.#opener = button;
    if (!button.isConnected) this.#keepFocus();
  };
}
