export const RULE_FIELDS = ['department', 'location', 'kind', 'language', 'manager'] as const;
export type RuleField = (typeof RULE_FIELDS)[number];

/** What a rule asks of those who are in the group by it; they meet all of its conditions. */
export interface RuleCondition {
  readonly field: RuleField;
  readonly isNot: boolean;
  readonly value: string;
}

/** How many conditions the server takes. */
export const MOST_CONDITIONS = 10;

/** As the server reads it: `department = "Quality" and location != "Douai"`. */
export const writeRule = (conditions: readonly RuleCondition[]): string =>
  conditions
    .map(({ field, isNot, value }) => `${field} ${isNot ? '!=' : '='} "${value.trim().replace(/["\\]/g, '\\$&')}"`)
    .join(' and ');
