import { characterBefore, isLetter } from './characters.ts';
import type { Literal } from './written-address.ts';

const step = String.raw`[^\s\p{Cc}<>"|*?\x60\\]`;
const steps = String.raw`[^\s\p{Cc}<>"|*?\x60]*`;
/** A path of Windows or of a share, with spaces where a backslash follows within a few words. */
const path = new RegExp(String.raw`(?:[a-z]:|\\\\${step}+)\\${steps}(?:(?: ${step}{1,64}){1,4}\\${steps})*`, 'iuy');

/** The path `C:\…` or `\\server\share\…` that is written from `start` on. */
export function writtenPath(text: string, start: number): Literal | null {
  const before = characterBefore(text, start);
  if (isLetter(before) || before === '\\') return null;
  path.lastIndex = start;
  const written = path.exec(text)?.[0].replace(/[_~.,;:!?)\]}'’»”…]{1,8}$/u, '');
  return written ? { start, end: start + written.length, inlines: [written] } : null;
}

const identifier = /_+[\p{L}\p{N}]+(?:_+[\p{L}\p{N}]+)*_+/uy;

/** The name of something in a program, `__init__.py`, `__init__(self)` or `a.__class__`, that is written from `start` on. */
export function writtenIdentifier(text: string, start: number): Literal | null {
  const before = characterBefore(text, start);
  if (isLetter(before)) return null;
  identifier.lastIndex = start;
  const written = identifier.exec(text)?.[0];
  if (!written) return null;
  const end = start + written.length;
  const isIdentifier = before === '.' || /^(?:\.[\p{L}\p{N}_]|[(\[])/u.test(text.slice(end, end + 3));
  return isIdentifier ? { start, end, inlines: [written] } : null;
}
