import type { Credentials, Directory, Strategy } from './strategy.ts';
import { viewerOf } from './viewer.ts';

export const personaCookie = 'parvis_persona';

/** Who a visitor is who chose to be signed out. */
export const nobody = 'nobody';

/** Takes the visitor at their word: they are the persona that they chose. For demonstrations alone. */
export function demoStrategy(directory: Directory, defaultPersona: string): Strategy {
  return {
    async identify(credentials) {
      const handle = chosenPersona(credentials) ?? defaultPersona;
      const found = handle === nobody ? null : await directory.identify({ handle });
      return found && viewerOf(found.person, found.role);
    },
  };
}

/** The handle of the persona that a visitor chose, if they did. */
export function chosenPersona(credentials: Credentials): string | null {
  const cookies = credentials.header('cookie')?.split(';') ?? [];
  const cookie = cookies.map((pair) => pair.trim()).find((pair) => pair.startsWith(`${personaCookie}=`));
  return cookie?.slice(personaCookie.length + 1) || null;
}
