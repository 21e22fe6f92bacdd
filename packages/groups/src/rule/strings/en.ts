import type { RuleField } from '../group-rule.js';

const ruleFields: Record<RuleField, string> = {
  department: 'Department',
  location: 'Location',
  kind: 'Kind of person',
  language: 'Language',
  manager: 'Manager',
};

/** As in “everyone whose department is Quality”. */
const whose: Record<RuleField, string> = {
  department: 'whose department',
  location: 'whose location',
  kind: 'whose kind',
  language: 'whose language',
  manager: 'whose manager',
};

export const en = {
  ruleIs: 'is',
  ruleIsNot: 'is not',
  ruleAnd: 'and',
  ruleFields,
  whose,
  kinds: { EMPLOYEE: 'Employee', CONTRACTOR: 'Contractor', GUEST: 'Guest', SERVICE: 'Service' } as Record<
    string,
    string
  >,
  ruleField: (n: number) => `Condition ${n}: what`,
  ruleOperator: (n: number) => `Condition ${n}: is or is not`,
  ruleValue: (n: number) => `Condition ${n}: value`,
  managerHint: 'Short name, as paul.lefevre',
  addCondition: 'Add a condition',
  removeCondition: (n: number) => `Remove condition ${n}`,
  inWords: (words: string) => `In the group: everyone ${words}.`,
  valueMissing: 'Fill in a value, or remove the condition.',
};

export type RuleStrings = typeof en;
