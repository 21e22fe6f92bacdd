import { fold } from '../folding.ts';
import type { PersonStatus } from '../person.ts';
import { BadCell } from './cell-values.ts';

const statuses: Record<string, PersonStatus> = {
  active: 'ACTIVE', actif: 'ACTIVE', present: 'ACTIVE', 'en poste': 'ACTIVE', employed: 'ACTIVE',
  'on leave': 'ACTIVE', conge: 'ACTIVE', 'en conge': 'ACTIVE', absent: 'ACTIVE', enabled: 'ACTIVE',
  departed: 'DEPARTED', left: 'DEPARTED', inactive: 'DEPARTED', terminated: 'DEPARTED', disabled: 'DEPARTED', retired: 'DEPARTED',
  parti: 'DEPARTED', partie: 'DEPARTED', inactif: 'DEPARTED', sorti: 'DEPARTED', sortie: 'DEPARTED',
  desactive: 'DEPARTED', desactivee: 'DEPARTED', retraite: 'DEPARTED', retraitee: 'DEPARTED',
}; // prettier-ignore

const YES = /^(?:true|vrai|yes|oui|y|o|1|x|active?|actif|enabled)$/;
const NO = /^(?:false|faux|no|non|n|0|inactive?|inactif|disabled)$/;

/** The bit of `userAccountControl` that marks a disabled account in Active Directory. */
const ACCOUNT_DISABLED = 2;

/** @throws {BadCell} */
export function statusOf(cell: string): PersonStatus {
  const status = statuses[fold(cell)];
  if (!status) throw new BadCell(`“${cell}” is not a status: active or departed (actif, parti).`);
  return status;
}

/** @throws {BadCell} */
export function enabledOf(cell: string): PersonStatus {
  const answer = fold(cell);
  if (YES.test(answer)) return 'ACTIVE';
  if (NO.test(answer)) return 'DEPARTED';
  throw new BadCell(`“${cell}” is not a valid value for “enabled”: true or false (oui, non).`);
}

/** @throws {BadCell} */
export function controlOf(cell: string): PersonStatus {
  const flags = /^0x[0-9a-f]+$/i.test(cell) || /^\d+$/.test(cell) ? Number(cell) : NaN;
  if (Number.isNaN(flags))
    throw new BadCell(`“${cell}” is not a userAccountControl: it is a number such as 512 or 514.`);
  return (flags & ACCOUNT_DISABLED) === 0 ? 'ACTIVE' : 'DEPARTED';
}
