import { DAY, dateOf, type LocalDate, startOf } from '../../../platform/zoned-time.ts';

/** The public holidays of a region in a year. */
export type RegionHolidays = (region: string, year: number) => ReadonlySet<LocalDate>;

/**
 * Loads the public holidays of the world: 40 MB of memory, and a third of a second. Those of a region and year are worked out
 * once.
 */
export async function loadRegionHolidays(): Promise<RegionHolidays & { assertRegion(region: string): void }> {
  const { default: Holidays } = await import('date-holidays');
  const known = new Map<string, ReadonlySet<LocalDate>>();
  const parts = (region: string) => region.split('-') as [country: string, state?: string, part?: string];

  const holidays: RegionHolidays = (region, year) => {
    const key = `${region} ${year}`;
    let days = known.get(key);
    if (!days) {
      const [country, state = '', part = ''] = parts(region);
      days = new Set(new Holidays(country, state, part).getHolidays(year).flatMap(daysOf));
      known.set(key, days);
    }
    return days;
  };
  return Object.assign(holidays, {
    /** @throws {Error} for a region that is not known: of it, the library would give the holidays of the whole country. */
    assertRegion(region: string): void {
      const [country, state, part] = parts(region);
      const all = new Holidays();
      const isKnown =
        country in all.getCountries() &&
        (state === undefined || state in (all.getStates(country) ?? {})) &&
        (part === undefined || part in (all.getRegions(country, state!) ?? {}));
      if (!isKnown) throw new Error(`PARVIS_HOLIDAYS: no public holidays are known of ${region}.`);
    },
  });
}

/** Whole days off. Holidays that begin at noon are half ones, and those that are only observed or optional are none. */
function daysOf({ date, start, end, type }: { date: string; start: Date; end: Date; type: string }): LocalDate[] {
  if (type !== 'public' || !date.includes(' 00:00:00')) return [];
  const first = startOf(date.slice(0, 10));
  const count = Math.round((end.getTime() - start.getTime()) / DAY);
  return Array.from({ length: count }, (_, index) => dateOf(first + index * DAY));
}
