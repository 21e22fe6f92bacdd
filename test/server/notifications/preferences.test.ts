import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { localIdOf, newId, type RowId, toGlobalId } from '../../../server/src/platform/ids.ts';
import { type Answer, codes, type Employee, type Intranet, startIntranet } from '../../support/server/intranet.ts';
import { told } from '../../support/server/told.ts';

const fields = `mailAvailable kinds { kind label(language: "fr") level defaultDelivery delivery mutedUntil }
  places { kind delivery place { __typename id } } quietHours { zone site keepsHolidays isDefault hours { weekday from to } }
  digest { frequency hour weekday }`;

describe('notification settings', () => {
  let intranet: Intranet;
  before(async () => {
    intranet = await startIntranet();
    intranet.server.app.start();
  });
  after(() => intranet.close());

  const settings = async ({ client }: Employee): Promise<Answer> =>
    (await client.query(`{ viewer { notificationSettings { ${fields} } } }`)).viewer.notificationSettings;
  const choose = ({ client }: Employee, input: Record<string, unknown>): Promise<Answer> =>
    client.attempt('setNotificationPreference', input, `settings { ${fields} }`);
  const kindsOf = async ({ client }: Employee): Promise<string[]> => {
    await told(intranet.server);
    const { viewer } = await client.query('{ viewer { inbox { notifications(first: 20) { nodes { kind } } } } }');
    return viewer.inbox.notifications.nodes.map(({ kind }: Answer) => kind);
  };
  const idOf = async (handle: string): Promise<RowId> => {
    const { person } = await intranet.adam.client.query(`{ person(handle: "${handle}") { id } }`);
    return localIdOf(person.id, 'Person');
  };
  const page = (name: string) => toGlobalId('Page', name);

  it('list every kind with its name and what it does by itself', async () => {
    const { kinds, mailAvailable, quietHours, digest, places } = await settings(intranet.ana);

    const reacted = kinds.find(({ kind }: Answer) => kind === 'REACTED_TO_POST');
    assert.deepEqual(reacted, {
      ...{ kind: 'REACTED_TO_POST', label: 'Les réactions à vos publications', level: 'INFORMATION' },
      ...{ defaultDelivery: 'HERE', delivery: null, mutedUntil: null },
    });
    const byDefault = new Map(kinds.map(({ kind, defaultDelivery }: Answer) => [kind, defaultDelivery]));
    assert.deepEqual([byDefault.get('REPLIED'), byDefault.get('COMMENTED')], ['MAIL', 'DIGEST']);
    assert.equal(mailAvailable, false);
    assert.deepEqual(places, []);
    assert.deepEqual([quietHours.zone, quietHours.isDefault, quietHours.hours.length], ['Europe/Paris', true, 5]);
    assert.deepEqual(quietHours.hours[0], { weekday: 1, from: '08:00', to: '19:00' });
    assert.deepEqual(digest, { frequency: 'DAILY', hour: 8, weekday: 1 });
  });

  it('keep away what somebody wants never, and bring the next one once they want it again', async () => {
    const { ana, bob } = intranet;
    const own = await ana.comment(page('never'), 'Mine');
    await choose(ana, { kind: 'REPLIED', delivery: 'NEVER' });
    await bob.comment(own, 'First');
    assert.deepEqual(await kindsOf(ana), []);

    await choose(ana, { kind: 'REPLIED', delivery: null });
    await bob.comment(own, 'Second');
    assert.deepEqual(await kindsOf(ana), ['REPLIED']);
  });

  it('count by the most exact choice: kind and place, place, kind, all; a post before its group', async () => {
    const { ana, adam, server } = intranet;
    const { group } = await adam.client.mutate('addGroup', { name: 'Exact' }, 'group { id handle }');
    const post = await adam.post(`group:${group.handle}`, 'In the group');
    const anaId = await idOf('ana');
    const places = [
      { type: 'Post', id: localIdOf(post, 'Post') },
      { type: 'Group', id: localIdOf(group.id, 'Group') },
    ] as const;
    const { db } = server.app.database;
    const { preferences } = server.app.services.notifications;
    const replied = async () => (await preferences.deliveriesOf(db, [anaId], { kind: 'REPLIED', places })).get(anaId);
    const chosen: string[] = [(await replied())!];
    for (const input of [
      { delivery: 'NEVER' },
      { kind: 'REPLIED', delivery: 'DIGEST' },
      { placeId: group.id, delivery: 'HERE' },
      { placeId: group.id, kind: 'REPLIED', delivery: 'NEVER' },
      { placeId: post, delivery: 'DIGEST' },
      { placeId: post, kind: 'REPLIED', delivery: 'MAIL' },
      // Of other kinds and places.
      { placeId: page('other'), delivery: 'NEVER' },
      { placeId: post, kind: 'COMMENTED', delivery: 'NEVER' },
    ]) {
      assert.deepEqual(codes(await choose(ana, input)), []);
      chosen.push((await replied())!);
    }
    assert.deepEqual(chosen, ['MAIL', 'NEVER', 'DIGEST', 'HERE', 'NEVER', 'DIGEST', 'MAIL', 'MAIL', 'MAIL']);
    const { places: listed } = await settings(ana);
    assert.equal(listed.length, 6);
    for (const { kind, place } of listed) await choose(ana, { kind, placeId: place.id, delivery: null });
    await choose(ana, { delivery: null });
    await choose(ana, { kind: 'REPLIED', delivery: null });
    assert.deepEqual((await settings(ana)).places, []);
  });

  it('are refused for what one may not read, as for what is not there, and say nothing of it later', async () => {
    const { ana, bob, adam } = intranet;
    const hidden = { name: 'Unsaid', visibility: 'PRIVATE', join: 'INVITE' };
    const { group } = await adam.client.mutate('addGroup', hidden, 'group { id handle }');
    const post = await adam.post(`group:${group.handle}`, 'In the group');
    const absent = await choose(bob, { placeId: toGlobalId('Post', newId()), delivery: 'HERE' });
    assert.deepEqual(codes(absent), ['NOT_FOUND']);
    assert.deepEqual((await choose(bob, { placeId: post, delivery: 'HERE' })).userErrors, absent.userErrors);

    const membership = { groupId: group.id, personId: toGlobalId('Person', await idOf('ana')) };
    await adam.client.mutate('setMembership', { ...membership, role: 'MEMBER' }, 'group { id }');
    for (const placeId of [post, group.id])
      assert.deepEqual(codes(await choose(ana, { placeId, delivery: 'HERE' })), []);
    assert.equal((await settings(ana)).places.length, 2);
    await adam.client.mutate('setMembership', membership, 'group { id }');
    assert.deepEqual(
      (await settings(ana)).places.map(({ place }: Answer) => place.id),
      // Everybody may know that there is such a group.
      [group.id],
    );
  });

  it('take no person, and no sign-out', async () => {
    const { ana, nobody } = intranet;
    const person = toGlobalId('Person', await idOf('bob'));
    const [error] = (await choose(ana, { placeId: person, delivery: 'HERE' })).userErrors;
    assert.deepEqual([error.code, error.field], ['INVALID', ['placeId']]);
    assert.deepEqual(codes(await choose(nobody, { delivery: 'HERE' })), ['UNAUTHENTICATED']);
  });

  it('have quiet hours, with the days off of a site and one’s own absence', async () => {
    const { ana, bob, server } = intranet;
    const hours = [{ weekday: 2, from: '22:00', to: '06:00' }];
    const input = { zone: 'America/New_York', hours, site: ' Berlin ', keepsHolidays: false };
    const { settings: set } = await ana.client.attempt('setQuietHours', input, `settings { ${fields} }`);
    assert.deepEqual(set.quietHours, { ...input, site: 'Berlin', isDefault: false });

    const away = { from: '2020-01-01', until: '2020-01-01', zone: 'Europe/Paris' };
    const today = new Date(server.clock.now()).toISOString().slice(0, 10);
    await bob.client.mutate('setAbsence', { ...away, from: today, until: today }, 'person { id }');
    const { db } = server.app.database;
    const [anaId, bobId] = [await idOf('ana'), await idOf('bob')];
    const rules = await server.app.services.notifications.schedules.quietRulesOf(db, [anaId, bobId]);
    assert.deepEqual(
      [rules.get(anaId)!.zone, rules.get(anaId)!.hours[1]],
      ['America/New_York', { from: '22:00', to: '06:00' }],
    );
    assert.equal(rules.get(anaId)!.holidayUntil, null);
    assert.deepEqual([rules.get(bobId)!.zone, rules.get(bobId)!.holidayUntil], ['Europe/Paris', today]);
    assert.deepEqual(rules.get(bobId)!.hours[6], null);
  });

  it('have a digest', async () => {
    const { ana, bob, server } = intranet;
    const { settings: set } = await ana.client.attempt(
      'setDigest',
      { frequency: 'WEEKLY', weekday: 5 },
      `settings { ${fields} }`,
    );
    assert.deepEqual(set.digest, { frequency: 'WEEKLY', hour: 8, weekday: 5 });
    await bob.client.mutate('setDigest', { frequency: 'NONE' }, 'settings { mailAvailable }');
    const [anaId, bobId, cleoId] = [await idOf('ana'), await idOf('bob'), await idOf('cleo')];
    const { schedules } = server.app.services.notifications;
    const rules = await schedules.digestRulesOf(server.app.database.db, [anaId, bobId, cleoId]);
    assert.deepEqual(rules.get(anaId), { zone: 'America/New_York', hour: 8, weekday: 5 });
    assert.equal(rules.get(bobId), null);
    assert.deepEqual(rules.get(cleoId), { zone: 'Europe/Paris', hour: 8, weekday: null });
  });

  it('say which field is wrong', async () => {
    const { ana } = intranet;
    const wrong: [string, Record<string, unknown>, string, string][] = [
      ['setQuietHours', { zone: 'Paris' }, 'INVALID', 'zone'],
      ['setQuietHours', { hours: [{ weekday: 8, from: '08:00', to: '18:00' }] }, 'INVALID', 'hours'],
      ['setQuietHours', { hours: [{ weekday: 1, from: '8', to: '18:00' }] }, 'INVALID', 'hours'],
      ['setQuietHours', { site: 'x'.repeat(201) }, 'TOO_LONG', 'site'],
      ['setDigest', { frequency: 'DAILY', hour: 24 }, 'INVALID', 'hour'],
      ['setDigest', { frequency: 'WEEKLY', weekday: 0 }, 'INVALID', 'weekday'],
      ['setDigest', { frequency: 'WEEKLY', zone: '+01:00' }, 'INVALID', 'zone'],
    ];
    for (const [name, input, code, field] of wrong) {
      const [error] = (await ana.client.attempt(name, input, 'settings { mailAvailable }')).userErrors;
      assert.deepEqual([error.code, error.field], [code, [field]], name);
    }
  });

  it('say that mails can come where there is a mail server', async () => {
    const withMail = await startIntranet({
      PARVIS_SMTP_URL: 'smtp://127.0.0.1:25',
      PARVIS_PUBLIC_URL: 'https://social.example.org',
      PARVIS_MAIL_FROM: 'Parvis <parvis@example.org>',
    });
    try {
      assert.equal((await settings(withMail.ana)).mailAvailable, true);
    } finally {
      await withMail.close();
    }
  });
});
