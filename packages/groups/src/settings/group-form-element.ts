import { alertStyles, hostStyles, LocaleController } from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { GroupVisibility } from '../group.js';
import { formStyles } from '@parvis/core/styles/form-styles.js';
import type { RuleChangeEvent } from '../rule/rule-editor-element.js';
import { EMPTY_DRAFT, hasProblems, joinsOf, problemsOf, type GroupDraft, type Problems } from './group-draft.js';
import { groupFormStyles } from './group-form-styles.js';

import { settingsStrings } from './strings/catalogue.js';

const VISIBILITIES = ['PUBLIC', 'PRIVATE', 'HIDDEN'] as const;
const WRITERS = ['MEMBERS', 'ANIMATORS'] as const;
const DECISIONS = ['posting', 'commenting', 'inviting'] as const;

/** The fields in which a group is made or changed; what they are sent with stands around them. */
export class GroupFormElement extends LitElement {
  static override styles = [hostStyles, alertStyles, formStyles, groupFormStyles];

  /** What to start from. */
  @property({ attribute: false }) start: GroupDraft = EMPTY_DRAFT;

  /** Who sees the group now; none for a new one, of which the short name can be chosen. */
  @property() visibility?: GroupVisibility;

  /** What is written. */
  @state() draft: GroupDraft = EMPTY_DRAFT;

  @state() private problems: Problems = {};

  readonly #locale = new LocaleController(this, settingsStrings);

  override focus(): void {
    void this.#focus('#name');
  }

  /** Whether it can be sent. If not, says why and moves the focus there. */
  checkValidity(): boolean {
    this.problems = problemsOf(this.draft);
    const isValid = !hasProblems(this.problems);
    if (!isValid) void this.#focus('[aria-invalid=true], parvis-rule-editor');
    return isValid;
  }

  /** Says that another group has the short name. */
  refuseHandle(): void {
    this.problems = { handle: 'handleTaken' };
    void this.#focus('#handle');
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('start')) this.draft = this.start;
  }

  protected override render() {
    const { text, ready } = this.#locale;
    if (!ready) return nothing;
    const { draft } = this;
    return html`<div class="fields">
      ${this.#renderName()} ${this.visibility ? nothing : this.#renderHandle()}
      <div class="field">
        <label for="purpose">${text.purpose}</label>
        <textarea
          id="purpose"
          dir="auto"
          maxlength="500"
          aria-describedby="purpose-hint"
          .value=${draft.purpose}
          @input=${(event: Event) => this.#change({ purpose: valueOf(event) })}
        ></textarea>
        <p class="hint" id="purpose-hint">${text.purposeHint}</p>
      </div>
      ${this.#renderVisibility()} ${this.#renderJoin()} ${draft.join === 'RULE' ? this.#renderRule() : nothing}
      <div class="writers">${DECISIONS.map((decision) => this.#renderWriters(decision))}</div>
    </div>`;
  }

  #renderName() {
    const { text } = this.#locale;
    const problem = this.problems.name;
    return html`<div class="field">
      <label for="name">${text.name}</label>
      <input
        id="name"
        dir="auto"
        autocomplete="off"
        required
        maxlength="80"
        aria-invalid=${!!problem}
        aria-describedby=${problem ? 'name-problem' : nothing}
        .value=${this.draft.name}
        @input=${(event: Event) => this.#change({ name: valueOf(event) })}
      />
      ${problem ? html`<p class="problem" id="name-problem" role="alert">${text[problem]}</p>` : nothing}
    </div>`;
  }

  #renderHandle() {
    const { text } = this.#locale;
    if (this.draft.visibility === 'HIDDEN') return nothing;
    const problem = this.problems.handle;
    return html`<div class="field">
      <label for="handle">${text.handle}</label>
      <input
        id="handle"
        dir="ltr"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        maxlength="48"
        aria-invalid=${!!problem}
        aria-describedby=${problem ? 'handle-problem' : 'handle-hint'}
        .value=${this.draft.handle}
        @input=${(event: Event) => this.#change({ handle: valueOf(event) })}
      />
      ${
        problem
          ? html`<p class="problem" id="handle-problem" role="alert">${text[problem]}</p>`
          : html`<p class="hint" id="handle-hint">${text.handleHint}</p>`
      }
    </div>`;
  }

  #renderVisibility() {
    const { text } = this.#locale;
    const { visibility } = this.draft;
    return html`<fieldset>
        <legend>${text.visibility}</legend>
        ${VISIBILITIES.map((each) =>
          this.#renderChoice('visibility', each, text.visibilities[each], each === visibility, () =>
            this.#setVisibility(each),
          ),
        )}
      </fieldset>
      ${this.#renderChange()}`;
  }

  /** What it means that others see the group than did before. */
  #renderChange() {
    const { text } = this.#locale;
    const [from, to] = [this.visibility, this.draft.visibility];
    if (!from || from === to) return nothing;
    if (to === 'HIDDEN') return html`<p class="change" role="status">${text.changes.toHidden}</p>`;
    if (to === 'PRIVATE')
      return html`<p class="change" role="status">
        ${from === 'HIDDEN' ? text.changes.toSeen : text.changes.toPrivate}
      </p>`;
    return html`<div>
      <p class="change" role="status">${text.changes.toPublic}</p>
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.draft.opensFormerPosts}
          @change=${(event: Event) =>
            this.#change({ opensFormerPosts: (event.currentTarget as HTMLInputElement).checked })}
        />${text.openFormer}
      </label>
    </div>`;
  }

  #renderJoin() {
    const { text } = this.#locale;
    const { visibility, join } = this.draft;
    return html`<fieldset>
      <legend>${text.join}</legend>
      ${joinsOf(visibility).map((each) =>
        this.#renderChoice('join', each, text.joins[each], each === join, () => this.#change({ join: each })),
      )}
    </fieldset>`;
  }

  #renderChoice(
    name: string,
    value: string,
    [title, meaning]: readonly [string, string],
    isChosen: boolean,
    choose: () => void,
  ) {
    return html`<label class="choice">
      <input type="radio" name=${name} value=${value} .checked=${isChosen} @change=${choose} />
      <b>${title}</b><span>${meaning}</span>
    </label>`;
  }

  #renderRule() {
    void import('../rule/parvis-rule-editor.js');
    return html`<fieldset>
      <legend>${this.#locale.text.rule}</legend>
      <parvis-rule-editor
        .conditions=${this.draft.rule}
        .problem=${this.problems.condition}
        @parvis-rule-change=${({ conditions }: RuleChangeEvent) => this.#change({ rule: conditions })}
      ></parvis-rule-editor>
    </fieldset>`;
  }

  #renderWriters(decision: (typeof DECISIONS)[number]) {
    const { text } = this.#locale;
    return html`<div class="field">
      <label for=${decision}>${text[decision]}</label>
      <select
        id=${decision}
        @change=${(event: Event) => this.#change({ [decision]: valueOf(event) } as Partial<GroupDraft>)}
      >
        ${WRITERS.map(
          (each) =>
            html`<option value=${each} ?selected=${each === this.draft[decision]}>${text.writers[each]}</option>`,
        )}
      </select>
    </div>`;
  }

  #setVisibility(visibility: GroupVisibility): void {
    const joins = joinsOf(visibility);
    const { join } = this.draft;
    this.#change({ visibility, join: joins.includes(join) ? join : joins[0]! });
  }

  #change(change: Partial<GroupDraft>): void {
    this.draft = { ...this.draft, ...change };
    if (hasProblems(this.problems)) this.problems = problemsOf(this.draft);
  }

  async #focus(selector: string): Promise<void> {
    await this.#locale.loaded;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

const valueOf = ({ currentTarget }: Event) =>
  (currentTarget as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;
