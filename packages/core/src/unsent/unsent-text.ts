import type { ParvisError, ParvisErrorCode } from '../client/parvis-error.js';

/** What somebody wrote and the server has not answered for yet, as this browser keeps it. */
export interface UnsentText {
  readonly id: string;
  /** The server takes it once with this key, however often it is sent. */
  readonly idempotencyKey: string;
  /** Who wrote it: nobody else sees it, and it is sent as nobody else. */
  readonly viewerId: string;
  /** The thread or wall that shows it. */
  readonly place: string;
  /** What it is about: whose field it goes back to. */
  readonly subjectId: string;
  /** The name of the person whom it answers. */
  readonly answers?: string | undefined;
  /** The list in the cache that it is to join. */
  readonly list: string;
  /** The mutation that sends it, which must be known on pages without the widget that wrote it. */
  readonly mutation: string;
  readonly input: UnsentInput;
  /** In ms since 1970, by the clock of this computer. */
  readonly writtenAt: number;
  /** An attempt to send it has failed. Until then it is on its way, and the widget that sends it shows it. */
  readonly isWaiting: boolean;
  /** Its writer has it in hand again. */
  readonly isHeld?: boolean;
  /** Why the server does not take it. */
  readonly refusal?: ParvisErrorCode | undefined;
}

export interface UnsentInput {
  /** None where nothing was written: a like, for one. Nothing of it is shown, and the last one counts. */
  readonly body?: string;
  readonly linkUrl?: string | null;
  readonly [field: string]: unknown;
}

export type UnsentState = 'waiting' | 'old' | 'refused' | 'held';

// The server forgets its keys after 24 hours: what is sent later might be there twice.
const SENT_BY_ITSELF_FOR = 23 * 60 * 60 * 1_000;

/** What is the matter with a text that waits. Only one that is `waiting` is sent without being asked. */
export function stateOf({ input, isHeld, refusal, writtenAt }: UnsentText): UnsentState {
  // To say a second time that one likes something changes nothing.
  if (input.body === undefined) return 'waiting';
  if (isHeld) return 'held';
  if (refusal) return 'refused';
  return Date.now() - writtenAt < SENT_BY_ITSELF_FOR ? 'waiting' : 'old';
}

/** Whether a text may be taken later, unchanged, and nobody has to do anything for it. */
export function mayPass(error: ParvisError): boolean {
  return error.isTransient || error.code === 'INTERNAL' || error.code === 'RATE_LIMITED';
}
