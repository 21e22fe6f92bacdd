import { type ParsedMail, simpleParser } from 'mailparser';
import { isSameAddress, parseAddress } from '../mail-address.ts';
import { bounceOf } from './bounce.ts';
import { cutReply } from './cut-reply.ts';
import { firstValue, type HeaderField, headerFields, idsIn, valuesOf } from './header-fields.ts';
import { htmlLines } from './html-lines.ts';
import { type IncomingMail, type RawMail, UnreadableMail } from './incoming-mail.ts';
import { messageIdOf } from './message-id.ts';
import { automaticReason, spamReason } from './mail-kind.ts';
import { isBlank, type ReplyLine, textLines } from './reply-line.ts';
import { plainSender } from './sender.ts';
import { type ProofOptions, proofOf } from './sender-proof.ts';

export interface ReadOptions extends ProofOptions {
  /** In bytes. */
  maxSize: number;
  /** The address of our own mails: one that comes from there went in a circle. */
  ownAddress: string | null;
}

/** Of a mail with more parts, or text, the rest is not read. */
const limits = { parts: 200, text: 500_000, html: 2_000_000, lines: 20_000, attachments: 100, addresses: 100 };

/**
 * Reads a mail: what kind it is, who sent it and whether that is proved, and what they wrote.
 *
 * @throws {UnreadableMail} if it is too large or broken.
 */
export async function readMail(raw: RawMail, options: ReadOptions): Promise<IncomingMail> {
  const { source } = raw;
  if (source.length > options.maxSize) throw new UnreadableMail('The mail is too large.');
  const fields = headerFields(source);
  const parsed = await parse(source);
  const sender = plainSender(fields);
  const subject = oneLine(parsed.subject ?? '');
  const from = sender?.address ?? null;
  const fromName = oneLine(parsed.from?.value[0]?.name ?? '');
  const bounce = bounceOf(fields, source);
  const spam = bounce ? null : spamReason(fields);
  const automatic = automaticReason(fields, raw, { from, subject, ownAddress: options.ownAddress });
  const kind = bounce ? 'bounce' : spam ? 'spam' : automatic ? 'automatic' : 'answer';
  const { lines, isTruncated } = linesOf(parsed);
  return {
    kind,
    reason: bounce ? `bounce ${bounce.status ?? ''}`.trim() : (spam ?? automatic ?? ''),
    from,
    fromName,
    proof: kind === 'answer' ? await proofOf(source, fields, sender, options) : null,
    sentTo: recipients(raw, fields, parsed),
    subject,
    messageId: messageIdOf(source),
    inReplyTo: idsIn(firstValue(fields, 'in-reply-to'), 1)[0] ?? null,
    references: idsIn(firstValue(fields, 'references')),
    ...cutReply(lines, fromName),
    isTruncated,
    attachments: attachmentsOf(parsed),
    bounce,
  };
}

async function parse(source: Buffer): Promise<ParsedMail> {
  try {
    return await simpleParser(source, {
      keepCidLinks: true,
      skipHtmlToText: true,
      skipTextLinks: true,
      keepDeliveryStatus: true,
      ...{ ignoreEmbedded: true, maxHeadSize: 300_000, maxChildNodes: limits.parts },
    });
  } catch (error) {
    throw new UnreadableMail('The mail is broken.', { cause: error });
  }
}

/** HTML says where quotes and signatures are, and does not break lines; without words in it, plain text is read. */
function linesOf({ html, text = '' }: ParsedMail): { lines: ReplyLine[]; isTruncated: boolean } {
  const fromHtml = html ? htmlLines(html.slice(0, limits.html)) : [];
  const isHtml = fromHtml.some((line) => !isBlank(line));
  const lines = isHtml ? fromHtml : textLines(text.slice(0, limits.text));
  return {
    lines: visible(lines.slice(0, limits.lines)),
    isTruncated:
      lines.length > limits.lines || (isHtml ? (html || '').length > limits.html : text.length > limits.text),
  };
}

/** Without control characters, and with plain spaces at the beginning and end of lines. */
function visible(lines: readonly ReplyLine[]): ReplyLine[] {
  return lines.map((line) => {
    const text = line.text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff]/g, '');
    return {
      ...line,
      text: text.trim() === '' ? '' : text.replace(/^[\u00a0 ]+/, (spaces) => ' '.repeat(spaces.length)),
    };
  });
}

/** The address of the envelope decides where a mail belongs; the others are what the mail says of itself. */
function recipients({ envelope }: RawMail, fields: readonly HeaderField[], { to, cc }: ParsedMail): string[] {
  const delivered = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) =>
    valuesOf(fields, name).slice(0, 1),
  );
  const written = [to, cc]
    .flatMap((list) => list ?? [])
    .flatMap(({ value }) => value.map(({ address = '' }) => address));
  const all: string[] = [];
  for (const given of [...envelope.to, ...delivered, ...written]) {
    const address = parseAddress(given.trim().replace(/^<|>$/g, ''));
    if (address && !all.some((known) => isSameAddress(known, address))) all.push(address);
    if (all.length === limits.addresses) break;
  }
  return all;
}

function attachmentsOf({ attachments }: ParsedMail): IncomingMail['attachments'] {
  return attachments.slice(0, limits.attachments).map(({ filename, contentType, size }) => ({
    name: oneLine(filename ?? '')
      .replace(/[\\/]/g, '_')
      .slice(0, 200),
    type: /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : 'application/octet-stream',
    size,
  }));
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}
