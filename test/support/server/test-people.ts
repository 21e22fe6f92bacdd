import type { Role } from '../../../server/src/auth/viewer.ts';
import type { TestServer } from './test-server.ts';

/** Puts people into the directory of a test, by handle, as a first sign-in would. */
export async function addPeople(
  server: TestServer,
  people: Record<string, { name: string; email?: string; role?: Role }>,
) {
  for (const [handle, { name, email, role = 'EMPLOYEE' }] of Object.entries(people)) {
    await server.app.services.people.provision({ handle, name, email });
    await server.app.database.db.updateTable('person').set({ role }).where('handle', '=', handle).execute();
  }
}
