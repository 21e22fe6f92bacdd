import { noticeFor } from '@parvis/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { PersonChosenEvent } from './person-chosen-event.js';
import { countFilters, isEmpty } from './search/criteria.js';
import type { PeopleSearchController, SearchAnswer } from './search/people-search-controller.js';
import type { PeopleFinderStrings } from './strings/en.js';

export interface FoundOptions {
  /** There is no search. */
  isStart: boolean;
  layout: 'list' | 'cards';
  text: PeopleFinderStrings;
  /** A count in the reader's own way of writing numbers. */
  write: (count: number) => string;
  onChosen: (event: PersonChosenEvent) => void;
  onLeave: () => void;
  onMore: () => void;
  onUnfiltered: () => void;
}

/** The result of a search: people, no match, an error, or none yet. */
export function renderFound(search: PeopleSearchController, options: FoundOptions) {
  const { answer, error, isCurrent } = search;
  if (error && !isCurrent) return noticeFor(error, () => search.reload());
  if (options.isStart) return nothing;
  if (!answer || isEmpty(answer.criteria)) return renderWait();
  return html`<div class=${isCurrent ? '' : 'late'} aria-busy=${!isCurrent}>
    ${answer.people.length ? renderPeople(search, answer, options) : renderNobody(answer, options)}
  </div>`;
}

function renderPeople(
  { error, loading }: PeopleSearchController,
  { people, totalCount, unmatchedWords, next }: SearchAnswer,
  { layout, text, write, onChosen, onLeave, onMore }: FoundOptions,
) {
  const count = text.found(totalCount, write(totalCount)) + leftOut(unmatchedWords, text);
  return html`<p class="count" part="count" .textContent=${count}></p>
    <parvis-people-results
      .people=${people}
      .total=${totalCount}
      .name=${text.results}
      .layout=${layout}
      @parvis-person-chosen=${onChosen}
      @parvis-results-leave=${onLeave}
    ></parvis-people-results>
    ${error ? noticeFor(error, onMore) : nothing}
    ${
      next && !error
        ? html`<button class="more outlined" type="button" aria-disabled=${loading === 'more'} @click=${onMore}>
            ${text.showMore}
          </button>`
        : nothing
    }`;
}

/** Says which words the search went without: what is found is not all that was asked for. */
export function leftOut(words: readonly string[], text: PeopleFinderStrings): string {
  return words.length ? ` – ${text.without(words.join(', '))}` : '';
}

function renderNobody({ criteria }: SearchAnswer, { text, onUnfiltered }: FoundOptions) {
  return html`<div class="nobody">
    <strong .textContent=${text.nobody(criteria.query)}></strong>
    <p>${text.nobodyHelp}</p>
    ${
      countFilters(criteria.filters)
        ? html`<button class="outlined" type="button" @click=${onUnfiltered}>${text.withoutFilters}</button>`
        : nothing
    }
  </div>`;
}

function renderWait(): TemplateResult[] {
  return Array.from(
    { length: 5 },
    () =>
      html`<div class="wait">
        <span class="skeleton round"></span>
        <span><span class="skeleton short"></span><span class="skeleton"></span></span>
      </div>`,
  );
}
