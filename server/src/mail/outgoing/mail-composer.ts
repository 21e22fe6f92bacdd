import type { SignedInViewer } from '../../platform/viewer.ts';
import type { Answered } from '../mail-answer.ts';
import type { Block, MailContent, MailLanguage } from './mail-blocks.ts';

/**
 * The kinds of mails, with what each is about: ids rather than texts, because a mail is written at the moment when it is sent. A
 * module adds its own: `declare module '…/mail/outgoing/mail-composer.ts' { interface MailKinds { invited: { groupId: RowId } } }`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- modules fill it
export interface MailKinds {}
export type MailKind = keyof MailKinds & string;

/** Who gets a mail, with the rights that they have now. */
export interface Recipient {
  readonly viewer: SignedInViewer;
  readonly language: MailLanguage;
}

/** A mail without what all mails have in common. */
export interface MailDraft {
  readonly subject: string;
  readonly preview: string;
  readonly blocks: readonly Block[];
  readonly footer: MailContent['footer'];
  /** Whose words it brings. */
  readonly fromName?: string;
  /** What an answer to it is about; none where it cannot be answered. */
  readonly answers?: Answered;
  /** The ids of mails before it, the oldest first. */
  readonly references?: readonly string[];
  /** Of its list, before our domain: `notices`. */
  readonly list?: string;
  /** What a POST to stops mails like this one. */
  readonly unsubscribeUrl?: string;
  /** An answer to a mail of theirs: what goes wrong with it is told to nobody. */
  readonly isReply?: boolean;
}

/** How a module writes mails of one kind. */
export interface MailComposer<About = never> {
  /** Null where there is nothing to say any more. */
  compose(recipient: Recipient, about: About): Promise<MailDraft | null>;
  /** The first moment from now on at which it may reach somebody, null for none; without this, any moment. */
  opensAt?(recipient: Recipient): Promise<number | null>;
}
