import { byLanguage } from '@parvis/core/localisation/language.js';
import type { Format } from './formatting.js';

/** What is to be said of a text that its writer has not finished, and where. */
export interface Unfinished {
  readonly from: number;
  readonly to: number;
  readonly hint: string;
}

const en = {
  link: 'A link has no address yet. Type it, or remove the link.',
  mark: 'A formatting mark has no text yet. Type it, or remove the mark.',
};

const fr: typeof en = {
  link: 'Un lien n’a pas encore d’adresse. Tapez-la, ou retirez le lien.',
  mark: 'Une marque de mise en forme n’a pas encore de texte. Tapez-le, ou retirez la marque.',
};

const hints = byLanguage({ en, fr });

const CODE = /(`+)(?!`)[^]*?(?<!`)\1(?!`)/g;
const LINK = /(?<=\[[^\]\n]*\]\()https?:\/\/(?=\))/i;

/** What each button leaves where nothing is selected; the place of the text is in the middle, or at the end of the line. */
const LEFT: Partial<Record<Format, RegExp>> = {
  bold: /(?<!\*)\*{4}(?!\*)/,
  italic: /(?<!_)__(?!_)/,
  strike: /(?<!~)~{4}(?!~)/,
  code: /(?<!`)``(?!`)/,
  list: /^- *$/m,
  quote: /^> *$/m,
};

const used = new WeakMap<HTMLTextAreaElement, Set<Format>>();

/** Notes that a button was used in a field. People type `****` and `__` themselves, and mean it. */
export function noteUse(area: HTMLTextAreaElement, tool: Format): void {
  used.set(area, (used.get(area) ?? new Set()).add(tool));
}

/** Where a text still has what the formatting bar begins with, and nothing more; not in code. */
export function unfinished(area: HTMLTextAreaElement, lang: string): Unfinished | undefined {
  const words = hints(lang);
  const text = area.value.replace(CODE, (code) => ' '.repeat(code.length));
  const link = LINK.exec(text);
  if (link) return { from: link.index, to: link.index + link[0].length, hint: words.link };
  for (const tool of used.get(area) ?? []) {
    const left = LEFT[tool]?.exec(text);
    if (!left) continue;
    const isBlock = tool === 'list' || tool === 'quote';
    const at = left.index + left[0].length / (isBlock ? 1 : 2);
    return { from: at, to: at, hint: words.mark };
  }
  used.delete(area);
  return undefined;
}
