import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { Holidays } from '../../../../server/src/modules/notifications/quiet/holidays.ts';
import { parseRegions } from '../../../../server/src/modules/notifications/quiet/holiday-regions.ts';
import { nextOpen } from '../../../../server/src/modules/notifications/quiet/quiet.ts';
import { daily } from './moments.ts';

const of = (regions: string | null, file: string | null = null) =>
  new Holidays({ holidays: regions === null ? null : parseRegions(regions), holidaysFile: file });
const those = async (holidays: Holidays, site: string | null, year: number) =>
  [...(await holidays.around(site, `${year}-06-15`))].filter((day) => day.startsWith(`${year}`)).sort();

describe('public holidays', () => {
  it('are those of the country, by the calendar of the state', async () => {
    assert.deepEqual(await those(of('FR'), null, 2027), [
      '2027-01-01', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-08', '2027-05-17',
      '2027-07-14', '2027-08-15', '2027-11-01', '2027-11-11', '2027-12-25',
    ]); // prettier-ignore
  });

  it('are those of a part of the country, by site', async () => {
    const holidays = of('FR, Metz=FR-57, Berlin = DE-BE');

    const moselle = await those(holidays, 'Metz', 2027);
    // Good Friday and the day after Christmas.
    assert.deepEqual(moselle.filter((day) => ['2027-03-26', '2027-12-26'].includes(day)).length, 2);
    assert.ok((await those(holidays, ' BERLIN', 2027)).includes('2027-03-08'));
    assert.ok(!(await those(holidays, 'Berlin', 2027)).includes('2027-07-14'));
    assert.ok((await those(holidays, 'Douai', 2027)).includes('2027-07-14'));
  });

  it('are none for other sites where only some are named', async () => {
    assert.deepEqual(await those(of('Berlin=DE-BE'), 'Douai', 2027), []);
    assert.deepEqual(await those(of('Berlin=DE-BE'), null, 2027), []);
  });

  it('are whole days off: not half ones, and not what is only observed', async () => {
    const china = await those(of('CN'), null, 2027);

    assert.deepEqual(china.filter((day) => day.startsWith('2027-02')), ['2027-02-05', '2027-02-06', '2027-02-07']); // prettier-ignore
    assert.ok(!china.includes('2027-03-08'));
    assert.ok(!(await those(of('US'), null, 2027)).includes('2027-02-14'));
  });

  it('are known before and after a year, and after an absence', async () => {
    const days = await of('FR').around(null, '2026-12-31', '2028-12-01');

    for (const day of ['2025-12-25', '2027-01-01', '2028-12-25', '2029-01-01']) assert.ok(days.has(day), day);
  });

  it('are refused where nobody knows of the region', async () => {
    for (const region of ['XX', 'DE-ZZ', 'DE-BY-ZZ', 'FR,Berlin=DE-XX'])
      await assert.rejects(of(region).load(), /no public holidays are known of/, region);
  });

  it('move the next open minute', async () => {
    const holidays = await of('FR').around('Douai', '2026-12-24');
    const rules = { zone: 'Europe/Paris', hours: daily('08:00', '18:00'), holidays, holidayUntil: null };

    const open = nextOpen(Date.parse('2026-12-31T17:00Z'), rules);

    assert.equal(new Date(open!).toISOString(), '2027-01-02T07:00:00.000Z');
  });
});

describe('a file of days off', () => {
  let folder: string;
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'parvis-holidays-'))));
  after(() => rm(folder, { recursive: true }));

  const file = async (content: string) => {
    const path = join(folder, 'days.csv');
    await writeFile(path, content);
    return path;
  };

  it('adds days for a site, and for all', async () => {
    const path = await file(
      '\ufeffdate;site;name\r\n2027-12-24;Douai;"Closed; as each year"\r\n\r\n2027-05-07;;Bridge\r\n',
    );

    assert.deepEqual(await those(of(null, path), 'douai', 2027), ['2027-05-07', '2027-12-24']);
    assert.deepEqual(await those(of(null, path), 'Lyon', 2027), ['2027-05-07']);
    assert.equal((await those(of('FR', path), 'Douai', 2027)).length, 13);
  });

  it('needs neither header nor names', async () => {
    assert.deepEqual(await those(of(null, await file('2027-12-24')), null, 2027), ['2027-12-24']);
  });

  it('is refused with the line that is wrong', async () => {
    await assert.rejects(of(null, await file('date;site\n2027-12-24;Douai\n24/12/2027;Douai\n')).load(), /line 3: "24\/12\/2027" is not a day/); // prettier-ignore
    await assert.rejects(of(null, await file('24/12/2027;Douai\n')).load(), /line 1/);
  });

  it('is read again after it was missing', async () => {
    const holidays = of(null, join(folder, 'later.csv'));
    await assert.rejects(holidays.load(), /ENOENT/);

    await writeFile(join(folder, 'later.csv'), '2027-12-24');

    assert.deepEqual(await those(holidays, null, 2027), ['2027-12-24']);
  });
});

describe('the library of public holidays', () => {
  const server = new URL('../../../../server/src/', import.meta.url);
  const quiet = new URL('modules/notifications/quiet/', server);

  /** Whether a process loads it that has read the settings and asks for days off. */
  const isLoaded = async (regions: string | null) => {
    const source = `
      import { registerHooks } from 'node:module';
      let isLoaded = false;
      registerHooks({ resolve: (name, context, next) => ((isLoaded ||= name === 'date-holidays'), next(name, context)) });
      await import('${new URL('config.ts', server).href}');
      const { Holidays } = await import('${new URL('holidays.ts', quiet).href}');
      const { parseRegions } = await import('${new URL('holiday-regions.ts', quiet).href}');
      const regions = ${JSON.stringify(regions)};
      await new Holidays({ holidays: regions && parseRegions(regions), holidaysFile: null }).around(null, '2027-01-01');
      console.log(isLoaded);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', source]);
    return stdout.trim() === 'true';
  };

  it('is loaded where there are settings, and nowhere else', async () => {
    assert.equal(await isLoaded('FR'), true);
    assert.equal(await isLoaded(null), false);
  });
});
