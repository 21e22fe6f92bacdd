import type { Credentials, Directory, Strategy } from '../strategy.ts';
import { viewerOf } from '../../platform/viewer.ts';

export const personaCookie = 'parvis_persona';

/** Who a visitor is who chose to be signed out. */
export const nobody = 'nobody';

export interface DemoPersonas {
  /** Who a visitor is before they choose. */
  default: string;
  /** The handles of those whom they can choose to be. */
  offered: readonly string[];
}

/** Takes the visitor at their word: they are the persona that they chose, of those offered. For demonstrations alone. */
export function demoStrategy(directory: Directory, personas: DemoPersonas): Strategy {
  return {
    async identify(credentials) {
      const chosen = chosenPersona(credentials);
      const handle = chosen === null || personas.offered.includes(chosen) ? (chosen ?? personas.default) : nobody;
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
