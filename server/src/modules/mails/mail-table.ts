import type { RowId } from '../../platform/ids.ts';

/** An address to which one person can answer one thing: `fil+<token>@…`. */
export interface AnswerAddressTable {
  token: string;
  person_id: RowId;
  /** The name of its GraphQL type. */
  thing_type: string;
  thing_id: RowId;
  ends_at: number;
}

/** `WAITING` for its job, `HELD` until its sender says that it is theirs, `CONFIRMED` by them, `DONE`. */
export type IncomingState = 'WAITING' | 'HELD' | 'CONFIRMED' | 'DONE';

/** A mail that was handed over to us. */
export interface IncomingMailTable {
  id: RowId;
  fingerprint: string;
  state: IncomingState;
  /** JSON */
  envelope: string;
  /** In Base64; empty once it is done. */
  source: string;
  taken_at: number;
}

/**
 * - `WAITING`: for its job.
 * - `SENDING`: handed over now or, if the process ended or the connection was lost, perhaps before.
 * - `SENT`: the mail server has it.
 * - `DROPPED`: there was nothing to say any more, or no address to say it to.
 * - `FAILED`: refused for good.
 */
export type OutgoingState = 'WAITING' | 'SENDING' | 'SENT' | 'DROPPED' | 'FAILED';

/** A mail to somebody. Its text is written when it is sent. */
export interface OutgoingMailTable {
  id: RowId;
  person_id: RowId;
  kind: string;
  /** JSON: what it is to say. */
  about: string;
  state: OutgoingState;
  /** That it was sent to, in lower case. */
  address: string | null;
  created_at: number;
}

/** An address that takes no mails, to which none are sent for a time. */
export interface MailStopTable {
  /** In lower case. */
  address: string;
  person_id: RowId;
  /** As the mail server said it: `5.1.1`. */
  status: string | null;
  stopped_at: number;
}

/** When somebody was last told by mail what became of theirs. */
export interface MailReplyTable {
  /** In lower case. */
  address: string;
  replied_at: number;
}

export interface MailTables {
  answer_address: AnswerAddressTable;
  incoming_mail: IncomingMailTable;
  outgoing_mail: OutgoingMailTable;
  mail_stop: MailStopTable;
  mail_reply: MailReplyTable;
}
