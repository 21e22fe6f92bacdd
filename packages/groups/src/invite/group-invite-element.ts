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
import type { PersonFieldElement } from '@parvis/core/person-field/person-field-element.js';
import type { PersonPickedEvent } from '@parvis/core/person-field/person-picked-event.js';
import { css, html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { peopleStyles, renderPerson } from '../paging/people-view.js';
import { formStyles } from '@parvis/core/styles/form-styles.js';
import { panelStrings } from '../panel/strings/catalogue.js';
import { inviteToGroup } from '../writing/group-writer.js';

const CHECK = 'm5 12.500 4.500 4.500L19 7.500';

/** Where people are invited into a group. */
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
    return html`<p class="help hint">${text.inviteHelp}</p>
      <parvis-person-field
        .label=${text.whom}
        .hint=${text.whomHint}
        @parvis-person-picked=${this.#onPicked}
      ></parvis-person-field>
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
              <span class="done">${icon(CHECK)}${text.invited(person.name)}</span>
            </li>`,
        )}
      </ul>`;
  }

  async #invite(person: Person): Promise<void> {
    const { text, lang } = this.#locale;
    const client = this.#client.current;
    this.failure = undefined;
    try {
      await inviteToGroup(client, this.groupId, person.id);
      this.done = [person, ...this.done.filter(({ id }) => id !== person.id)];
      announce(text.invited(person.name), lang);
    } catch (reason) {
      this.failure = { person, error: ParvisError.from(reason) };
    }
  }

  readonly #onPicked = ({ person }: PersonPickedEvent) => this.#invite(person);

  readonly #onRetry = () => this.#invite(this.failure!.person);
}
