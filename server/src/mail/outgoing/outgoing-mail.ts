import { type Mailbox, parseAddress } from '../mail-address.ts';

/** A mail to one person. Ids of mails are without `<` and `>`. */
export interface OutgoingMail {
  to: Mailbox;
  subject: string;
  html: string;
  text: string;
  messageId: string;
  /** The name before our address: of the person whose words the mail brings, say. That of the setting by default. */
  fromName?: string;
  /** The mail of the same discussion that came before. */
  inReplyTo?: string;
  /** The mails of the same discussion, oldest first. */
  references?: readonly string[];
  /** What mail programs sort by, such as `comments.parvis.example.org`. */
  listId?: string;
  /** An https address that takes a POST without sign-in (RFC 8058). A GET there must change nothing: scanners follow links. */
  unsubscribeUrl?: string;
  /** Where answers go. */
  replyTo?: Mailbox;
  /** Where notices about failed delivery go, the sender's address by default; null for nowhere. */
  returnPath?: string | null;
  /** Whether it answers a mail of the recipient. */
  isReply?: boolean;
}

/** A mail that we must not send: a mistake of the program that made it. */
export class WrongMail extends Error {
  override readonly name = 'WrongMail';
}

/** The headers of a mail, and its two addresses, none of which can hold a line break. */
export interface CheckedMail {
  from: Mailbox;
  to: Mailbox;
  replyTo: Mailbox | undefined;
  subject: string;
  messageId: string;
  inReplyTo: string | undefined;
  references: string[];
  envelope: { from: string; to: string };
  headers: Record<string, string>;
}

/**
 * Puts people's words on one line, and refuses what must be exact.
 *
 * @throws {WrongMail}
 */
export function checkedMail(mail: OutgoingMail, from: Mailbox): CheckedMail {
  const { to, replyTo, inReplyTo, references = [], returnPath } = mail;
  const sender = checkedMailbox({ name: mail.fromName ?? from.name, address: from.address });
  const recipient = checkedMailbox(to);
  return {
    from: sender,
    to: recipient,
    replyTo: replyTo && checkedMailbox(replyTo),
    subject: oneLine(mail.subject).slice(0, maxSubject),
    messageId: inBrackets(mail.messageId),
    inReplyTo: inReplyTo === undefined ? undefined : inBrackets(inReplyTo),
    references: references.map(inBrackets).slice(-maxReferences),
    envelope: { from: checkedReturnPath(returnPath, sender), to: recipient.address },
    headers: {
      'Auto-Submitted': mail.isReply ? 'auto-replied' : 'auto-generated',
      // Programs that answer by themselves must not answer us.
      'X-Auto-Response-Suppress': 'All',
      ...listHeaders(mail),
    },
  };
}

const maxSubject = 300;
/** The newest; mail programs need no more to sort. */
const maxReferences = 20;

function checkedReturnPath(returnPath: string | null | undefined, sender: Mailbox): string {
  if (returnPath === null) return '';
  return returnPath === undefined ? sender.address : checkedAddress(returnPath);
}

function listHeaders({ listId, unsubscribeUrl }: OutgoingMail): Record<string, string> {
  return {
    ...(listId !== undefined && { 'List-Id': `<${checked(listId, /^[\w-]+(?:\.[\w-]+)+$/, 'a list id')}>` }),
    ...(unsubscribeUrl !== undefined && {
      'List-Unsubscribe': `<${checked(unsubscribeUrl, /^https:\/\/[\x21-\x3b\x3d\x3f-\x7e]+$/, 'an https address')}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}

function checkedMailbox({ name, address }: Mailbox): Mailbox {
  return { name: oneLine(name), address: checkedAddress(address) };
}

function checkedAddress(address: string): string {
  const parsed = parseAddress(address);
  if (!parsed) throw new WrongMail('An address of a mail is not valid.');
  return parsed;
}

function inBrackets(id: string): string {
  return `<${checked(id, /^[^\s<>@"\p{Cc}]{1,200}@[^\s<>@"\p{Cc}]{1,200}$/u, 'the id of a mail')}>`;
}

function checked(value: string, pattern: RegExp, what: string): string {
  if (!pattern.test(value)) throw new WrongMail(`A header needs ${what}.`);
  return value;
}

/** Without line breaks, other control characters and invisible marks of direction. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
