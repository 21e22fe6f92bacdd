const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long it is until a moment: "in 2 days". */
export function endsIn(moment: string, now: number, lang: string): string {
  const left = Date.parse(moment) - now;
  const [unit, size] = UNITS.find(([, size]) => left >= size) ?? UNITS[2];
  const count = Math.max(1, Math.round(left / size));
  return new Intl.RelativeTimeFormat(lang).format(count, unit);
}
