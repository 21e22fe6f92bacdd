import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { type GlobalId, toGlobalId } from '../../../server/src/platform/ids.ts';
import { MailOffice, proof } from '../../support/mail/mail-office.ts';
import { type Answer } from '../../support/server/intranet.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

describe('answers by mail', () => {
  let office: MailOffice;
  let asked: GlobalId;
  let names = 0;

  before(async () => {
    office = await MailOffice.open();
  });
  after(() => office.close());
  beforeEach(async () => {
    await office.begin();
    asked = await office.intranet.ana.comment(toGlobalId('Page', `menu-${++names}`), 'Which shuttle?');
  });

  const replies = async (to = asked): Promise<Answer[]> => {
    await office.settled();
    const { nodes } = await office.zoe.comments(
      to,
      'first: 20',
      'id body { text } author { handle } viewerHasMailRest viewerMailRest',
    );
    return nodes;
  };
  const bodies = async (to?: GlobalId) => (await replies(to)).map(({ body }) => body.text);
  const subjects = async () => (await office.sent()).map(({ subject }) => subject);
  const counted = async (name: string) => {
    const text = await (await office.intranet.server.fetch('/metrics')).text();
    return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  };
  /** What a POST or GET to the link in a mail answers. */
  const follow = async (link: string, method: string) => {
    const { pathname, search } = new URL(link);
    return (await office.intranet.server.fetch(pathname + search, { method })).text();
  };
  const linkIn = (text: string) => /https:\/\/social\.example\.org\/mail\/\S+/.exec(text)![0];

  it('become comments of those who wrote them, without the mails below them', async () => {
    await office.answer('gmail-web-fr', { to: await office.addressOf('zoe', asked) });

    const [reply] = await replies();
    assert.equal(reply.body.text, 'Merci Paul, je prendrai celle de 7 h 40.\nEt le soir ?');
    assert.equal(reply.author.handle, 'zoe');
    assert.match(reply.viewerMailRest, /Répondez au-dessus de cette ligne/);
    assert.equal(reply.viewerHasMailRest, true);
    const asAna = await office.intranet.ana.node(reply.id, '... on Comment { viewerHasMailRest viewerMailRest }');
    const nothing = { id: null, viewerHasMailRest: false, viewerMailRest: null };
    assert.deepEqual({ ...asAna, id: null }, nothing, 'what is quoted is shown to their author alone');
    assert.deepEqual(await office.sent(), []);
  });

  it('name what was attached', async () => {
    await office.answer('attachment-fr', { to: await office.addressOf('zoe', asked) });

    assert.deepEqual(await bodies(), ['Voici la photo du quai.\nAttached to the mail: quai.png']);
  });

  it('are taken once, however often they are handed over', async () => {
    const to = await office.addressOf('zoe', asked);
    await Promise.all([office.answer('gmail-web-fr', { to }), office.answer('gmail-web-fr', { to })]);
    await office.answer('gmail-web-fr', { to: to.toUpperCase() });

    assert.equal((await replies()).length, 1);
  });

  it('are taken from a mailbox too, where the mail alone says whom it was sent to', async () => {
    const to = await office.addressOf('zoe', asked);
    const mail = 'Date: Mon, 4 May 2026 14:40:01 +0200\r\nFrom: zoe.martin@example.org\r\nSubject: Re\r\n\r\nOui';
    const source = Buffer.from(`Delivered-To: ${to}\r\n${proof}${mail}\r\n`);
    const { intake } = office.intranet.server.app.services.mails;
    const taken = { source, envelope: { from: null, to: [] }, messageId: 'one@example.org' };
    await Promise.all([intake.take(taken), intake.take(taken)]);

    assert.deepEqual(await bodies(), ['Oui']);
  });

  it('answer pages and posts too', async () => {
    const post = await office.intranet.ana.post('company', 'A new shuttle');
    await office.answer('gmail-web-fr', { to: await office.addressOf('zoe', post) });

    assert.equal((await replies(post)).length, 1);
  });

  it('that may be somebody else’s are held, until their person says with one click that they are theirs', async () => {
    await office.answer('gmail-web-fr', { to: await office.addressOf('zoe', asked), proved: false });
    assert.deepEqual(await replies(), []);

    const [mail] = await office.sent();
    assert.equal(mail!.subject, 'Is this answer yours?');
    const link = linkIn(mail!.text!);
    assert.match(await follow(link, 'GET'), /je prendrai celle de 7 h 40/);
    assert.deepEqual(await replies(), [], 'to look at it posts nothing');

    await follow(link, 'POST');
    assert.equal((await replies()).length, 1);
    assert.match(await follow(link, 'POST'), /posted already/);
    assert.equal((await replies()).length, 1);
  });

  it('are held where a proved sender is not the one whom we wrote to', async () => {
    const to = await office.addressOf('zoe', asked);
    await office.answer('gmail-web-fr', { to, edit: (mail) => mail.replace('zoe.martin@', 'somebody@') });

    assert.deepEqual(await replies(), []);
    assert.match((await office.sent())[0]!.text!, /somebody@example\.org/);
  });

  it('are not posted by a link that was changed, or is too old', async () => {
    await office.answer('gmail-web-fr', { to: await office.addressOf('zoe', asked), proved: false });
    const link = linkIn((await office.sent())[0]!.text!);

    await follow(
      link.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')),
      'POST',
    );
    office.intranet.server.clock.advance(8 * day);
    await follow(link, 'POST');

    assert.deepEqual(await replies(), []);
  });

  it('to an address that leads nowhere, or has ended, are told so, once an hour, to who is in the directory', async () => {
    const ended = await office.addressOf('zoe', asked);
    office.intranet.server.clock.advance(61 * day);

    await office.answer('gmail-web-fr', { to: ended });
    await office.answer('gmail-web-en', { to: 'fil+nothing@social.example.org' });
    await office.answer('apple-mail-fr', {
      to: 'fil@social.example.org',
      edit: (mail) => mail.replace('zoe.martin@', 'stranger@'),
    });

    assert.deepEqual(await subjects(), ['Re: Paul Lefèvre vous a répondu']);
    const [mail] = await office.sent();
    assert.match(mail!.text!, /not in use any more/);
    assert.equal(mail!.inReplyTo, '<m1.gmail-web-fr@example.org>');
    assert.equal(office.sink.mails[0]!.from, '', 'nobody is told if it cannot be delivered');
    assert.deepEqual(await replies(), []);
  });

  const refusals: Record<string, [prepare: () => Promise<unknown>, said: RegExp]> = {
    'in a discussion that is locked': [
      async () => {
        const { comment } = await office.intranet.cleo.client.query(
          'query ($id: ID!) { comment: node(id: $id) { ... on Comment { subject { ... on Page { id } } } } }',
          { id: asked },
        );
        await office.intranet.cleo.setLocked(comment.subject.id, true);
      },
      /closed/,
    ],
    'to what was deleted': [() => office.intranet.ana.deleteComment(asked), /not there any more/],
  };
  for (const [what, [prepare, said]] of Object.entries(refusals))
    it(`${what} are not posted, and their author is told why`, async () => {
      const to = await office.addressOf('zoe', asked);
      await prepare();

      await office.answer('gmail-web-fr', { to });

      assert.match((await office.sent())[0]!.text!, said);
      assert.equal((await office.sent()).length, 1);
    });

  it('without words, or with too many, are told so', async () => {
    await office.answer('empty-reply-fr', { to: await office.addressOf('zoe', asked) });
    assert.match((await office.sent())[0]!.text!, /no text/);

    office.intranet.server.clock.advance(hour);
    await office.answer('gmail-web-fr', {
      to: await office.addressOf('zoe', asked),
      edit: (mail) => mail.replaceAll('je prendrai', 'x'.repeat(60) + ' je prendrai'.repeat(2_000)),
    });
    assert.match((await office.sent()).at(-1)!.text!, /too long/);
    assert.deepEqual(await replies(), []);
  });

  it('of who has left are posted no more', async () => {
    const { server } = office.intranet;
    const to = await office.addressOf('zoe', asked);
    await server.app.services.people.commandRights({ handle: 'zoe', change: { status: 'DEPARTED' } });

    await office.answer('gmail-web-fr', { to });

    await office.settled();
    await server.app.services.people.commandRights({ handle: 'zoe', change: { status: 'ACTIVE' } });
    assert.deepEqual([await replies(), await office.sent()], [[], []]);
  });

  it('that a program wrote, and spam, are dropped, and nobody is written to', async () => {
    const to = await office.addressOf('zoe', asked);
    const before = await counted('parvis_mails_taken_total{outcome="automatic"}');
    await office.answer('gmail-web-fr', { to, edit: (mail) => `Auto-Submitted: auto-replied\r\n${mail}` });
    await office.answer('gmail-web-en', { to, from: '' });
    await office.answer('apple-mail-fr', { to, edit: (mail) => `X-Spam-Flag: YES\r\n${mail}` });

    assert.deepEqual(await replies(), []);
    assert.deepEqual(await office.sent(), []);
    assert.equal(await counted('parvis_mails_taken_total{outcome="automatic"}'), before + 2);
    assert.equal(await counted('parvis_mails_taken_total{outcome="spam"}'), 1);
  });

  it('to other addresses are not taken at all', async () => {
    for (const to of ['other@social.example.org', 'fil@example.org', 'filou+a@social.example.org'])
      await assert.rejects(office.answer('gmail-web-fr', { to }), /550/);
  });
});
