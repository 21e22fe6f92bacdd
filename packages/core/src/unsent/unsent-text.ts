import type { ParvisError, ParvisErrorCode } from '../client/parvis-error.js';

/** A text that the server has not confirmed yet, as this browser stores it. */
export interface UnsentText {
  readonly id: string;
  /** The server accepts a key once, however often the text is sent. */
  readonly idempotencyKey: string;
  /** The author: only they see the text, and it is sent only in their name. */
  readonly viewerId: string;
  /** The thread or wall that shows it. */
  readonly place: string;
  /** What the text is about; its text field takes it back for editing. */
  readonly subjectId: string;
  /** The name of the person it replies to. */
  readonly answers?: string | undefined;
  /** The list in the cache that the new comment or post is added to. */
  readonly list: string;
  /** The mutation that sends it, stored because the page that sends it may not have the widget that wrote it. */
  readonly mutation: string;
  readonly input: UnsentInput;
  /** In ms since 1970, by the clock of this computer. */
  readonly writtenAt: number;
  /** Whether an attempt to send it has failed. Before that, the widget that sends it shows it. */
  readonly isWaiting: boolean;
  /** Whether its writer is editing it. */
  readonly isHeld?: boolean;
  /** Why the server rejected it. */
  readonly refusal?: ParvisErrorCode | undefined;
}

export interface UnsentInput {
  /** Undefined for a write without a text, such as a like. Such a write is not shown, and only the last one counts. */
  readonly body?: string;
  readonly linkUrl?: string | null;
  readonly [field: string]: unknown;
}

export type UnsentState = 'waiting' | 'old' | 'refused' | 'held';

// The server forgets idempotency keys after 24 hours: a text sent later might be stored twice.
const SENT_BY_ITSELF_FOR = 23 * 60 * 60 * 1_000;

/** The state of an unsent text. Only one that is `waiting` is sent automatically. */
export function stateOf({ input, isHeld, refusal, writtenAt }: UnsentText): UnsentState {
  // Repeating a like changes nothing, so it may be sent at any time.
  if (input.body === undefined) return 'waiting';
  if (isHeld) return 'held';
  if (refusal) return 'refused';
  return Date.now() - writtenAt < SENT_BY_ITSELF_FOR ? 'waiting' : 'old';
}

/** Whether the server may accept the unchanged text later, without anything done by the writer. */
export function mayPass(error: ParvisError): boolean {
  return error.isTransient || error.code === 'INTERNAL' || error.code === 'RATE_LIMITED';
}
