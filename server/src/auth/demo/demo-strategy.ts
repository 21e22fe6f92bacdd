import type { Credentials, Directory, Strategy } from '../strategy.ts';
import { viewerOf } from '../../platform/viewer.ts';

export const personaCookie = 'parvis_persona';

/** The persona of a signed-out visitor. */
export const nobody = 'nobody';

export interface DemoPersonas {
  /** The persona of a visitor who has not chosen one. */
  default: string;
  /** The handles that visitors can choose. */
  offered: readonly string[];
}

/** Believes the visitor's cookie: they are the persona that they chose, if it is offered. For demonstrations only. */
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

/** The handle of the persona that a visitor chose; null if none. */
export function chosenPersona(credentials: Credentials): string | null {
  const cookies = credentials.header('cookie')?.split(';') ?? [];
  const cookie = cookies.map((pair) => pair.trim()).find((pair) => pair.startsWith(`${personaCookie}=`));
  return cookie?.slice(personaCookie.length + 1) || null;
}
