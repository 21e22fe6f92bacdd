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
  whose: {
    department: 'dont le service',
    location: 'dont le site',
    kind: 'dont le type',
    language: 'dont la langue',
    manager: 'dont le responsable',
  },
  kinds: { EMPLOYEE: 'Collaborateur', CONTRACTOR: 'Prestataire', GUEST: 'Invité', SERVICE: 'Service' },
  ruleField: (n) => `Condition ${n} : quoi`,
  ruleOperator: (n) => `Condition ${n} : est ou n’est pas`,
  ruleValue: (n) => `Condition ${n} : valeur`,
  managerHint: 'Nom court, comme paul.lefevre',
  addCondition: 'Ajouter une condition',
  removeCondition: (n) => `Retirer la condition ${n}`,
  inWords: (words) => `Dans le groupe : tous ceux ${words}.`,
  valueMissing: 'Indiquez une valeur, ou retirez la condition.',
};
