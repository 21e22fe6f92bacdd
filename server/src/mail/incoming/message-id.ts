import { createHash } from 'node:crypto';
import { firstValue, headerFields, idsIn } from './header-fields.ts';

/**
 * The id of a mail, without brackets. One without has an id made of its content, the same for each copy that a server hands
 * over, as far as only the fields differ that servers add.
 */
export function messageIdOf(source: Buffer): string {
  const fields = headerFields(source);
  return idsIn(firstValue(fields, 'message-id'), 1)[0] ?? contentId(source, fields);
}

function contentId(source: Buffer, fields: ReturnType<typeof headerFields>): string {
  const end = source.indexOf('\r\n\r\n');
  const body = source.subarray(end < 0 ? 0 : end);
  const named = fields.filter(({ name }) => ['from', 'to', 'date', 'subject'].includes(name));
  const hash = createHash('sha256').update(JSON.stringify(named)).update(body).digest('hex').slice(0, 32);
  return `${hash}@no-message-id.invalid`;
}
