import type { LocalDate } from '../../../platform/zoned-time.ts';
import { type HolidayFile, readHolidayFile } from './holiday-file.ts';
import { type HolidayRegions, siteKey } from './holiday-regions.ts';
import { loadRegionHolidays, type RegionHolidays } from './region-holidays.ts';

interface Loaded {
  readonly region: RegionHolidays;
  readonly file: HolidayFile;
}

const noDays: ReadonlySet<LocalDate> = new Set();

/** The days off of a company, by site. Loads nothing before it is asked, and nothing at all where there are no settings. */
export class Holidays {
  readonly #regions: HolidayRegions | null;
  readonly #path: string | null;
  #loaded: Promise<Loaded> | undefined;

  /** @param settings - `PARVIS_HOLIDAYS` and `PARVIS_HOLIDAYS_FILE`. */
  constructor({ holidays, holidaysFile }: { holidays: HolidayRegions | null; holidaysFile: string | null }) {
    this.#regions = holidays;
    this.#path = holidaysFile;
  }

  /**
   * Reads what the settings name, so that a server that starts says what is wrong with it.
   *
   * @throws {Error} for a region that is not known, and a file that cannot be read.
   */
  async load(): Promise<void> {
    await this.#load();
  }

  /**
   * The days off of the people at a site, for `QuietRules`: enough of them to find the end of quiet hours.
   *
   * @param site - As `Person.location` has it.
   * @param from - The day from which on they are needed.
   * @param until - The last day of an absence, after which they are needed.
   */
  async around(site: string | null, from: LocalDate, until: LocalDate | null = null): Promise<ReadonlySet<LocalDate>> {
    if (this.#regions === null && this.#path === null) return noDays;
    const { region, file } = await this.#load();
    const key = siteKey(site ?? '');
    const days = new Set([...(file.get('') ?? noDays), ...(file.get(key) ?? noDays)]);
    const code = this.#regions?.bySite.get(key) ?? this.#regions?.others;
    const last = yearOf(until !== null && until > from ? until : from) + 1;
    // The night shift of New Year’s Eve belongs to the year before.
    for (let year = yearOf(from) - 1; code && year <= last; year++) for (const day of region(code, year)) days.add(day);
    return days;
  }

  /** Again after a failure: the file may be there by then. */
  #load(): Promise<Loaded> {
    this.#loaded ??= this.#read().catch((error: unknown) => {
      this.#loaded = undefined;
      throw error;
    });
    return this.#loaded;
  }

  async #read(): Promise<Loaded> {
    const file = this.#path === null ? new Map() : await readHolidayFile(this.#path);
    if (this.#regions === null) return { file, region: () => noDays };
    const region = await loadRegionHolidays();
    const { others, bySite } = this.#regions;
    for (const code of [...(others === null ? [] : [others]), ...bySite.values()]) region.assertRegion(code);
    return { file, region };
  }
}

const yearOf = (date: LocalDate) => Number(date.slice(0, 4));
