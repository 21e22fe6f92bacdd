import type { PersonKind } from '../../../platform/viewer.ts';
import { fold } from '../folding.ts';
import { BadCell } from './cell-values.ts';

const kinds: Record<string, PersonKind> = {
  employee: 'EMPLOYEE', employe: 'EMPLOYEE', employes: 'EMPLOYEE', salarie: 'EMPLOYEE', salariee: 'EMPLOYEE',
  internal: 'EMPLOYEE', interne: 'EMPLOYEE', member: 'EMPLOYEE', membre: 'EMPLOYEE',
  contractor: 'CONTRACTOR', 'contingent worker': 'CONTRACTOR', consultant: 'CONTRACTOR', consultante: 'CONTRACTOR',
  freelance: 'CONTRACTOR', external: 'CONTRACTOR', externe: 'CONTRACTOR', prestataire: 'CONTRACTOR', 'sous-traitant': 'CONTRACTOR',
  'sous-traitante': 'CONTRACTOR', interimaire: 'CONTRACTOR',
  guest: 'GUEST', visitor: 'GUEST', invite: 'GUEST', invitee: 'GUEST', visiteur: 'GUEST', visiteuse: 'GUEST',
  service: 'SERVICE', 'service account': 'SERVICE', bot: 'SERVICE', robot: 'SERVICE', 'compte de service': 'SERVICE',
}; // prettier-ignore

/** @throws {BadCell} */
export function kindOf(cell: string): PersonKind {
  const kind = kinds[fold(cell)];
  if (!kind)
    throw new BadCell(
      `“${cell}” is not a kind of person: employee, contractor, guest or service (employé, prestataire, invité, service).`,
    );
  return kind;
}
