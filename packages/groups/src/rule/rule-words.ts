import type { RuleCondition } from './group-rule.js';
import type { RuleStrings } from './strings/en.js';

/** A rule as people say it: “whose department is Quality and whose location is not Douai”. */
export const ruleWords = (conditions: readonly RuleCondition[], text: RuleStrings, lang: string): string =>
  conditions
    .filter(({ value }) => value.trim())
    .map(
      ({ field, isNot, value }) =>
        `${text.whose[field]} ${isNot ? text.ruleIsNot : text.ruleIs} ${valueWords(field, value, text, lang)}`,
    )
    .join(` ${text.ruleAnd} `);

function valueWords(field: RuleCondition['field'], value: string, text: RuleStrings, lang: string): string {
  if (field === 'kind') return text.kinds[value] ?? value;
  if (field !== 'language') return value;
  try {
    return new Intl.DisplayNames(lang, { type: 'language' }).of(value) ?? value;
  } catch {
    return value;
  }
}
