import { linkAddress } from './address.ts';
import { characterBefore, precedesInWord } from './characters.ts';
import type { Inline } from './rich-text.ts';

/** A stretch of a text that markup has no say in. */
export interface Literal {
  readonly start: number;
  readonly end: number;
  readonly inlines: readonly Inline[];
}

/**
 * What ends an address wherever it stands: spaces, what no address holds, and the marks that texts put after one, as
 * closing quotes, an ellipsis, dashes, and the punctuation of Chinese and Japanese, which no space follows.
 */
const end =
  /[\s\p{Cc}<>"`“”„‟‘’‚‛«»‹›…–—―⸺·、。〃〈〉《》「」『』【】〔〕〖〗〘〙〚〛〜・！（），．：；？［］｛｝～｡｢｣､]|\]\(/gu;

/** Marks that end a sentence rather than an address. */
const trailing = new Set('?!.,:;*_~\'"|');
const brackets: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** The address, `https://…` or `www.…`, that is written from `start` on. */
export function writtenAddress(text: string, start: number): Literal | null {
  const before = characterBefore(text, start);
  if (precedesInWord(before)) return null;
  const isBare = !/^h/i.test(text[start]!);
  if (isBare && /[/@.&#\-=:]/.test(before)) return null;
  end.lastIndex = start;
  const reach = end.exec(text)?.index ?? text.length;
  const written = withoutTail(foreignHostCut(text.slice(start, reach)));
  if (!/^(?:https?:\/\/|www\.)[\p{L}\p{N}[]/iu.test(written)) return null;
  const href = linkAddress(isBare ? `http://${written}` : written);
  const inlines: Inline[] = [href === null ? written : { t: 'a', href, c: [written] }];
  return { start, end: start + written.length, inlines };
}

/** Without the marks that follow the address, and without brackets that are opened before it. */
function withoutTail(address: string): string {
  const surplus = new Map(Object.keys(brackets).map((closing) => [closing, 0]));
  for (const character of address) {
    for (const [closing, opening] of Object.entries(brackets)) {
      if (character === closing) surplus.set(closing, surplus.get(closing)! + 1);
      else if (character === opening) surplus.set(closing, surplus.get(closing)! - 1);
    }
  }
  let length = address.length;
  for (; length > 0; length--) {
    const last = address[length - 1]!;
    const unopened = surplus.get(last);
    if (unopened !== undefined && unopened > 0) surplus.set(last, unopened - 1);
    else if (!trailing.has(last)) break;
  }
  return address.slice(0, length);
}

/** `www.example.org에서` ends at `org`: no host mixes the two in a label, and Korean writes its particles so. */
function foreignHostCut(address: string): string {
  const host = /^(?:https?:\/\/)?[^/?#]*/i.exec(address)![0];
  const foreign = /(?<=[a-z0-9.]\.[a-z]{2,63})[\p{L}](?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])/iu.exec(
    host,
  );
  return foreign ? address.slice(0, foreign.index) : address;
}
