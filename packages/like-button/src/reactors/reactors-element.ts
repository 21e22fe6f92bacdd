import {
  buttonStyles,
  ClientController,
  hostStyles,
  icon,
  LocaleController,
  noticeFor,
  ParvisError,
  PopoverController,
  popoverStyles,
  skeletonStyles,
  type ResultOf,
} from '@parvis/core';
import { html, LitElement, nothing } from 'lit';
import { property, query, queryAll, state } from 'lit/decorators.js';
import type { ReactableFields } from '../like-operations.js';
import { REACTION_PATHS } from '../reaction-paths.js';
import type { ReactionContent } from '../reaction.js';
import { likeButtonStrings } from '../strings/catalogue.js';
import { REACTORS } from './reactors-operations.js';
import { reactorsStyles } from './reactors-styles.js';

type Subject = Extract<NonNullable<ResultOf<typeof REACTORS>['node']>, { reactions: unknown }>;
type Reactor = Subject['reactions']['nodes'][number];

const PAGE_SIZE = 20;

/** Lists the people who reacted, page by page, all together or by reaction. */
export class ReactorsElement extends LitElement {
  static override styles = [hostStyles, buttonStyles, skeletonStyles, popoverStyles, reactorsStyles];

  /** The id of the page, post or comment. */
  @property({ attribute: false }) subjectId = '';

  /** The reactions and their counts. */
  @property({ attribute: false }) groups: ReactableFields['reactionGroups'] = [];

  @state() private content: ReactionContent | null = null;
  @state() private people: readonly Reactor[] = [];
  @state() private hasMore = false;
  @state() private loading = false;
  @state() private error: ParvisError | undefined;

  @query('[popover]') private readonly popup!: HTMLElement;
  @queryAll('li') private readonly items!: NodeListOf<HTMLElement>;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, likeButtonStrings);
  readonly #popover = new PopoverController(this);
  #cursor: string | null | undefined;
  #asked: object | undefined;

  /** Opens beside `anchor` and takes the focus. */
  async show(anchor: HTMLElement): Promise<void> {
    await this.updateComplete;
    this.#popover.open(anchor);
    this.popup.focus();
    await this.#filter(null);
  }

  protected override render() {
    const { text } = this.#locale;
    const total = this.groups.reduce((sum, { totalCount }) => sum + totalCount, 0);
    return html`<div popover role="dialog" tabindex="-1" aria-label=${text.whoReacted(total)}>
      ${this.#renderFilters(total)}
      <ul>
        ${this.people.map((reactor) => this.#renderReactor(reactor))}
        ${this.loading ? html`<li><span class="skeleton round"></span><span class="skeleton short"></span></li>` : nothing}
      </ul>
      ${this.error ? noticeFor(this.error, this.#onMore) : nothing}
      ${
        this.hasMore && !this.loading && !this.error
          ? html`<button class="more" type="button" @click=${this.#onMore}>${text.showMore}</button>`
          : nothing
      }
    </div>`;
  }

  #renderFilters(total: number) {
    const { text } = this.#locale;
    const used = this.groups.filter(({ totalCount }) => totalCount);
    if (used.length < 2) return nothing;
    const filter = (content: ReactionContent | null, count: number) =>
      html`<button
        type="button"
        aria-pressed=${content === this.content}
        aria-label=${text.name(content ? text.reactions[content] : text.everyone, count)}
        @click=${() => this.#filter(content)}
      >
        ${content ? icon(REACTION_PATHS[content]) : text.everyone} <span translate="no" .textContent=${count}></span>
      </button>`;
    return html`<div class="filters" role="group" aria-label=${text.react}>
      ${filter(null, total)}${used.map(({ content, totalCount }) => filter(content, totalCount))}
    </div>`;
  }

  #renderReactor({ person, content }: Reactor) {
    return html`<li tabindex="-1">
      <parvis-avatar .person=${person}></parvis-avatar>
      <span class="who">
        <parvis-person-name .person=${person}></parvis-person-name>
        <small dir="auto">${[person.jobTitle, person.location].filter(Boolean).join(' · ')}</small>
      </span>
      <span role="img" aria-label=${this.#locale.text.reactions[content]}>${icon(REACTION_PATHS[content])}</span>
    </li>`;
  }

  async #filter(content: ReactionContent | null): Promise<void> {
    this.content = content;
    this.people = [];
    this.#cursor = undefined;
    await this.#load();
  }

  async #load(): Promise<void> {
    const variables = { id: this.subjectId, content: this.content, first: PAGE_SIZE, after: this.#cursor };
    this.#asked = variables;
    this.loading = true;
    this.error = undefined;
    try {
      const { node } = await this.#client.current.query(REACTORS, variables);
      // Another filter was pressed in the meantime.
      if (this.#asked !== variables) return;
      if (!node || !('reactions' in node)) throw new ParvisError('NOT_FOUND');
      const { nodes, pageInfo } = node.reactions;
      this.people = [...this.people, ...nodes];
      this.hasMore = pageInfo.hasNextPage;
      this.#cursor = pageInfo.endCursor;
    } catch (reason) {
      if (this.#asked !== variables) return;
      this.error = ParvisError.from(reason);
    }
    this.loading = false;
  }

  readonly #onMore = async () => {
    const { length } = this.people;
    // The button goes while it loads: until the first new person is there, the keyboard stays with the list.
    this.popup.focus();
    await this.#load();
    await this.updateComplete;
    this.items[length]?.focus();
  };
}
