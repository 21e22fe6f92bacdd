import { denials } from '../sign-in.ts';
import { type Credentials, type Directory, SignInRefused, type Strategy } from '../strategy.ts';
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

/** Believes the visitor's cookie: they are the persona that they chose, if it is offered and has not left. For demonstrations only. */
export function demoStrategy(directory: Directory, personas: DemoPersonas): Strategy {
  return {
    async identify(credentials) {
      const chosen = chosenPersona(credentials);
      const handle = chosen === null || personas.offered.includes(chosen) ? (chosen ?? personas.default) : nobody;
      if (handle === nobody) return null;
      const outcome = await directory.signIn({ userName: handle, mails: [], doubtfulMails: [] }, false);
      if (!('denial' in outcome)) return viewerOf(outcome);
      if (outcome.denial === 'DEPARTED') throw new SignInRefused(denials.DEPARTED.said, { handle });
      return null;
    },
  };
}

/** The handle of the persona that a visitor chose; null if none. */
export function chosenPersona(credentials: Credentials): string | null {
  const cookies = credentials.header('cookie')?.split(';') ?? [];
  const cookie = cookies.map((pair) => pair.trim()).find((pair) => pair.startsWith(`${personaCookie}=`));
  return cookie?.slice(personaCookie.length + 1) || null;
}
