import type { ParvisErrorCode } from '../client/parvis-error.js';

const problems: Partial<Record<ParvisErrorCode, string>> = {
  OFFLINE: 'You are offline. This will load when the network is back.',
  TIMEOUT: 'The server takes too long to answer.',
  UNAVAILABLE: 'The server cannot answer right now.',
  BLOCKED: 'This page cannot reach its discussion server. The browser’s console says why.',
  UNAUTHENTICATED: 'Sign in to take part.',
  FORBIDDEN: 'You do not have access to this.',
  NOT_FOUND: 'This is no longer here.',
  TOO_LONG: 'This is too long.',
  LOCKED: 'This discussion is closed.',
  RATE_LIMITED: 'That was very fast. Wait a moment, then try again.',
  INVALID: 'The server does not take this. Its administrator can say why.',
  EDIT_WINDOW_CLOSED: 'It is too late to edit this.',
  RESTORE_WINDOW_CLOSED: 'It is too late to undo this.',
};

export const en = {
  /** What happened; `requestId` names a failure that only the server's log explains. */
  problem: (code: ParvisErrorCode, requestId?: string) =>
    problems[code] ?? `Something went wrong${requestId ? ` (reference ${requestId})` : ''}.`,
  tryAgain: 'Try again',
  signIn: 'Sign in',
};

export type CoreStrings = typeof en;
