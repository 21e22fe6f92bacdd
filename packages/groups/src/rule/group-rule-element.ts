import { hostStyles, LocaleController } from '@parvis/core';
import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { RuleCondition } from './group-rule.js';
import { ruleWords } from './rule-words.js';
import { ruleStrings } from './strings/catalogue.js';

/** The rule of a group, as people say it. */
export class GroupRuleElement extends LitElement {
  static override styles = hostStyles;

  @property({ attribute: false }) conditions: readonly RuleCondition[] = [];

  readonly #locale = new LocaleController(this, ruleStrings);

  protected override render() {
    const { text, lang, ready } = this.#locale;
    return ready ? html`${text.inWords(ruleWords(this.conditions, text, lang))}` : nothing;
  }
}
