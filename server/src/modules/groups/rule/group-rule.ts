import { foldedWords } from '../../people/index.ts';
import { memo } from '../../../platform/memo.ts';
import { Refusal } from '../../../platform/refusal.ts';

/** What a rule can ask of a person. */
export const ruleFields = ['department', 'location', 'kind', 'language', 'manager'] as const;
export type RuleField = (typeof ruleFields)[number];

export interface RuleCondition {
  readonly field: RuleField;
  readonly isNot: boolean;
  readonly value: string;
}

/** Whoever meets all conditions is in the group. */
export type GroupRule = readonly RuleCondition[];

/** As much of a person as rules ask for. `manager` is the handle of the direct one. */
export interface RulePerson {
  readonly department: string | null;
  readonly location: string | null;
  readonly kind: string;
  readonly languages: readonly string[];
  readonly manager: string | null;
}

export const mostConditions = 10;
const longestValue = 200;
const condition = /^\s*([a-z]+)\s*(!?=)\s*"((?:[^"\\]|\\["\\])*)"\s*/i;
const conjunction = /^and\b/i;

/**
 * Reads `department = "Quality" and location != "Douai"`.
 *
 * @throws {Refusal} INVALID, with what is wrong and where.
 */
export function parseRule(text: string): GroupRule {
  const rule: RuleCondition[] = [];
  for (let rest = text; ;) {
    const [matched, name, operator, quoted] = condition.exec(rest) ?? [];
    if (matched === undefined)
      throw wrong(`Expected a condition such as department = "Quality" at “${excerpt(rest)}”.`);
    rule.push({ field: fieldOf(name!), isNot: operator === '!=', value: valueOf(quoted!) });
    rest = rest.slice(matched.length);
    if (rest === '') break;
    if (!conjunction.test(rest)) throw wrong(`Expected “and” at “${excerpt(rest)}”.`);
    rest = rest.slice('and'.length);
  }
  if (rule.length > mostConditions) throw wrong(`A rule has ${mostConditions} conditions at most.`);
  return rule;
}

/** The rule in its one written form. */
export function writeRule(rule: GroupRule): string {
  const conditions = rule.map(({ field, isNot, value }) => `${field} ${isNot ? '!=' : '='} ${quote(value)}`);
  return conditions.join(' and ');
}

/** Whether a person is in a group by its rule. Values are compared without case and accents. */
export function meetsRule(rule: GroupRule, person: RulePerson): boolean {
  return rule.every(({ field, isNot, value }) => {
    const wanted = normal(value);
    return valuesOf(person, field).some((actual) => normal(actual) === wanted) !== isNot;
  });
}

function valuesOf(person: RulePerson, field: RuleField): readonly string[] {
  if (field === 'language') return person.languages;
  const value = person[field];
  return value === null ? [] : [value];
}

/** Thousands are in the same department. */
const normal = memo((value: string) => foldedWords(value).join(' '), 20_000);

function fieldOf(name: string): RuleField {
  const field = ruleFields.find((known) => known === name.toLowerCase());
  if (!field) throw wrong(`A rule asks for ${ruleFields.join(', ')}, not for “${name}”.`);
  return field;
}

function valueOf(quoted: string): string {
  const value = quoted.replaceAll(/\\(["\\])/g, '$1').trim();
  if (value === '') throw wrong('A condition needs a value between its quotation marks.');
  if (value.length > longestValue) throw wrong(`A value has ${longestValue} characters at most.`);
  return value;
}

function quote(value: string): string {
  return `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

function excerpt(text: string): string {
  return text.trim().slice(0, 30);
}

function wrong(message: string): Refusal {
  return new Refusal('INVALID', message, ['rule']);
}
