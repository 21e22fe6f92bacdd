import { newPerson, type PersonDetails } from '../../../server/src/modules/people/index.ts';
import { newPersonDetails } from '../../../server/src/modules/people/person.ts';
import type { TestServer } from '../../support/server/test-server.ts';
import type { RowId } from '../../../server/src/platform/ids.ts';

type Row = Partial<PersonDetails> & { name: string; manager?: string };

/** Puts people into the directory of a test, by handle, managers before those they manage. */
export async function fillDirectory({ app }: TestServer, rows: Record<string, Row>): Promise<void> {
  const ids = new Map<string, RowId>();
  const people = Object.entries(rows).map(([handle, { manager, ...details }]) => {
    const managerId = manager === undefined ? null : ids.get(manager)!;
    const person = newPerson({ ...newPersonDetails(handle, details.name), ...details }, managerId);
    ids.set(handle, person.id);
    return person;
  });
  await app.services.people.add(people);
}

/** A company small enough to know by heart. */
export const vauclair: Record<string, Row> = {
  claire: { name: 'Claire Montagnier', jobTitle: 'Directrice générale', department: 'Direction', location: 'Lyon' },
  ines: { name: 'Inès Carpentier', department: 'Communication', location: 'Lyon', role: 'COMMUNICATOR', manager: 'claire' },
  'stephane.lefevre': {
    name: 'Stéphane Lefèvre',
    email: 'Stephane.Lefevre@vauclair.example',
    phone: '+33 1 99 00 12 34',
    jobTitle: 'Acheteur matières',
    department: 'Achats',
    location: 'Lyon',
    expertise: ['fonte', 'négociation'],
    manager: 'claire',
  },
  chloe: { name: 'Chloé Lefebvre', jobTitle: 'Ingénieure qualité', department: 'Qualité', location: 'Douai', manager: 'claire' },
  paul: { name: 'Paul Lefébure', jobTitle: 'Soudeur', department: 'Production', location: 'Douai', manager: 'chloe' },
  nadia: { name: 'Nadia Benali', department: 'Logistique', location: 'Douai', expertise: ['quais'], manager: 'claire' },
  amina: { name: 'Amina Ben Salah', department: 'Logistique', location: 'Douai', manager: 'nadia' },
  jm: { name: 'Jean-Marc d’Almeida', department: 'Achats', location: 'Nantes', expertise: ['fonte'], manager: 'stephane.lefevre' },
  thibault: { name: 'Thibault Gauthier', jobTitle: 'Conducteur de ligne', department: 'Production', location: 'Douai' },
  mathieu: { name: 'Matthieu Œuvrard', jobTitle: 'Soudeur', department: 'Production', location: 'Nantes' },
  lukasz: { name: 'Łukasz Strauß', jobTitle: 'Quality engineer', department: 'Qualité', location: 'Kraków' },
  nantes: { name: 'Marie Nantes', department: 'Direction', location: 'Lyon' },
  alix: { name: 'Alix Verdon', department: 'Direction', location: 'Nantes' },
  gerard: { name: 'Gérard Morvan', department: 'Production', location: 'Nantes', email: 'gerard@vauclair.example', status: 'DEPARTED', manager: 'claire' },
}; // prettier-ignore
