import { alertStyles, buttonStyles, hostStyles, icon, LocaleController } from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { html, LitElement, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { dayOf, endOf, LEAST, LONGEST, MOST, problemsOf, type PollDraft, type PollProblems } from './poll-draft.js';
import { pollEditorStyles } from './poll-editor-styles.js';
import { pollEditorStrings } from './strings/catalogue.js';

const CROSS = 'M6 6l12 12M18 6 6 18';
const PLUS = 'M12 5v14M5 12h14';

/** What `addPost` takes. */
interface PollContent {
  readonly poll?: { readonly choices: readonly string[]; readonly multiple?: boolean; readonly endsAt?: string | null };
}

/**
 * Where the answers of a poll are written; its question is the text of the post.
 *
 * @fires {Event} parvis-content-remove - The writer wants a text without a poll.
 */
export class PollEditorElement extends LitElement {
  static override styles = [hostStyles, alertStyles, buttonStyles, pollEditorStyles];

  @state() private draft: PollDraft = { choices: ['', ''], multiple: false, lastDay: '' };
  @state() private problems: PollProblems | undefined;

  readonly #locale = new LocaleController(this, pollEditorStrings);

  get content() {
    const { choices, multiple, lastDay } = this.draft;
    const texts = choices.map((choice) => choice.trim()).filter(Boolean);
    return { poll: { choices: texts, multiple, endsAt: endOf(lastDay) } };
  }

  set content({ poll }: PollContent) {
    const { choices = [], multiple = false, endsAt } = poll ?? {};
    const rows = [...choices, '', ''].slice(0, Math.max(LEAST, choices.length));
    this.draft = { choices: rows, multiple, lastDay: endsAt ? dayOf(new Date(endsAt)) : '' };
  }

  /** Whether the poll can be sent. If not, says why and moves the focus there. */
  checkValidity(): boolean {
    this.problems = problemsOf(this.draft, new Date());
    const isValid = !this.problems.choices.size && !this.problems.isPast;
    if (!isValid) void this.#focus('[aria-invalid=true]');
    return isValid;
  }

  override focus(): void {
    void this.#focus('input');
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    const { text, ready } = this.#locale;
    if (!ready) return nothing;
    const { choices, multiple, lastDay } = this.draft;
    const isPast = !!this.problems?.isPast;
    return html`<fieldset @input=${this.#onInput}>
      <legend>${text.poll}</legend>
      ${choices.map((choice, i) => this.#renderChoice(choice, i))}
      <div class="row">
        ${
          choices.length < MOST
            ? html`<button type="button" @click=${this.#onAdd}>${icon(PLUS)}${text.add}</button>`
            : nothing
        }
        <button type="button" @click=${this.#onRemovePoll}>${icon(CROSS)}${text.removePoll}</button>
      </div>
      <label><input type="checkbox" .checked=${multiple} />${text.multiple}</label>
      <label
        >${text.ends}<input
          type="date"
          min=${dayOf(new Date())}
          .value=${lastDay}
          aria-invalid=${isPast}
          aria-describedby=${isPast ? 'past' : nothing}
      /></label>
      ${isPast ? html`<p id="past" role="alert">${text.past}</p>` : nothing}
    </fieldset>`;
  }

  #renderChoice(choice: string, i: number) {
    const { text } = this.#locale;
    const problem = this.problems?.choices.get(i);
    return html`<div class="choice">
        <input
          class="answer"
          dir="auto"
          autocomplete="off"
          maxlength=${LONGEST}
          placeholder=${text.choice(i + 1)}
          aria-label=${text.choice(i + 1)}
          aria-invalid=${!!problem}
          aria-describedby=${problem ? `problem-${i}` : nothing}
          .value=${choice}
          @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, i)}
        />
        ${
          this.draft.choices.length > LEAST
            ? html`<button
                type="button"
                aria-label=${text.remove(i + 1)}
                title=${text.remove(i + 1)}
                @click=${() => this.#remove(i)}
              >
                ${icon(CROSS)}
              </button>`
            : nothing
        }
      </div>
      ${problem ? html`<p id="problem-${i}" role="alert">${text[problem]}</p>` : nothing}`;
  }

  async #focus(selector: string, index = 0): Promise<void> {
    await this.updateComplete;
    await this.#locale.loaded;
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>(selector)[index]?.focus();
  }

  #change(change: Partial<PollDraft>): void {
    this.draft = { ...this.draft, ...change };
    if (this.problems) this.problems = problemsOf(this.draft, new Date());
    // What is typed does not leave its element by itself.
    this.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #remove(i: number): void {
    this.#change({ choices: this.draft.choices.filter((_, at) => at !== i) });
    void this.#focus('.answer', Math.max(0, i - 1));
  }

  #onKeydown(event: KeyboardEvent, i: number): void {
    if (event.isComposing) return;
    const { choices } = this.draft;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (i + 1 < choices.length) void this.#focus('.answer', i + 1);
      else if (choices[i]!.trim()) this.#onAdd();
    }
    if (event.key === 'Backspace' && !choices[i] && choices.length > LEAST) {
      event.preventDefault();
      this.#remove(i);
    }
  }

  readonly #onInput = () => {
    const all = <E extends HTMLInputElement>(selector: string) => [...this.renderRoot.querySelectorAll<E>(selector)];
    this.#change({
      choices: all('.answer').map(({ value }) => value),
      multiple: all('[type=checkbox]')[0]!.checked,
      lastDay: all('[type=date]')[0]!.value,
    });
  };

  readonly #onAdd = () => {
    if (this.draft.choices.length >= MOST) return;
    this.#change({ choices: [...this.draft.choices, ''] });
    void this.#focus('.answer', this.draft.choices.length - 1);
  };

  readonly #onRemovePoll = () => {
    this.dispatchEvent(new Event('parvis-content-remove', { bubbles: true }));
  };
}
