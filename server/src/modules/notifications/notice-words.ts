import type { NoticeDeclaration, NoticeLanguage, NoticeWords } from '../../events/notices.ts';
import { noticeLanguages } from '../../events/notices.ts';

/** How many people a notice names at most; where there are more, one fewer. */
export const mostNamed = 3;

const others: Readonly<Record<NoticeLanguage, (count: number) => string>> = {
  en: (count) => `${count} others`,
  fr: (count) => `${count} autres`,
};
const somebody: Readonly<Record<NoticeLanguage, string>> = { en: 'Somebody', fr: 'Quelqu’un' };

/** The language in which to say it to who reads a language such as `fr-CA`. */
export function noticeLanguage(tag: string | null | undefined): NoticeLanguage {
  const language = tag?.toLowerCase().split('-')[0];
  return noticeLanguages.find((known) => known === language) ?? noticeLanguages[0];
}

/** A notice in one sentence. @param names - Of those who did it, the last first; not of all, where they are many. */
export function sentence(
  { say }: NoticeDeclaration,
  language: NoticeLanguage,
  { names, count, place }: { names: readonly string[]; count: number; place: NoticeWords['place'] },
): string {
  const isAll = count <= mostNamed && names.length === count;
  const named = isAll ? names : names.slice(0, mostNamed - 1);
  const rest = count - named.length;
  const parts = rest > 0 ? [...named, others[language](rest)] : named;
  const people = new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
  return say[language]({ people: people || somebody[language], count, place });
}
