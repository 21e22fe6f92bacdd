import {
  announce,
  buttonStyles,
  ClientController,
  hostStyles,
  LocaleController,
  noticeFor,
  ParvisError,
  primaryStyles,
  skeletonStyles,
} from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { PagedList } from '../paging/paged-list.js';
import { peopleStyles, peopleWait, renderPerson } from '../paging/people-view.js';
import { panelStrings } from '../panel/strings/catalogue.js';
import { decideMembership } from '../writing/group-writer.js';
import { GROUP_REQUESTS, type Request } from './requests-operations.js';

const PAGE_SIZE = 20;

/** A request, and what came of it here. */
interface Listed extends Request {
  readonly outcome?: string;
}

/** Who asks to be let into a group, with what they say: each is let in or refused. */
export class GroupRequestsElement extends LitElement {
  static override styles = [
    hostStyles,
    buttonStyles,
    primaryStyles,
    skeletonStyles,
    peopleStyles,
    css`
      q {
        display: block;
        margin-block-start: 6px;
        padding-inline-start: 10px;
        border-inline-start: 3px solid var(--_line);
        overflow-wrap: anywhere;
        quotes: none;
      }
      .acts {
        display: flex;
        gap: 6px;
      }
      p {
        margin: 0;
        color: var(--_quiet);
      }
      .failure {
        flex: 1 1 100%;
      }
    `,
  ];

  @property() groupId = '';

  @state() private busy = false;
  @state() private failure: { personId: string; error: ParvisError } | undefined;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, panelStrings);
  readonly #requests = new PagedList<Listed>(this, async (after) => {
    const { node } = await this.#client.current.query(GROUP_REQUESTS, { id: this.groupId, first: PAGE_SIZE, after });
    if (!node || !('requests' in node)) throw new ParvisError('NOT_FOUND');
    return node.requests;
  });

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    const { text, ready } = this.#locale;
    const { items, error, hasNext, loading } = this.#requests;
    if (!ready) return peopleWait();
    return html`${
      items
        ? html`<ul aria-label=${text.titles.requests}>
            ${repeat(
              items.filter(({ person }) => person),
              ({ person }) => person!.id,
              (request) => this.#renderRequest(request),
            )}
          </ul>`
        : error
          ? nothing
          : [peopleWait(), peopleWait()]
    }
    ${items?.length === 0 ? html`<p>${text.noRequests}</p>` : nothing}
    ${error ? noticeFor(error, this.#onMore) : nothing}
    ${
      hasNext && !error
        ? html`<button class="more outlined" type="button" aria-disabled=${loading} @click=${this.#onMore}>
            ${text.showMore}
          </button>`
        : nothing
    }`;
  }

  #renderRequest(request: Listed) {
    const { text } = this.#locale;
    const { person, words, createdAt, outcome } = request;
    const { id, name } = person!;
    const failure = this.failure?.personId === id ? this.failure.error : undefined;
    return html`<li tabindex="-1">
      ${renderPerson(
        person!,
        html`<small><parvis-relative-time .datetime=${createdAt}></parvis-relative-time></small>
          ${words ? html`<q dir="auto">${words}</q>` : nothing}`,
      )}
      ${
        outcome
          ? html`<p>${outcome}</p>`
          : html`<div class="acts">
              <button
                class="primary"
                type="button"
                aria-label=${text.of(text.letIn, name)}
                aria-disabled=${this.busy}
                @click=${() => this.#decide(request, true)}
              >
                ${text.letIn}
              </button>
              <button
                class="outlined"
                type="button"
                aria-label=${text.of(text.refuse, name)}
                aria-disabled=${this.busy}
                @click=${() => this.#decide(request, false)}
              >
                ${text.refuse}
              </button>
            </div>`
      }
      ${failure ? html`<div class="failure">${noticeFor(failure)}</div>` : nothing}
    </li>`;
  }

  async #decide({ person }: Request, accept: boolean): Promise<void> {
    const { text, lang } = this.#locale;
    const { id, name } = person!;
    if (this.busy) return;
    this.busy = true;
    this.failure = undefined;
    try {
      await decideMembership(this.#client.current, this.groupId, id, accept);
      this.#settle(id, accept ? text.wasLetIn(name) : text.wasRefused(name));
      announce(accept ? text.wasLetIn(name) : text.wasRefused(name), lang);
    } catch (reason) {
      const error = ParvisError.from(reason);
      if (error.code === 'NOT_FOUND') this.#settle(id, text.goneRequest);
      else this.failure = { personId: id, error };
    }
    this.busy = false;
    await this.updateComplete;
    if (!this.failure) this.#goOn(id);
  }

  #settle(personId: string, outcome: string): void {
    this.#requests.change((request) => (request.person?.id === personId ? { ...request, outcome } : request));
  }

  /** The keyboard goes on to the next one who waits. */
  #goOn(personId: string): void {
    const items = [...this.renderRoot.querySelectorAll<HTMLElement>('li')];
    const at = this.#requests.items!.filter(({ person }) => person).findIndex(({ person }) => person!.id === personId);
    const next = [...items.slice(at), ...items.slice(0, at)].find((item) => item.querySelector('.primary'));
    (next?.querySelector<HTMLElement>('.primary') ?? items[at])?.focus();
  }

  readonly #onMore = async () => {
    const known = await this.#requests.more();
    await this.updateComplete;
    this.renderRoot.querySelectorAll('li')[known]?.querySelector<HTMLElement>('.primary')?.focus();
  };
}
