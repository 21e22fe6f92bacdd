import {
  announce,
  buttonStyles,
  ClientController,
  hostStyles,
  icon,
  LocaleController,
  noticeFor,
  ParvisError,
  type Person,
} from '@parvis/core';
import { css, html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Group } from '../group.js';
import { peopleStyles, renderPerson } from '../paging/people-view.js';
import { isMember } from './is-member.js';
import { formStyles } from '../panel/form-styles.js';
import { panelStrings } from '../panel/strings/catalogue.js';
import { inviteToGroup, setMembership } from '../writing/group-writer.js';
import type { PersonFieldElement } from './person-field-element.js';
import type { PersonPickedEvent } from './person-picked-event.js';

const CHECK = 'm5 12.500 4.500 4.500L19 7.500';

/** Where people are invited into a group. Nobody finds a hidden one: whom one chooses there is in it at once. */
export class GroupInviteElement extends LitElement {
  static override styles = [
    hostStyles,
    buttonStyles,
    formStyles,
    peopleStyles,
    css`
      ul {
        margin-block-start: 8px;
      }
      .done {
        display: flex;
        gap: 6px;
        align-items: center;
        color: var(--_quiet);
        font-size: 0.875em;
      }
      .help {
        margin: 0 0 12px;
      }
    `,
  ];

  @property() groupId = '';

  /** Who was invited here, the last one first. */
  @state() private done: readonly Person[] = [];
  @state() private failure: { person: Person; error: ParvisError } | undefined;

  @query('parvis-person-field') private readonly field!: PersonFieldElement;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, panelStrings);

  /** Takes the keyboard. */
  async enter(): Promise<void> {
    await this.updateComplete;
    await this.field.updateComplete;
    this.field.focus();
  }

  protected override render() {
    const { text } = this.#locale;
    return html`<p class="help hint">${this.#isDirect ? text.addHelp : text.inviteHelp}</p>
      <parvis-person-field @parvis-person-picked=${this.#onPicked}></parvis-person-field>
      ${
        this.failure
          ? html`<div>${this.failure.person.name}: ${noticeFor(this.failure.error, this.#onRetry)}</div>`
          : nothing
      }
      <ul>
        ${this.done.map(
          (person) =>
            html`<li>
              ${renderPerson(person)}
              <span class="done"
                >${icon(CHECK)}${this.#isDirect ? text.added(person.name) : text.invited(person.name)}</span
              >
            </li>`,
        )}
      </ul>`;
  }

  get #isDirect(): boolean {
    const group = this.#client.get<Group>(this.groupId);
    return group?.visibility === 'HIDDEN' && group.viewerCanAnimate;
  }

  async #invite(person: Person): Promise<void> {
    const { text, lang } = this.#locale;
    const client = this.#client.current;
    const isDirect = this.#isDirect;
    this.failure = undefined;
    try {
      if (!isDirect) await inviteToGroup(client, this.groupId, person.id);
      // Whoever is in it keeps their role.
      else if (!(await isMember(client, this.groupId, person.id)))
        await setMembership(client, this.groupId, person.id, person.kind === 'GUEST' ? 'GUEST' : 'MEMBER');
      this.done = [person, ...this.done.filter(({ id }) => id !== person.id)];
      announce(isDirect ? text.added(person.name) : text.invited(person.name), lang);
    } catch (reason) {
      this.failure = { person, error: ParvisError.from(reason) };
    }
  }

  readonly #onPicked = ({ person }: PersonPickedEvent) => this.#invite(person);

  readonly #onRetry = () => this.#invite(this.failure!.person);
}
