import { buttonStyles, ClientController, hostStyles, LocaleController, renderKind, RovingFocus } from '@parvis/core';
import { renderAbsence } from '@parvis/core/absence/render-absence.js';
import { contactsOf } from '@parvis/core/person-card/contact.js';
import { profileStyles, renderContact } from '@parvis/core/person-card/profile-view.js';
import type { Profile } from '@parvis/core/person-card/profile.js';
import { profileStrings } from '@parvis/core/person-card/strings/catalogue.js';
import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FoundPerson } from '../search/people-search-controller.js';
import type { PersonMatch } from '../search/people-operations.js';
import { moveInGrid } from './grid-move.js';
import { highlight } from './highlight.js';
import { peopleResultsStyles } from './people-results-styles.js';
import { PersonChosenEvent } from '../person-chosen-event.js';

/** The reader goes back to the search field, by a key that may be a letter to put there. */
export class ResultsLeaveEvent extends Event {
  static readonly type = 'parvis-results-leave';
  constructor() {
    super(ResultsLeaveEvent.type);
  }
}

const TAGS = 3;

/**
 * The people found.
 *
 * A grid, not a listbox: each row holds links (write, call, chat) beside the person, and an option may hold none. The
 * focus itself moves from cell to cell (roving tabindex) rather than staying in the field with `aria-activedescendant`:
 * so a link is a real link to the browser and to every screen reader, with its menu and its address, and the arrow keys
 * that move the caret in the field stay the field's. One tab stop for all; a letter typed goes on in the field.
 */
export class PeopleResultsElement extends LitElement {
  static override styles = [hostStyles, buttonStyles, profileStyles, peopleResultsStyles];

  /** Who was found. */
  @property({ attribute: false }) people: readonly FoundPerson[] = [];

  /** How many there are on all pages. */
  @property({ attribute: false }) total = 0;

  /** The name of the grid. */
  @property({ attribute: false }) name = '';

  /** As a list, or as cards. */
  @property({ reflect: true }) layout: 'list' | 'cards' = 'list';

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, profileStrings);
  readonly #roving = new RovingFocus(this, { items: () => this.#rows.flat(), isTabStop: true });

  /** Moves the focus to a row. Says whether there is one. */
  focusRow(index: number): boolean {
    const cell = this.#rows[index]?.[0];
    cell?.focus();
    return !!cell;
  }

  /** Moves the focus to a person's row. Says whether they have one. */
  focusPerson(handle: string): boolean {
    return this.focusRow(this.people.findIndex(({ id }) => this.#client.get<Profile>(id)?.handle === handle));
  }

  protected override render() {
    return html`<div
      role="grid"
      aria-label=${this.name}
      aria-rowcount=${this.total}
      part="results"
      @keydown=${this.#onKeydown}
      @focusin=${this.#roving.onFocusIn}
    >
      ${repeat(
        this.people,
        ({ id }) => id,
        (found, i) => this.#renderRow(found, i),
      )}
    </div>`;
  }

  #renderRow({ id, matches }: FoundPerson, index: number) {
    const person = this.#client.get<Profile>(id);
    if (!person) return nothing;
    const contacts = person.status === 'DEPARTED' ? [] : contactsOf(person);
    return html`<div role="row" aria-rowindex=${index + 1} part="result">
      <div role="gridcell" class="who">
        <button
          class="person printed"
          type="button"
          @click=${() => this.dispatchEvent(new PersonChosenEvent(person.handle))}
        >
          <parvis-avatar .person=${person}></parvis-avatar>
          <span class="text" translate="no">${this.#renderPerson(person, matches)}</span>
        </button>
      </div>
      ${
        contacts.length
          ? html`<div class="reach">
              ${contacts.map((contact) => html`<div role="gridcell" class=${contact.kind}>${renderContact(person, contact, this.#locale, true)}</div>`)}
            </div>`
          : nothing
      }
    </div>`;
  }

  #renderPerson(person: Profile, matches: readonly PersonMatch[]) {
    const { name, jobTitle, department, location, status, expertise } = person;
    const post = [
      jobTitle && html`<bdi>${highlight(jobTitle, 'JOB_TITLE', matches)}</bdi>`,
      department && html`<bdi>${highlight(department, 'DEPARTMENT', matches)}</bdi>`,
      location && html`<bdi>${highlight(location, 'LOCATION', matches)}</bdi>`,
    ].filter(Boolean);
    // What was looked for stands first among the many things that some people know.
    const isMatch = (tag: string) => matches.some(({ field, value }) => field === 'EXPERTISE' && value === tag);
    const tags = [...expertise.filter(isMatch), ...expertise.filter((tag) => !isMatch(tag))].slice(0, TAGS);
    return html`<bdi class="name" part="name">${highlight(name, 'NAME', matches)}</bdi>${renderKind(person)}
      ${status === 'DEPARTED' ? html`<span class="departed">${this.#locale.text.departed}</span>` : nothing}
      ${post.length ? html`<span class="place">${post.map((part, i) => html`${i ? ' · ' : ''}${part}`)}</span>` : nothing}
      ${renderAbsence(person, { brief: true })}
      ${
        tags.length
          ? html`<span class="tags">
              ${tags.map((tag) => html`<bdi class="tag">${highlight(tag, 'EXPERTISE', matches)}</bdi> `)}
            </span>`
          : nothing
      }`;
  }

  /** What can have the focus, row by row. */
  get #rows(): HTMLElement[][] {
    const rows = this.renderRoot.querySelectorAll('[role=row]');
    return [...rows].map((row) => [...row.querySelectorAll<HTMLElement>('button, a')]);
  }

  readonly #onKeydown = (event: KeyboardEvent) => {
    const rows = this.#rows;
    const row = rows.findIndex((cells) => cells.includes(event.target as HTMLElement));
    const column = rows[row]?.indexOf(event.target as HTMLElement) ?? 0;
    const isRtl = getComputedStyle(this).direction === 'rtl';
    const lengths = rows.map((cells) => cells.length);
    const move = event.altKey || event.metaKey ? undefined : moveInGrid(event, { row, column }, lengths, isRtl);
    if (typeof move === 'object') rows[move.row]![move.column]!.focus();
    else if (move === 'out' || isLetter(event)) this.dispatchEvent(new ResultsLeaveEvent());
    // A letter still has to arrive in the field, which has the focus by now.
    if (move) event.preventDefault();
  };
}

const isLetter = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) =>
  (key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey) || key === 'Backspace';

declare global {
  interface HTMLElementEventMap {
    [ResultsLeaveEvent.type]: ResultsLeaveEvent;
  }
}
