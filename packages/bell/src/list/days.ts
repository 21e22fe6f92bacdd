/** Things of one day, the last first. */
export interface Day<Item> {
  /** As it is called: today, yesterday, or its date. */
  readonly name: string;
  readonly items: readonly Item[];
}

/** Things with a time, in their order, by the days on which they were for who reads. */
export function byDay<Item extends { readonly at: string }>(
  items: readonly Item[],
  lang: string,
  now: Date,
): Day<Item>[] {
  const days = new Map<number, Item[]>();
  for (const item of items) {
    const day = startOf(new Date(item.at));
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days].map(([day, ofDay]) => ({ name: nameOf(day, lang, now), items: ofDay }));
}

function startOf(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function nameOf(day: number, lang: string, now: Date): string {
  // A day is not always 24 hours long.
  const ago = Math.round((startOf(now) - day) / 86_400_000);
  if (ago < 2) return capital(new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(-ago, 'day'), lang);
  const isThisYear = new Date(day).getFullYear() === now.getFullYear();
  const options: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };
  if (!isThisYear) options.year = 'numeric';
  return capital(new Intl.DateTimeFormat(lang, options).format(day), lang);
}

function capital(text: string, lang: string): string {
  return text.replace(/^./u, (letter) => letter.toLocaleUpperCase(lang));
}
