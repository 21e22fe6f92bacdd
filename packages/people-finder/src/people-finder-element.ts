import {
  buttonStyles,
  ClientController,
  holdTurn,
  hostStyles,
  icon,
  LocaleController,
  resetStyles,
  skeletonStyles,
} from '@parvis/core';
import { PersonProfileEvent } from '@parvis/core/person-card/person-events.js';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { AddressController } from './address/address-controller.js';
import { CardLinks } from './address/card-links.js';
import { hrefOf, type Route } from './address/people-address.js';
import type { PersonDetailElement } from './detail/person-detail-element.js';
import type { FiltersChangeEvent } from './facets/people-facets-element.js';
import { leftOut, renderFound } from './found-view.js';
import { peopleFinderStyles } from './people-finder-styles.js';
import type { PersonChosenEvent } from './person-chosen-event.js';
import type { PeopleResultsElement } from './results/people-results-element.js';
import { countFilters, isEmpty, NO_FILTERS, type Filters } from './search/criteria.js';
import { PeopleSearchController, type SearchAnswer } from './search/people-search-controller.js';
import { peopleFinderStrings } from './strings/catalogue.js';

const MAGNIFIER = 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M20.500 20.500 16 16';
// Long enough that only the last of the counts that typing brings is spoken.
const ANNOUNCE_DELAY = 700;

const loadResults = () => import('./results/parvis-people-results.js');
const loadDetail = () => import('./detail/parvis-person-detail.js');

/**
 * Finds the colleague whom one looks for, or who knows: results as one types, filters with counts, how to reach each
 * person, and the way up and down the organisation.
 *
 * @fires {PersonProfileEvent} parvis-person-profile - Before a person is shown. Cancelable, for a page that has
 *   profiles of its own.
 * @csspart field - The search field.
 * @csspart count - How many people were found.
 * @cssproperty [--parvis-accent-color] - Marks, chosen filters and links.
 * @example
 * <parvis-people-finder sync-url></parvis-people-finder>
 * <parvis-people-finder location="Douai" layout="cards"></parvis-people-finder>
 */
export class PeopleFinderElement extends LitElement {
  static override styles = [resetStyles, hostStyles, buttonStyles, skeletonStyles, peopleFinderStyles];

  /** What is looked for. */
  @property() query = '';

  /** A department chosen beforehand; the reader may choose others. */
  @property() department?: string;

  /** A location chosen beforehand; the reader may choose others. */
  @property() location?: string;

  /** Results as a list, or as cards. */
  @property() layout: 'list' | 'cards' = 'list';

  /** Keeps the search in the page's address (`?q=…`), so that it survives a reload and can be sent to others. */
  @property({ type: Boolean, attribute: 'sync-url' }) syncUrl = false;

  /** The level of a shown person's name as a heading. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  @state() private filters: Filters = NO_FILTERS;
  /** The handle of the person shown. */
  @state() private person: string | undefined;

  @query('input') private readonly input!: HTMLInputElement;
  @query('parvis-people-results:defined') private readonly results?: PeopleResultsElement;
  @query('parvis-person-detail:defined') private readonly detail?: PersonDetailElement;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, peopleFinderStrings);
  readonly #address = new AddressController(this, {
    isSynced: () => this.syncUrl,
    onMove: (route) => this.#show(route ?? { query: '', filters: NO_FILTERS, person: undefined }),
  });
  readonly #search = new PeopleSearchController(this, {
    client: this.#client,
    criteria: () => ({ query: this.query.trim(), filters: this.filters }),
    onAsk: () => this.#address.replace(this.#route),
    onAnswer: (answer) => this.#onAnswer(answer),
  });
  #isUsed = false;
  #isEntered = false;
  #movesFocus = false;
  #speaking: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new CardLinks(this, {
      hrefOf: (handle) => (this.syncUrl ? hrefOf({ ...this.#route, person: handle }) : undefined),
      open: (handle) => this.#open(handle),
    });
  }

  override focus(options?: FocusOptions): void {
    this.input.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#speaking);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    for (const facet of ['department', 'location'] as const) {
      const value = this[facet];
      if (changed.has(facet)) this.filters = { ...this.filters, [facet]: value ? [value] : [] };
    }
    if (!this.hasUpdated) {
      const route = this.#address.read();
      if (route) this.#show(route);
      // The person in the address is part of the first request of the page.
      if (this.person) holdTurn(loadDetail());
    }
    if (changed.has('person') && this.detail?.matches(':focus-within')) this.#movesFocus = true;
  }

  protected override firstUpdated(): void {
    void import('@parvis/core/isolation/keep-inside.js').then(({ keepInside }) => keepInside(this.renderRoot));
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (this.query || countFilters(this.filters)) void loadResults();
    if (!changed.has('person') || !this.#movesFocus) return;
    this.#movesFocus = false;
    void this.#moveFocus(changed.get('person') as string | undefined);
  }

  protected override render() {
    const { text, ready } = this.#locale;
    return html`<div class="unprinted" role="search" aria-label=${text.label} @focusin=${loadResults}>
        <label class="field" part="field">
          <span class="sr">${text.label}</span>
          ${icon(MAGNIFIER)}
          <input
            type="search"
            dir="auto"
            maxlength="200"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            enterkeyhint="search"
            placeholder=${ready ? text.placeholder : ''}
            aria-describedby="hint"
            .value=${this.query}
            @input=${this.#onInput}
            @keydown=${this.#onKeydown}
          />
        </label>
        <span id="hint" hidden>${text.hint}</span>
        <div ?hidden=${!!this.person}>${this.#renderFacets()}</div>
      </div>
      ${
        this.person
          ? html`<parvis-person-detail
              .handle=${this.person}
              .headingLevel=${this.headingLevel}
              @parvis-person-chosen=${this.#onChosen}
              @parvis-detail-back=${() => this.#address.back(this.#route)}
            ></parvis-person-detail>`
          : nothing
      }
      <div ?hidden=${!!this.person}>
        ${renderFound(this.#search, {
          isStart: isEmpty(this.#route),
          layout: this.layout,
          text,
          write: (count) => this.#write(count),
          onChosen: this.#onChosen,
          onLeave: () => this.input.focus(),
          onMore: () => void this.#more(),
          onUnfiltered: this.#onUnfiltered,
        })}
      </div>`;
  }

  #renderFacets() {
    const { text } = this.#locale;
    const { answer, error } = this.#search;
    if (!answer && error) return nothing;
    const isStart = isEmpty(this.#route);
    const total = answer?.totalCount ?? 0;
    return html`${
        isStart && answer && isEmpty(answer.criteria)
          ? html`<p class="invite" .textContent=${total ? text.invite(total, this.#write(total)) : text.nobodyYet}></p>`
          : nothing
      }
      <parvis-people-facets
        .facets=${answer?.facets}
        .filters=${this.filters}
        .starting=${isStart}
        @parvis-filters-change=${this.#onFilters}
      ></parvis-people-facets>`;
  }

  get #route(): Route {
    return { query: this.query.trim(), filters: this.filters, person: this.person };
  }

  #show({ query, filters, person }: Route): void {
    this.query = query;
    this.filters = filters;
    this.person = person;
  }

  #open(handle: string): void {
    const from = this.#route;
    this.#address.push(from, { ...from, person: handle });
    this.#movesFocus = true;
    this.person = handle;
  }

  /** The focus goes where the reader goes: to the person shown, or back to the row that led there. */
  async #moveFocus(previous: string | undefined): Promise<void> {
    if (this.person) {
      await loadDetail();
      await this.detail?.updateComplete;
      this.detail?.focus();
    } else if (!previous || !this.results?.focusPerson(previous)) this.input.focus();
  }

  async #focusRow(index: number): Promise<void> {
    await loadResults();
    await this.updateComplete;
    await this.results?.updateComplete;
    this.results?.focusRow(index);
  }

  async #more(): Promise<void> {
    const known = await this.#search.more();
    if (known !== undefined) await this.#focusRow(known);
  }

  #write(count: number): string {
    return new Intl.NumberFormat(this.#locale.lang).format(count);
  }

  #onAnswer({ criteria, totalCount, unmatchedWords, people }: SearchAnswer): void {
    clearTimeout(this.#speaking);
    if (!this.#isUsed || isEmpty(criteria)) return;
    if (this.#isEntered && people.length) void this.#focusRow(0);
    this.#isEntered = false;
    const { text, lang } = this.#locale;
    const message = totalCount
      ? text.found(totalCount, this.#write(totalCount)) + leftOut(unmatchedWords, text)
      : text.nobody(criteria.query);
    this.#speaking = setTimeout(async () => {
      const { announce } = await import('@parvis/core/announcer/announce.js');
      announce(message, lang);
    }, ANNOUNCE_DELAY);
  }

  readonly #onInput = () => {
    this.#isUsed = true;
    this.#isEntered = false;
    this.query = this.input.value;
    this.person = undefined;
  };

  readonly #onKeydown = (event: KeyboardEvent) => {
    if (event.isComposing || this.person) return;
    const { key } = event;
    if (key === 'ArrowDown' && this.results?.focusRow(0)) event.preventDefault();
    if (key !== 'Enter') return;
    this.#search.hurry();
    this.#isEntered = !this.#search.isCurrent || !this.results?.focusRow(0);
  };

  readonly #onFilters = ({ filters }: FiltersChangeEvent) => {
    this.#isUsed = true;
    this.filters = filters;
  };

  readonly #onUnfiltered = () => {
    this.filters = NO_FILTERS;
    // The button goes with the filters.
    this.input.focus();
  };

  readonly #onChosen = ({ handle }: PersonChosenEvent) => {
    if (this.dispatchEvent(new PersonProfileEvent(handle))) this.#open(handle);
  };
}
