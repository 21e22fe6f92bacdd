import { blameOf, enhancedStatus } from '../enhanced-status.ts';
import { parseAddress } from '../mail-address.ts';
import { firstValue, type HeaderField, idsIn } from './header-fields.ts';
import type { Bounce } from './incoming-mail.ts';

/** Notices are short; what follows is the mail that came back. */
const maxNotice = 200_000;

/**
 * What a notice about a mail that was not delivered says (RFC 3464), or one of Exim, which has a form of its own; null if
 * the mail is none. Notices of success are none.
 */
export function bounceOf(fields: readonly HeaderField[], source: Buffer): Bounce | null {
  const type = firstValue(fields, 'content-type') ?? '';
  const failed = firstValue(fields, 'x-failed-recipients');
  const text = source.subarray(0, maxNotice).toString('latin1');
  if (/multipart\/report/i.test(type) && /report-type="?delivery-status/i.test(type)) return standardBounce(text);
  if (failed !== null && isFromServer(fields)) {
    const status = enhancedStatus(text);
    return bounce(failed.split(',')[0]!.trim(), status, 'failed', text);
  }
  return null;
}

function isFromServer(fields: readonly HeaderField[]): boolean {
  return /mailer-daemon|postmaster/i.test(firstValue(fields, 'from') ?? '');
}

function standardBounce(text: string): Bounce | null {
  const part = /^content-type:\s*message\/(?:global-)?delivery-status/im.exec(text);
  if (!part) return null;
  const report = text.slice(part.index);
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)`, 'im').exec(report)?.[1] ?? '';
  const action = field('action').trim().toLowerCase();
  if (action !== 'failed' && action !== 'delayed') return null;
  const recipient = field('original-recipient') || field('final-recipient');
  return bounce(recipient.replace(/^[^;]*;/, ''), enhancedStatus(field('status')), action, report);
}

function bounce(recipient: string, status: string | null, action: string, report: string): Bounce {
  const blame = action === 'failed' ? (blameOf(status) ?? 'message') : 'later';
  return {
    isHard: blame === 'recipient',
    blame,
    recipient: parseAddress(recipient.trim().replace(/^<|>$/g, '')),
    status,
    messageId: lastMessageId(report),
  };
}

/** The mail that came back is the last part; its header may be there alone. */
function lastMessageId(report: string): string | null {
  const ids = [...report.matchAll(/^message-id:[ \t]*((?:\r?\n[ \t]+)?<[^<>\s]{1,400}>)/gim)];
  return idsIn(ids.at(-1)?.[1] ?? null)[0] ?? null;
}
