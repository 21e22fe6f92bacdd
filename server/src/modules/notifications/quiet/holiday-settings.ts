import { parsed, setting, text } from '../../../platform/settings-table.ts';
import { parseRegions } from './holiday-regions.ts';

/** The settings of days off. */
export const holidaySettings = {
  holidays: setting('PARVIS_HOLIDAYS', {
    takes: parsed(
      'a country, or a part of one, for all sites or for one, between commas: FR,Berlin=DE-BE',
      parseRegions,
    ),
    description:
      'Whose public holidays are days off, on which people get no notifications. A country as `FR`, a part of one as `DE-BE` or `FR-57`, by the codes of ISO 3166-2; `Berlin=DE-BE` is for the people whose location is Berlin, and `FR` alone for all others. If unset, there are no public holidays. See docs/operations.md.',
  }),
  holidaysFile: setting('PARVIS_HOLIDAYS_FILE', {
    takes: ['the path of a CSV file', text],
    description:
      'A file of further days off, such as those of the company: a day, a site and a name in each row, `2026-12-24;Douai;Christmas Eve`. A day without a site is for all. Read once, when the server needs it first.',
  }),
};
