import {
  announce,
  buttonStyles,
  ClientController,
  hostStyles,
  icon,
  LocaleController,
  noticeFor,
  ParvisError,
  primaryStyles,
  QueryController,
  skeletonStyles,
} from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { html, LitElement, nothing } from 'lit';
import { property, queryAll, state } from 'lit/decorators.js';
import { endsIn } from './ends-in.js';
import { POLLS, type Choice, type Poll, type PollPost } from './poll-operations.js';
import { pollStyles } from './poll-styles.js';
import { closePoll, isOver, PollWriter } from './poll-writer.js';
import { pollStrings } from './strings/catalogue.js';

const CHECK = 'm5 12.5 4.5 4.5L19 7.5';
/** Timers count no further, in ms. */
const LONGEST = 2_000_000_000;

/**
 * The answers of a poll: to choose from until the viewer has voted, then how all have voted.
 *
 * @csspart choices - The answers to choose from.
 * @csspart results - How people voted.
 */
export class PollElement extends LitElement {
  static override styles = [hostStyles, buttonStyles, primaryStyles, skeletonStyles, pollStyles];

  /** The post that holds the poll. */
  @property() postId = '';

  @state() private error: ParvisError | undefined;
  /** What is chosen and not sent yet. */
  @state() private picked: ReadonlySet<string> | undefined;
  @state() private changing = false;
  @state() private closing = false;

  @queryAll('li i') private readonly bars!: NodeListOf<HTMLElement>;

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, pollStrings);
  readonly #writer = new PollWriter();
  readonly #query = new QueryController(this, {
    args: () => [this.#client.current, this.postId] as const,
    load: ([client, id]) => {
      // The wall has read it with its posts, unless its code came alone.
      const { choices, viewerCanVote } = client.cache.get<PollPost>(id)?.content ?? {};
      return choices && viewerCanVote !== undefined ? undefined : client.load(POLLS, id);
    },
  });
  #isByArrow = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.get('postId')) return;
    this.picked = this.error = undefined;
    this.changing = this.closing = false;
  }

  protected override render() {
    const { content } = this.#client.get<PollPost>(this.postId) ?? {};
    if (this.#query.error) return noticeFor(this.#query.error, () => this.#query.reload());
    if (!content?.choices || content.viewerCanVote === undefined || !this.#locale.ready) {
      return html`<span class="skeleton"></span><span class="skeleton short"></span>`;
    }
    const poll = content as Poll;
    const choices = poll.choices.map(({ id }) => this.#client.get<Choice>(id)!);
    const hasVoted = choices.some(({ viewerVoted }) => viewerVoted);
    const isVoting = poll.viewerCanVote && !isOver(poll) && (!hasVoted || this.changing);
    return html`${isVoting ? this.#renderChoices(poll, choices) : this.#renderResults(poll, choices)}
    ${this.error ? noticeFor(this.error, this.picked && this.#onVote) : nothing}
    ${this.#renderFoot(poll, hasVoted, isVoting)} ${this.closing ? this.#renderConfirmation() : nothing}`;
  }

  #renderChoices({ multiple }: Poll, choices: readonly Choice[]) {
    const { text } = this.#locale;
    const isChosen = ({ id, viewerVoted }: Choice) => (this.picked ? this.picked.has(id) : viewerVoted);
    return html`<fieldset part="choices" @keydown=${this.#onKeydown}>
      <legend>${multiple ? text.chooseSeveral : text.chooseOne}</legend>
      ${choices.map(
        (choice) =>
          html`<label>
            <input
              type=${multiple ? 'checkbox' : 'radio'}
              name="choice"
              value=${choice.id}
              .checked=${isChosen(choice)}
              @change=${this.#onPick}
            /><bdi .textContent=${choice.text}></bdi>
          </label>`,
      )}
    </fieldset>`;
  }

  #renderResults({ voterCount }: Poll, choices: readonly Choice[]) {
    const { text, lang } = this.#locale;
    const percent = new Intl.NumberFormat(lang, { style: 'percent' });
    return html`<ul part="results" aria-label=${text.results}>
      ${choices.map(
        ({ text: answer, voteCount, viewerVoted }) =>
          html`<li class=${viewerVoted ? 'mine' : ''}>
            <i></i>
            ${viewerVoted ? icon(CHECK) : nothing}<bdi .textContent=${answer}></bdi>
            <span class="count"
              ><b>${percent.format(voterCount ? voteCount / voterCount : 0)}</b> ·
              ${text.votes(voteCount)}${
                viewerVoted ? html`<span class="hidden"> · ${text.yours}</span>` : nothing
              }</span
            >
          </li>`,
      )}
    </ul>`;
  }

  #renderFoot(poll: Poll, hasVoted: boolean, isVoting: boolean) {
    const { text, lang } = this.#locale;
    const { voterCount, endsAt, multiple, viewerCanVote, viewerCanClose } = poll;
    const over = isOver(poll);
    const end = over ? text.closed : endsAt && text.ends(endsIn(endsAt, Date.now(), lang));
    const canChange = hasVoted && !isVoting && viewerCanVote && !over;
    return html`<div class="foot">
      ${
        isVoting && (multiple || this.picked)
          ? html`<button class="primary" type="button" aria-disabled=${!this.picked?.size} @click=${this.#onVote}>
              ${text.vote}
            </button>`
          : nothing
      }
      <span>${text.voters(voterCount)}${end ? ` · ${end}` : nothing}</span>
      <div class="acts">
        ${
          canChange
            ? html`<button class="change" type="button" @click=${this.#onChange}>${text.change}</button>
                <button type="button" @click=${this.#onTakeBack}>${text.takeBack}</button>`
            : nothing
        }
        ${
          viewerCanClose && !over && !this.closing
            ? html`<button class="close" type="button" @click=${this.#onAskClose}>${text.close}</button>`
            : nothing
        }
      </div>
    </div>`;
  }

  #renderConfirmation() {
    const { text } = this.#locale;
    return html`<div role="group" aria-labelledby="question">
      <p id="question">${text.confirmClose}</p>
      <button class="outlined" type="button" @click=${this.#onClose}>${text.close}</button>
      <button class="keep outlined" type="button" @click=${this.#onKeepOpen}>${text.keepOpen}</button>
    </div>`;
  }

  protected override updated(): void {
    const { content } = this.#client.current.cache.get<PollPost>(this.postId) ?? {};
    // Not as an attribute, which a strict policy of the page would refuse.
    this.bars.forEach((bar, i) => {
      const choice = this.#client.current.cache.get<Choice>(content?.choices?.[i]?.id);
      const share = content?.voterCount ? choice!.voteCount / content.voterCount : 0;
      bar.style.setProperty('--_share', `${Math.min(1, share) * 100}%`);
    });
    clearTimeout(this.#timer);
    const left = content?.endsAt ? Date.parse(content.endsAt) - Date.now() : 0;
    if (left > 0 && left < LONGEST) this.#timer = setTimeout(() => this.requestUpdate(), left + 1);
  }

  async #vote(choiceIds: readonly string[], said: string): Promise<void> {
    this.error = undefined;
    try {
      await this.#writer.vote(this.#client.current, this.postId, choiceIds);
      this.picked = undefined;
      this.changing = false;
      announce(said, this.#locale.lang);
      await this.#focus(choiceIds.length ? '.change' : 'input');
    } catch (reason) {
      // What was chosen stays chosen.
      this.error = ParvisError.from(reason);
      if (this.error.code === 'LOCKED') this.#client.current.load(POLLS, this.postId).catch(() => {});
    }
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #onKeydown = (event: KeyboardEvent) => {
    // Arrows look through the answers; Enter and Space take one.
    this.#isByArrow = event.key.startsWith('Arrow');
    if (event.key === 'Enter' || (event.key === ' ' && this.picked && !this.#isMultiple)) {
      event.preventDefault();
      void this.#onVote();
    }
  };

  get #isMultiple(): boolean {
    return !!this.#client.current.cache.get<PollPost>(this.postId)?.content.multiple;
  }

  readonly #onPick = () => {
    const inputs = [...this.renderRoot.querySelectorAll<HTMLInputElement>('fieldset input')];
    this.picked = new Set(inputs.filter(({ checked }) => checked).map(({ value }) => value));
    if (!this.#isMultiple && !this.#isByArrow) void this.#onVote();
    this.#isByArrow = false;
  };

  readonly #onVote = async () => {
    if (this.picked?.size) await this.#vote([...this.picked], this.#locale.text.voted);
  };

  readonly #onChange = () => {
    this.changing = true;
    return this.#focus('input:checked');
  };

  readonly #onTakeBack = () => this.#vote([], this.#locale.text.takenBack);

  readonly #onAskClose = () => {
    this.closing = true;
    return this.#focus('.keep');
  };

  readonly #onKeepOpen = () => {
    this.closing = false;
    return this.#focus('.close');
  };

  readonly #onClose = async () => {
    this.closing = false;
    this.error = undefined;
    try {
      await closePoll(this.#client.current, this.postId);
      announce(this.#locale.text.closedNow, this.#locale.lang);
    } catch (reason) {
      this.error = ParvisError.from(reason);
    }
  };
}
