import type { RuleStrings } from './en.js';

export const strings: RuleStrings = {
  ruleIs: 'est',
  ruleIsNot: 'n’est pas',
  ruleAnd: 'et',
  ruleFields: {
    department: 'Service',
    location: 'Site',
    kind: 'Type de personne',
    language: 'Langue',
    manager: 'Responsable',
  },
  kinds: { EMPLOYEE: 'Collaborateur', CONTRACTOR: 'Prestataire', GUEST: 'Invité', SERVICE: 'Service' },
  ruleField: (n) => `Condition ${n} : quoi`,
  ruleOperator: (n) => `Condition ${n} : est ou n’est pas`,
  ruleValue: (n) => `Condition ${n} : valeur`,
  managerHint: 'Nom court, comme paul.lefevre',
  addCondition: 'Ajouter une condition',
  removeCondition: (n) => `Retirer la condition ${n}`,
  inWords: (words) => `Dans le groupe : ${words}.`,
  valueMissing: 'Indiquez une valeur, ou retirez la condition.',
};
