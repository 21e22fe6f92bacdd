/** Of which country, and of which parts of it, the public holidays are days off: by site. */
export interface HolidayRegions {
  /** `FR`, `DE-BE` or `DE-BY-A`: of people at other sites, and at none. */
  readonly others: string | null;
  /** By the site as `siteKey` has it. */
  readonly bySite: ReadonlyMap<string, string>;
}

const region = /^[A-Z]{2}(?:-[A-Z0-9]+){0,2}$/;

/**
 * Regions as they stand in the settings: `FR,Berlin=DE-BE`. Whether there is such a region is known once they are loaded.
 *
 * @throws {Error} that says what is wrong.
 */
export function parseRegions(text: string): HolidayRegions {
  let others: string | null = null;
  const bySite = new Map<string, string>();
  for (const part of text.split(',').map((part) => part.trim())) {
    const [, site, code = ''] = /^(?:(.+?)\s*=)?\s*(\S*)$/.exec(part) ?? [];
    if (!region.test(code)) throw new Error(`${JSON.stringify(part)} names no region.`);
    const isTwice = site === undefined ? others !== null : bySite.has(siteKey(site));
    if (isTwice) throw new Error(`${JSON.stringify(part)} is the second for ${site ?? 'all other sites'}.`);
    if (site === undefined) others = code;
    else bySite.set(siteKey(site), code);
  }
  return { others, bySite };
}

/** Sites are compared without case: they are typed by hand on both sides. */
export function siteKey(site: string): string {
  return site.normalize('NFC').trim().toLocaleLowerCase('en');
}
