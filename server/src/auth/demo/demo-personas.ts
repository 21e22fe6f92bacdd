import { viewerOf } from '../../platform/viewer.ts';
import type { Viewer } from '../../platform/viewer.ts';
import type { Directory } from '../strategy.ts';
import type { Persona } from './demo-sign-in-page.ts';

/** The details of a persona in the list. */
interface Described {
  readonly name: string;
  readonly jobTitle: string | null;
  readonly department: string | null;
}

/** The directory that the personas are in. */
export interface PersonaDirectory extends Pick<Directory, 'identify'> {
  person(viewer: Viewer, handle: string): Promise<Described | null>;
}

/** The existing people of these handles. */
export async function demoPersonas(handles: readonly string[], people: PersonaDirectory): Promise<Persona[]> {
  const personas = await Promise.all(
    handles.map(async (handle): Promise<Persona[]> => {
      const found = await people.identify({ handle });
      const person = found && (await people.person(viewerOf(found), handle));
      if (!person) return [];
      const { name, jobTitle, department } = person;
      return [{ handle, name, role: found.role, jobTitle, department }];
    }),
  );
  return personas.flat();
}
