import type { ParvisErrorCode } from '../client/parvis-error.js';

const problems: Partial<Record<ParvisErrorCode, string>> = {
  OFFLINE: 'You are offline. This will load when the network is back.',
  TIMEOUT: 'The server is taking too long to respond.',
  UNAVAILABLE: 'The server is unavailable right now.',
  BLOCKED: 'This page cannot reach its discussion server. See the browser console for the reason.',
  UNAUTHENTICATED: 'Sign in to take part.',
  FORBIDDEN: 'You do not have access to this.',
  NOT_FOUND: 'This is gone, or not for you.',
  TOO_LONG: 'This is too long.',
  LOCKED: 'This discussion is closed.',
  INVALID: 'The server rejected this. Ask your administrator.',
  EDIT_WINDOW_CLOSED: 'It is too late to edit this.',
  RESTORE_WINDOW_CLOSED: 'It is too late to undo this.',
};

export const en = {
  /** What happened; `requestId` identifies a failure in the server's log. */
  problem: (code: ParvisErrorCode, requestId?: string) =>
    problems[code] ?? `Something went wrong${requestId ? ` (reference ${requestId})` : ''}.`,
  tryAgain: 'Try again',
  signIn: 'Sign in',
};

export type CoreStrings = typeof en;
