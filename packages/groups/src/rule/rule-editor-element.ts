import { alertStyles, buttonStyles, ClientController, hostStyles, icon, LocaleController } from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CROSS, PLUS } from '../late-icons.js';
import { formStyles } from '@parvis/core/styles/form-styles.js';
import { FIRST_CONDITION } from '../settings/group-draft.js';
import { RULE_VALUES } from './rule-operations.js';

import { MOST_CONDITIONS, RULE_FIELDS, type RuleCondition, type RuleField } from './group-rule.js';
import { ruleWords } from './rule-words.js';
import { ruleStrings } from './strings/catalogue.js';

const KINDS = ['EMPLOYEE', 'CONTRACTOR', 'GUEST'];

/** The conditions of a rule changed. */
export class RuleChangeEvent extends Event {
  static readonly type = 'parvis-rule-change';
  constructor(readonly conditions: readonly RuleCondition[]) {
    super(RuleChangeEvent.type);
  }
}

/**
 * Where the rule of a group is written, condition by condition; below it stands the rule in words.
 *
 * @fires {RuleChangeEvent} parvis-rule-change - The conditions changed.
 */
export class RuleEditorElement extends LitElement {
  static override styles = [
    hostStyles,
    alertStyles,
    buttonStyles,
    formStyles,
    css`
      .condition {
        display: grid;
        grid-template-columns: minmax(0, 4fr) minmax(0, 3fr) minmax(0, 5fr) auto;
        gap: 6px;
        align-items: center;
        margin-block-start: 6px;
      }
      .words {
        margin-block: 8px 0;
      }
      @media (max-width: 480px) {
        .condition {
          grid-template-columns: minmax(0, 3fr) minmax(0, 2fr) auto;
        }
        .condition select {
          padding-inline: 6px;
          font-size: 0.9375em;
        }
        .value {
          grid-column: 1 / 3;
          grid-row: 2;
        }
      }
    `,
  ];

  @property({ attribute: false }) conditions: readonly RuleCondition[] = [];

  /** The condition that has no value, and should. */
  @property({ attribute: false }) problem?: number | undefined;

  /** The departments and places that there are. */
  @state() private known: Partial<Record<RuleField, readonly string[]>> = {};

  readonly #client = new ClientController(this);
  readonly #locale = new LocaleController(this, ruleStrings);

  /** Where a value is missing, or at the first condition. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true], select')?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#suggest();
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    const { text, lang, ready } = this.#locale;
    if (!ready) return nothing;
    const words = ruleWords(this.conditions, text, lang);
    return html`${this.conditions.map((condition, i) => this.#renderCondition(condition, i))}
    ${
      this.conditions.length < MOST_CONDITIONS
        ? html`<button type="button" @click=${this.#onAdd}>${icon(PLUS)}${text.addCondition}</button>`
        : nothing
    }
    ${this.problem === undefined ? nothing : html`<p class="problem" id="problem" role="alert">${text.valueMissing}</p>`}
    ${words ? html`<p class="words" role="status">${text.inWords(words)}</p>` : nothing}
    ${(['department', 'location'] as const).map(
      (field) =>
        html`<datalist id="known-${field}">
          ${this.known[field]?.map((value) => html`<option value=${value}></option>`)}
        </datalist>`,
    )}`;
  }

  #renderCondition({ field, isNot }: RuleCondition, i: number) {
    const { text } = this.#locale;
    return html`<div class="condition">
      <select
        aria-label=${text.ruleField(i + 1)}
        @change=${(event: Event) => this.#change(i, { field: valueOf(event) as RuleField, value: '' })}
      >
        ${RULE_FIELDS.map((each) => html`<option value=${each} ?selected=${each === field}>${text.ruleFields[each]}</option>`)}
      </select>
      <select
        aria-label=${text.ruleOperator(i + 1)}
        @change=${(event: Event) => this.#change(i, { isNot: valueOf(event) === 'not' })}
      >
        <option value="is" ?selected=${!isNot}>${text.ruleIs}</option>
        <option value="not" ?selected=${isNot}>${text.ruleIsNot}</option>
      </select>
      ${this.#renderValue(this.conditions[i]!, i)}
      ${
        this.conditions.length > 1
          ? html`<button
              type="button"
              aria-label=${text.removeCondition(i + 1)}
              title=${text.removeCondition(i + 1)}
              @click=${() => this.#remove(i)}
            >
              ${icon(CROSS)}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderValue({ field, value }: RuleCondition, i: number) {
    const { text } = this.#locale;
    if (field === 'kind') {
      return html`<select
        class="value"
        aria-label=${text.ruleValue(i + 1)}
        aria-invalid=${this.problem === i}
        @change=${(event: Event) => this.#change(i, { value: valueOf(event) })}
      >
        <option value="" ?selected=${!value}></option>
        ${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === value}>${text.kinds[kind]}</option>`)}
      </select>`;
    }
    return html`<input
      class="value"
      dir="auto"
      maxlength="200"
      list=${field === 'department' || field === 'location' ? `known-${field}` : nothing}
      placeholder=${field === 'manager' ? text.managerHint : field === 'language' ? 'fr' : ''}
      aria-label=${text.ruleValue(i + 1)}
      aria-invalid=${this.problem === i}
      aria-describedby=${this.problem === i ? 'problem' : nothing}
      .value=${value}
      @input=${(event: Event) => this.#change(i, { value: valueOf(event) })}
    />`;
  }

  async #suggest(): Promise<void> {
    // Without them, values can be typed.
    const { people } = await this.#client.current.query(RULE_VALUES, {}).catch(() => ({ people: undefined }));
    if (!people) return;
    const { department, location } = people.facets;
    this.known = {
      department: department.map(({ value }) => value),
      location: location.map(({ value }) => value),
    };
  }

  #emit(conditions: readonly RuleCondition[]): void {
    this.conditions = conditions;
    this.dispatchEvent(new RuleChangeEvent(conditions));
  }

  #change(at: number, change: Partial<RuleCondition>): void {
    this.#emit(this.conditions.map((condition, i) => (i === at ? { ...condition, ...change } : condition)));
  }

  async #remove(at: number): Promise<void> {
    this.#emit(this.conditions.filter((_, i) => i !== at));
    await this.#focus(Math.max(0, at - 1));
  }

  readonly #onAdd = async () => {
    this.#emit([...this.conditions, FIRST_CONDITION]);
    await this.#focus(this.conditions.length - 1);
  };

  async #focus(index: number): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('.condition')[index]?.querySelector<HTMLElement>('select')?.focus();
  }
}

const valueOf = ({ currentTarget }: Event) => (currentTarget as HTMLInputElement | HTMLSelectElement).value;

declare global {
  interface HTMLElementEventMap {
    [RuleChangeEvent.type]: RuleChangeEvent;
  }
}
