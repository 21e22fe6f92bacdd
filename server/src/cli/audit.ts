import { type AuditEntry, headText, readHead } from '../audit/audit-entry.ts';
import { print, printed } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { withApp } from './with-app.ts';

export interface VerifyOptions {
  head?: string;
}

export interface ExportOptions {
  after?: string;
}

export async function verifyAudit({ head }: VerifyOptions): Promise<void> {
  const known = head === undefined ? null : readHead(head);
  if (head !== undefined && !known)
    throw new UsageError('--head takes a number and a hash of 64 characters, as in the lines of the server: 12:5f0c…');
  const found = await withApp(({ audit }) => audit.verify(known), { create: false });
  if ('reason' in found) {
    print(`Entry ${found.entry} is wrong: ${found.reason}.\n`);
    process.exitCode = 1;
  } else {
    print(`${found.number} ${found.number === 1 ? 'entry' : 'entries'}, none changed. Head: ${headText(found)}\n`);
  }
}

export async function exportAudit({ after = '0' }: ExportOptions): Promise<void> {
  if (!/^\d{1,15}$/.test(after)) throw new UsageError('--after takes the number of an entry.');
  await withApp(
    async ({ audit }) => {
      for await (const entries of audit.entries(Number(after))) await printed(entries.map(line).join(''));
    },
    { create: false },
  );
}

/** JSON, which escapes control characters. `details` stays the text that was hashed. */
function line({ previous, number, at, actor, action, subject, details, hash }: AuditEntry): string {
  return `${JSON.stringify({ number, at, actor, action, subject, details, previous, hash })}\n`;
}
