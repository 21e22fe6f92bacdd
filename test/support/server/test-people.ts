import type { PersonKind, Role } from '../../../server/src/platform/viewer.ts';
import { newPerson } from '../../../server/src/modules/people/index.ts';
import { newPersonDetails } from '../../../server/src/modules/people/person.ts';
import type { TestServer } from './test-server.ts';

/** Puts people into the directory of a test, by handle, as an import would. */
export async function addPeople(
  server: TestServer,
  people: Record<string, { name: string; email?: string; role?: Role; kind?: PersonKind }>,
) {
  for (const [handle, { name, email = null, role = 'EMPLOYEE', kind = 'EMPLOYEE' }] of Object.entries(people)) {
    const details = { ...newPersonDetails(handle, name), email, mailProved: email === null ? null : true, role, kind };
    await server.app.services.people.add([newPerson(details)]);
  }
}
