import {
  alertStyles,
  announce,
  buttonStyles,
  ClientController,
  hostStyles,
  LocaleController,
  noticeFor,
  ParvisError,
  skeletonStyles,
} from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Group, GroupRole } from '../group.js';
import { PagedList } from '../paging/paged-list.js';
import { peopleStyles, peopleWait, renderPerson } from '../paging/people-view.js';
import { formStyles } from '@parvis/core/styles/form-styles.js';
import { panelStrings } from '../panel/strings/catalogue.js';
import { setMembership } from '../writing/group-writer.js';
import { groupMembersStyles } from './group-members-styles.js';
import { GROUP_MEMBERS, type Membership } from './members-operations.js';
import { rolesToGive } from './role-choice.js';

const PAGE_SIZE = 20;
const ROLES: readonly GroupRole[] = ['OWNER', 'ANIMATOR', 'MEMBER', 'GUEST'];

/** Somebody in the list; out of the group once they were taken out, as long as that can be undone. */
interface Listed extends Membership {
  readonly isOut?: boolean;
}

/** Who is in a group, the longest first; those who run it change roles here, and take people out. */
export class GroupMembersElement extends LitElement {
  static override styles = [
    hostStyles,
    alertStyles,
    buttonStyles,
    skeletonStyles,
    formStyles,
    peopleStyles,
    groupMembersStyles,
  ];

  @property() groupId = '';

  /** Only those with this role are shown. */
  @state() private shown: GroupRole | undefined;
  /** What could not be changed, and of whom. */
  @state() private failure: { personId: string; error: ParvisError } | undefined;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, panelStrings);
  readonly #members = new PagedList<Listed>(this, async (after) => {
    const asked = { id: this.groupId, role: this.shown ?? null, first: PAGE_SIZE, after };
    const { node } = await this.#client.current.query(GROUP_MEMBERS, asked);
    if (!node || !('members' in node)) throw new ParvisError('NOT_FOUND');
    return node.members;
  });

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    const { text, ready } = this.#locale;
    const { items, error, hasNext, loading } = this.#members;
    const group = this.#client.get<Group>(this.groupId);
    if (!ready || !group) return peopleWait();
    return html`${this.#renderFilter()}
    ${
      items
        ? html`<ul aria-label=${text.titles.members}>
            ${repeat(
              items.filter(({ person }) => person),
              ({ person }) => person!.id,
              (member) => this.#renderMember(member, group),
            )}
          </ul>`
        : error
          ? nothing
          : [peopleWait(), peopleWait(), peopleWait()]
    }
    ${items?.length === 0 ? html`<p class="hint">${text.noMembers}</p>` : nothing}
    ${error ? noticeFor(error, this.#onMore) : nothing}
    ${
      hasNext && !error
        ? html`<button class="more outlined" type="button" aria-disabled=${loading} @click=${this.#onMore}>
            ${text.showMore}
          </button>`
        : nothing
    }`;
  }

  #renderFilter() {
    const { text, lang } = this.#locale;
    const written = new Intl.NumberFormat(lang).format(this.#members.totalCount);
    return html`<div class="filter">
      <label for="role">${text.show}</label>
      <select id="role" @change=${this.#onFilter}>
        <option value="" ?selected=${!this.shown}>${text.everyone}</option>
        ${ROLES.map((role) => html`<option value=${role} ?selected=${role === this.shown}>${text.only[role]}</option>`)}
      </select>
      <span class="hint" role="status">${this.#members.items ? text.membersHere(written) : nothing}</span>
    </div>`;
  }

  #renderMember({ person, role, isOut }: Listed, group: Group) {
    const { text } = this.#locale;
    if (isOut) {
      return html`<li>
        <span class="who">${text.takenOut(person!.name)}</span>
        <button class="link" type="button" @click=${() => this.#set(person!.id, role, text.added(person!.name))}>
          ${text.undo}
        </button>
      </li>`;
    }
    const roles = rolesToGive(group, person!, role);
    const failure = this.failure?.personId === person!.id ? this.failure.error : undefined;
    return html`<li>
      ${renderPerson(person!)}
      ${
        roles.length
          ? this.#renderChanges({ person, role }, roles)
          : html`<span class="role ${role}">${text.roles[role]}</span>`
      }
      ${failure ? html`<div class="failure">${this.#renderFailure(failure)}</div>` : nothing}
    </li>`;
  }

  #renderChanges({ person, role }: Membership, roles: readonly GroupRole[]) {
    const { text } = this.#locale;
    const { id, name } = person!;
    return html`<div class="changes">
      <select aria-label=${text.roleOf(name)} @change=${(event: Event) => this.#onRole(event, { person, role })}>
        ${roles.map((each) => html`<option value=${each} ?selected=${each === role}>${text.roles[each]}</option>`)}
      </select>
      <button
        type="button"
        aria-label=${text.of(text.takeOut, name)}
        @click=${() => this.#set(id, null, text.takenOut(name))}
      >
        ${text.takeOut}
      </button>
    </div>`;
  }

  #renderFailure(error: ParvisError) {
    return error.code === 'LAST_OWNER'
      ? html`<p class="problem" role="alert">${this.#locale.text.keepsOwner}</p>`
      : noticeFor(error);
  }

  /** Gives somebody a role, or takes them out. What is shown changes once the server has it. */
  async #set(personId: string, role: GroupRole | null, said: string): Promise<boolean> {
    this.failure = undefined;
    try {
      await setMembership(this.#client.current, this.groupId, personId, role);
    } catch (reason) {
      this.failure = { personId, error: ParvisError.from(reason) };
      return false;
    }
    this.#members.totalCount += role ? (this.#isOut(personId) ? 1 : 0) : -1;
    this.#members.change((member) =>
      member.person?.id === personId ? { ...member, role: role ?? member.role, isOut: !role } : member,
    );
    announce(said, this.#locale.lang);
    await this.updateComplete;
    const index = this.#members
      .items!.filter(({ person }) => person)
      .findIndex(({ person }) => person!.id === personId);
    this.renderRoot.querySelectorAll('li')[index]?.querySelector<HTMLElement>('.link, select')?.focus();
    return true;
  }

  #isOut(personId: string): boolean {
    return !!this.#members.items?.some(({ person, isOut }) => isOut && person?.id === personId);
  }

  async #onRole(event: Event, { person, role }: Membership): Promise<void> {
    const { text } = this.#locale;
    const select = event.currentTarget as HTMLSelectElement;
    const next = select.value as GroupRole;
    // What was refused is not shown as if it had been done.
    if (!(await this.#set(person!.id, next, text.roleChanged(person!.name, text.roles[next])))) select.value = role;
  }

  readonly #onFilter = (event: Event) => {
    this.shown = ((event.currentTarget as HTMLSelectElement).value || undefined) as GroupRole | undefined;
    void this.#members.restart();
  };

  readonly #onMore = async () => {
    const known = await this.#members.more();
    await this.updateComplete;
    this.renderRoot.querySelectorAll('li')[known]?.querySelector<HTMLElement>('select, parvis-person-name')?.focus();
  };
}
