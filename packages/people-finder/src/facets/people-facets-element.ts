import { buttonStyles, hostStyles, LocaleController, skeletonStyles, words } from '@parvis/core';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { countFilters, FACETS, NO_FILTERS, toggleFilter, type Facet, type Filters } from '../search/criteria.js';
import type { PeopleFacets } from '../search/people-operations.js';
import { peopleFinderStrings } from '../strings/catalogue.js';
import { peopleFacetsStyles } from './people-facets-styles.js';

/** The reader has chosen other filters. */
export class FiltersChangeEvent extends Event {
  static readonly type = 'parvis-filters-change';
  constructor(readonly filters: Filters) {
    super(FiltersChangeEvent.type);
  }
}

// A few of each while people are looked for; more where a reader looks for a place to start.
const FEW = 3;
const SOME = 6;

/** Narrows a search: chips with counts for departments, locations and expertise. */
export class PeopleFacetsElement extends LitElement {
  static override styles = [hostStyles, buttonStyles, skeletonStyles, peopleFacetsStyles];

  /** What there is to choose from; nothing while that is on its way. */
  @property({ attribute: false }) facets?: PeopleFacets;

  /** What is chosen. */
  @property({ attribute: false }) filters: Filters = NO_FILTERS;

  /** Whether there is no search yet: the chips are then a way to start one. */
  @property({ type: Boolean }) starting = false;

  @state() private isWhole = false;

  readonly #locale = new LocaleController(this, peopleFinderStrings);

  #hadFocus = false;

  protected override willUpdate(): void {
    this.#hadFocus = !!this.shadowRoot?.activeElement;
  }

  protected override updated(): void {
    // A chip or button that was pressed may go with its press.
    if (!this.#hadFocus || this.shadowRoot!.activeElement) return;
    this.shadowRoot!.querySelector<HTMLElement>('[part=chip]')?.focus();
  }

  protected override render() {
    const { text, ready } = this.#locale;
    if (!this.facets || !ready) {
      return html`<div class="wait">${FACETS.map(() => html`<span class="skeleton"></span>`)}</div>`;
    }
    const hasMore = FACETS.some((facet) => this.#valuesOf(facet).length > this.#limit);
    return html`<div
      class="all ${this.starting || this.isWhole ? 'titled' : ''}"
      role="group"
      aria-label=${text.filters}
    >
      <div class="facets">${FACETS.map((facet) => this.#renderFacet(facet))}</div>
      <div class="actions">
        ${
          hasMore || this.isWhole
            ? html`<button class="link" type="button" aria-expanded=${this.isWhole} @click=${this.#onWhole}>
                ${words(this.isWhole ? text.fewerFilters : text.moreFilters)}
              </button>`
            : nothing
        }
        ${
          countFilters(this.filters)
            ? html`<button class="link" type="button" @click=${this.#onClear}>${text.clearFilters}</button>`
            : nothing
        }
      </div>
    </div>`;
  }

  #renderFacet(facet: Facet) {
    const { facets } = this.#locale.text;
    const values = this.#valuesOf(facet);
    const chosen = this.filters[facet];
    // What is chosen stays in sight, wherever its count puts it.
    const shown = this.isWhole ? values : values.filter(({ value }, i) => i < this.#limit || chosen.includes(value));
    if (!shown.length) return nothing;
    return html`<div class="facet" role="group" aria-label=${facets[facet]} part="facet">
      <span class="title" aria-hidden="true">${facets[facet]}</span>
      <div class="chips">
        ${repeat(
          shown,
          ({ value }) => value,
          ({ value, count }) => this.#renderChip(facet, value, count),
        )}
      </div>
    </div>`;
  }

  #renderChip(facet: Facet, value: string, count: number) {
    const { text, lang } = this.#locale;
    const written = new Intl.NumberFormat(lang).format(count);
    return html`<button
      class="outlined"
      part="chip"
      type="button"
      aria-pressed=${this.filters[facet].includes(value)}
      aria-label=${text.chip(value, count, written)}
      @click=${() => this.#choose(toggleFilter(this.filters, facet, value))}
    >
      <bdi>${value}</bdi> <span class="count" translate="no" .textContent=${written}></span>
    </button>`;
  }

  get #limit(): number {
    return this.starting ? SOME : FEW;
  }

  /** The values that the server counted, and the chosen ones without a match. */
  #valuesOf(facet: Facet): PeopleFacets[Facet] {
    const counted = this.facets![facet];
    const absent = this.filters[facet].filter((value) => !counted.some((other) => other.value === value));
    return [...absent.map((value) => ({ value, count: 0 })), ...counted];
  }

  #choose(filters: Filters): void {
    this.dispatchEvent(new FiltersChangeEvent(filters));
  }

  readonly #onWhole = () => {
    this.isWhole = !this.isWhole;
  };

  readonly #onClear = () => this.#choose(NO_FILTERS);
}

declare global {
  interface HTMLElementEventMap {
    [FiltersChangeEvent.type]: FiltersChangeEvent;
  }
}
