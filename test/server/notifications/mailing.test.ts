import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { ParsedMail } from 'mailparser';
import { toGlobalId } from '../../../server/src/platform/ids.ts';
import type { MailOffice } from '../../support/mail/mail-office.ts';
import type { Answer } from '../../support/server/intranet.ts';
import { day, hour, MailWeek, minute, subjects } from './mail-week.ts';

describe('notifications by mail', () => {
  let week: MailWeek;
  let office: MailOffice;

  before(async () => {
    week = await MailWeek.open();
    office = week.office;
  });
  after(() => office.close());
  beforeEach(() => week.begin());

  const follow = (link: string, init: RequestInit) => {
    const { pathname, search } = new URL(link);
    return office.intranet.server.fetch(pathname + search, init);
  };
  const header = (mail: ParsedMail, name: string) => mail.headerLines.find(({ key }) => key === name)?.line ?? '';
  const unsubscribe = (mail: ParsedMail) =>
    /<(https:[^>]+)>/.exec(header(mail, 'list-unsubscribe').replace(/\s/g, ''))![1]!;

  it('come after twenty minutes, and an answer to them is a comment', async () => {
    const reply = await week.replied();
    assert.deepEqual(await week.wait(19 * minute), []);
    const [mail] = await week.wait(minute);

    assert.equal(mail!.subject, 'Ana Lima replied to your comment');
    assert.equal(mail!.from!.text, '"Ana Lima (Le Fil)" <fil@social.example.org>');
    assert.match(mail!.text!, /At 8, from the south gate/);
    assert.match(mail!.text!, /Reply above this line/);
    assert.match(mail!.text!, /Settings: https:\/\/intranet\.example\.org\/settings/);
    assert.match(header(mail!, 'list-unsubscribe-post'), /List-Unsubscribe=One-Click/);
    assert.match(header(mail!, 'list-id'), /<notices\.social\.example\.org>/);
    assert.match(header(mail!, 'references'), /<thread\.[\w-]+@social\.example\.org>/);

    const to = mail!.replyTo!.value[0]!.address!;
    await office.answer('gmail-web-fr', { to });
    await office.settled();
    const { nodes } = await office.zoe.comments(reply, 'first: 5', 'body { text } author { handle }');
    assert.deepEqual(nodes, [
      { body: { text: 'Merci Paul, je prendrai celle de 7 h 40.\nEt le soir ?' }, author: { handle: 'zoe' } },
    ]);
  });

  it('do not come of what was seen meanwhile, withdrawn, or may not be read any more', async () => {
    const { ana, cleo } = office.intranet;
    await week.replied();
    await week.wait(5 * minute);
    const at = new Date(office.intranet.server.clock.now()).toISOString();
    await office.zoe.client.mutate('markNotificationsSeen', { until: at }, 'inbox { id }');
    await ana.deleteComment(await week.replied());
    await office.settled();
    const wallKey = `person:zoe`;
    const post = await office.zoe.post(wallKey, 'Mine');
    await cleo.comment(post, 'Yours');
    await office.settled();
    await cleo.mutatePost('deletePost', { postId: post });

    assert.deepEqual(await week.wait(hour), []);
  });

  it('are one mail, with a line for each', async () => {
    await week.replied('First');
    await week.wait(10 * minute);
    await week.replied('Second');
    const mails = await week.wait(10 * minute);

    assert.deepEqual(subjects(mails), ['2 news for you']);
    assert.match(mails[0]!.text!, /Second[^]*First/);
    assert.equal(mails[0]!.replyTo, undefined, 'nobody knows what would be answered');
    assert.equal((await week.wait(hour)).length, 1);
  });

  it('tell only what is new, where one mail came before', async () => {
    const own = await office.zoe.comment(week.newPage(), 'Who comes?');
    await office.intranet.ana.comment(own, 'I do');
    await week.wait(20 * minute);
    await office.intranet.bob.comment(own, 'I do too');

    const mails = await week.wait(20 * minute);
    assert.deepEqual(subjects(mails), ['Ana Lima replied to your comment', 'Bob Stone replied to your comment']);
    assert.equal(header(mails[0]!, 'references'), header(mails[1]!, 'references'));
  });

  it('wait for the end of quiet hours, and are one mail then', async () => {
    week.setClock('18:50:00');
    await week.replied();
    await week.wait(30 * minute);
    await week.replied();
    assert.deepEqual(await week.wait(12 * hour + 20 * minute), [], 'it is 7:40');

    assert.deepEqual(subjects(await week.wait(20 * minute)), ['2 news for you']);
  });

  it('are no more than so many a day; what comes after them is in the digest of the next morning', async () => {
    for (let count = 0; count < 4; count++) {
      await week.replied(`Number ${count}`);
      await week.wait(25 * minute);
    }
    assert.equal(office.sink.mails.length, 3);

    week.setClock('23:00:00');
    assert.equal((await office.sent()).length, 3);
    const mails = await week.wait(9 * hour + minute);
    assert.deepEqual(subjects(mails).slice(3), ['What you have not read yet']);
    assert.match(mails[3]!.text!, /Number 3/);
    assert.doesNotMatch(mails[3]!.text!, /Number 2/);
  });

  it('have what is for somebody before what they follow, in a digest', async () => {
    await week.choose({ kind: 'REPLIED', delivery: 'DIGEST' });
    const page = week.newPage();
    await week.replied('An answer', page);
    await office.intranet.bob.comment(page, 'Something else');
    await week.wait(0);
    week.setClock('23:00:00');
    const mails = await week.wait(9 * hour + minute);

    assert.deepEqual(subjects(mails), ['What you have not read yet']);
    assert.match(mails[0]!.text!, /For you\n[^]*An answer[^]*On what you follow\n[^]*Something else/);
  });

  it('come in a digest where somebody wants that, and not if all is read, or on a day off', async () => {
    await week.choose({ kind: 'REPLIED', delivery: 'DIGEST' });
    await week.replied('For the digest');
    assert.deepEqual(await week.wait(12 * hour), []);
    assert.deepEqual(subjects(await week.wait(10 * hour)), ['What you have not read yet']);

    await week.replied();
    await office.settled();
    await office.zoe.client.mutate('markNotificationsRead', {}, 'inbox { id }');
    assert.equal((await week.wait(day)).length, 1);

    week.setClock('10:30:00');
    office.intranet.server.clock.advance(2 * day);
    await week.replied('On a Friday');
    assert.equal((await week.wait(2 * day)).length, 1, 'it is Sunday');
    assert.equal((await week.wait(day)).length, 2);
  });

  it('are stopped by one click that stops nothing else, and not by a scanner that follows links', async () => {
    await week.replied();
    const [mail] = await week.wait(20 * minute);
    const link = unsubscribe(mail!);
    const delivery = async () => {
      const { viewer } = await office.zoe.client.query(
        '{ viewer { notificationSettings { kinds { kind delivery } } } }',
      );
      return viewer.notificationSettings.kinds.filter((each: Answer) => each.delivery !== null);
    };

    assert.match(await (await follow(link, { method: 'GET' })).text(), /<form method="post"><button>/);
    assert.deepEqual(await delivery(), []);
    assert.equal((await follow(`${link}x`, { method: 'POST' })).status, 200);
    assert.deepEqual(await delivery(), []);

    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    assert.equal((await follow(link, { method: 'POST', body })).status, 200);
    assert.deepEqual(await delivery(), [{ kind: 'REPLIED', delivery: 'HERE' }]);
    await week.replied();
    assert.equal((await week.wait(20 * minute)).length, 1);
  });

  it('mute a discussion by a link', async () => {
    const page = week.newPage();
    await week.replied('Loud', page);
    const [mail] = await week.wait(20 * minute);
    const link = /Mute this discussion: (\S+)/.exec(mail!.text!)![1]!;

    await follow(link, { method: 'POST' });

    await week.replied('Louder', page);
    assert.equal((await week.wait(20 * minute)).length, 1);
    await week.replied('Elsewhere');
    assert.equal((await week.wait(20 * minute)).length, 2);
  });

  it('lead to the comment on its page', async () => {
    const { ana } = office.intranet;
    const page = toGlobalId('Page', 'https://intranet.example.org/menu');
    const own = await office.zoe.comment(page, 'When does it leave?');
    await ana.react(own, 'LIKE', { page: { title: 'Menu', url: 'https://intranet.example.org/menu' } });
    const { comment } = await ana.addComment(own, 'At 8');

    const [mail] = await week.wait(20 * minute);
    assert.match(mail!.text!, new RegExp(`https://intranet\\.example\\.org/menu#comment-${comment.id}`));
  });

  it('name the group that asks for an answer, unless it is hidden', async () => {
    const { ana } = office.intranet;
    const { person } = await ana.client.query('{ person(handle: "zoe") { id } }');
    const invite = async (name: string, visibility: string) => {
      const { group } = await ana.client.mutate('addGroup', { name, visibility, join: 'INVITE' }, 'group { id }');
      await ana.client.mutate('inviteToGroup', { groupId: group.id, personId: person.id }, 'group { id }');
      return (await week.wait(20 * minute)).at(-1)!;
    };

    assert.equal((await invite('Bread at noon', 'PRIVATE')).subject, 'Ana Lima invited you to join “Bread at noon”');
    const mail = await invite('Takeover of Ovens', 'HIDDEN');
    assert.equal(mail.subject, 'Ana Lima invited you to join a group');
    assert.doesNotMatch(`${mail.text} ${mail.html}`, /Takeover/);
  });

  it('of restricted places say no word of what is there', async () => {
    const { ana } = office.intranet;
    const { group } = await ana.client.mutate(
      'addGroup',
      { name: 'Takeover', visibility: 'HIDDEN', join: 'INVITE' },
      'group { id handle }',
    );
    const { person } = await ana.client.query('{ person(handle: "zoe") { id } }');
    await ana.client.mutate('inviteToGroup', { groupId: group.id, personId: person.id }, 'group { id }');
    await office.zoe.client.mutate('joinGroup', { groupId: group.id }, 'group { id }');
    const post = await office.zoe.post(`group:${group.handle}`, 'Who knows?');
    await ana.comment(post, 'Nobody, not even Bob');

    const [mail] = await week.wait(20 * minute);
    assert.equal(mail!.subject, 'There is news in a restricted place');
    assert.doesNotMatch(`${mail!.text} ${mail!.html}`, /Ana|Takeover|Nobody|Bob/);
    assert.equal(mail!.replyTo, undefined);
  });

  it('are not kept back by many others that do not come by mail', async () => {
    await week.replied('Do not miss this');
    const page = week.newPage();
    for (let count = 0; count < 55; count++) await office.intranet.ana.react(await office.zoe.comment(page, 'Mine'));

    assert.match((await week.wait(20 * minute))[0]?.text ?? '', /Do not miss this/);
  });

  it('make no job for anybody who wants them here, or has nothing to be told', async () => {
    await week.choose({ kind: 'REPLIED', delivery: 'HERE' });
    await week.replied();
    await office.settled();

    const { db } = office.intranet.server.app.database;
    const jobs = await db.selectFrom('job').select('kind').where('kind', 'in', ['mailNotices', 'sendMail']).execute();
    assert.deepEqual(jobs, []);
  });
});
