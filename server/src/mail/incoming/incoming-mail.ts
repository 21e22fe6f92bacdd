import type { Blame } from '../enhanced-status.ts';

/** A mail as it was handed over. */
export interface RawMail {
  source: Buffer;
  /** Null where the mailbox does not tell; an empty sender is that of automatic mails. */
  envelope: { from: string | null; to: readonly string[] };
}

/** A mail that was read. What is in it was written by others: only `proof` says who. */
export interface IncomingMail {
  kind: 'answer' | 'automatic' | 'bounce' | 'spam';
  /** Why it is not an answer, for the log; empty for an answer. */
  reason: string;
  /** The address of the sender; null if the mail names none or several. */
  from: string | null;
  fromName: string;
  /** How it is proved that the mail comes from this address; null if it is not: then anybody may have written it. */
  proof: SenderProof | null;
  /** Whom it was sent to, what the mail server says before what the mail says. */
  sentTo: string[];
  subject: string;
  /** Ids are without `<` and `>`. A mail without one has an id made of its content, so that copies are recognised. */
  messageId: string;
  inReplyTo: string | null;
  references: string[];
  /** What the sender wrote. */
  written: string;
  /** What was cut off: older mails, signatures, legal texts. Nothing is thrown away. */
  rest: string;
  /** Some of the text is missing, because it is beyond what is read. */
  isTruncated: boolean;
  attachments: { name: string; type: string; size: number }[];
  /** Of a bounce: whose mail was not delivered. It is no proof: compare with what was sent. */
  bounce: Bounce | null;
}

/** `header`: the company's mail server says so in Authentication-Results. `dkim`: the signature was checked here. */
export type SenderProof = 'header' | 'dkim';

export interface Bounce {
  /** Hard: the recipient cannot get mail. Soft: this mail, or today. */
  isHard: boolean;
  blame: Blame;
  recipient: string | null;
  /** Such as `5.1.1`. */
  status: string | null;
  /** Of the mail that was not delivered. */
  messageId: string | null;
}

/** A mail that cannot be read, now or later. */
export class UnreadableMail extends Error {
  override readonly name = 'UnreadableMail';
}
