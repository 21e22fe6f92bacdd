import type { ParvisErrorCode } from '../client/parvis-error.js';
import type { CoreStrings } from './en.js';

const problems: Partial<Record<ParvisErrorCode, string>> = {
  OFFLINE: 'Vous êtes hors connexion. Le contenu s’affichera au retour du réseau.',
  TIMEOUT: 'Le serveur met trop de temps à répondre.',
  UNAVAILABLE: 'Le serveur est indisponible pour le moment.',
  BLOCKED: 'Cette page ne peut pas joindre son serveur de discussion. La console du navigateur en donne la raison.',
  UNAUTHENTICATED: 'Connectez-vous pour participer.',
  FORBIDDEN: 'Vous n’avez pas accès à ce contenu.',
  NOT_FOUND: 'Ce contenu n’existe plus, ou n’est pas pour vous.',
  TOO_LONG: 'C’est trop long.',
  LOCKED: 'Cette discussion est close.',
  INVALID: 'Le serveur a refusé cette demande. Contactez votre administrateur.',
  EDIT_WINDOW_CLOSED: 'Il est trop tard pour modifier.',
  RESTORE_WINDOW_CLOSED: 'Il est trop tard pour annuler.',
};

export const strings: CoreStrings = {
  problem: (code, requestId) =>
    problems[code] ?? `Une erreur est survenue${requestId ? ` (référence ${requestId})` : ''}.`,
  tryAgain: 'Réessayer',
  signIn: 'Se connecter',
};
