import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { plainTitle } from '../../../server/src/modules/subjects/page-title.ts';
import { codes, type Intranet, startIntranet } from '../../support/server/intranet.ts';

const address = 'https://intranet.example.org/news/';
let intranet: Intranet;

describe('the title of a page', () => {
  before(async () => {
    intranet = await startIntranet({ PARVIS_LOG_LEVEL: 'info' });
  });
  after(() => intranet.close());

  const titleOf = async (key: string) => (await intranet.bob.page(key)).title;
  const changes = () =>
    intranet.server.logged.flatMap(({ msg, page, from, to }) =>
      msg === 'the title of a page changed' ? [[page, from, to]] : [],
    );

  it('comes with a write on the page itself, and not from a list of news', async () => {
    const { ana, bob } = intranet;
    const { id, url } = await ana.page(`${address}1`);
    assert.equal(url, `${address}1`);

    await ana.react(id, 'LIKE', { page: { title: 'Home of the intranet', url: 'https://intranet.example.org' } });
    await bob.react(id, 'LIKE', { page: { url: `${address}1` } });
    assert.equal(await titleOf(`${address}1`), null);
    await bob.addComment(id, 'On the page', { page: { title: 'Line 4 has started', url: `${address}1/index.html` } });

    assert.equal(await titleOf(`${address}1`), 'Line 4 has started');
  });

  it('changes with the page, and each change is logged', async () => {
    const { ana, bob } = intranet;
    const { id } = await ana.page(`${address}2`);
    const say = (title: string) => bob.addComment(id, 'x', { page: { title, url: `${address}2` } });

    await say('Draft');
    await say('Draft');
    await say('Line 5 \n\t has started');
    await say('  ');

    assert.equal(await titleOf(`${address}2`), 'Line 5 has started');
    assert.deepEqual(
      changes().filter(([page]) => page === `${address}2`),
      [[`${address}2`, 'Draft', 'Line 5 has started']],
    );
  });

  it('does not change with a write that is refused', async () => {
    const { ana, cleo } = intranet;
    const { id } = await ana.page(`${address}3`);
    await ana.addComment(id, 'x', { page: { title: 'Before', url: `${address}3` } });
    await cleo.setLocked(id, true);

    const refused = await ana.addComment(id, 'x', { page: { title: 'After', url: `${address}3` } });

    assert.deepEqual(codes(refused), ['LOCKED']);
    assert.equal(await titleOf(`${address}3`), 'Before');
    assert.deepEqual(
      changes().filter(([page]) => page === `${address}3`),
      [],
    );
  });

  it('is taken from a tab that was loaded before, which sends its whole address', async () => {
    const { id } = await intranet.ana.page(`${address}4`);

    await intranet.ana.react(id, 'LIKE', { page: { title: 'The old way', url: `${address}4/?id=7&token=secret` } });

    assert.equal(await titleOf(`${address}4`), 'The old way');
  });

  it('is set by administrators alone, for good, and given back to the page', async () => {
    const { ana, bob, cleo, adam, nobody } = intranet;
    const { id } = await ana.page(`${address}5`);
    const set = (who: typeof ana, title: string | null) =>
      who.client.attempt('setPageTitle', { pageId: id, title }, 'page { title }');
    const say = () => bob.react(id, 'LIKE', { page: { title: 'As it says', url: `${address}5` } });

    assert.deepEqual(codes(await set(nobody, 'x')), ['UNAUTHENTICATED']);
    for (const who of [bob, cleo]) assert.deepEqual(codes(await set(who, 'x')), ['FORBIDDEN']);
    assert.equal((await set(adam, 'As it is to be')).page.title, 'As it is to be');
    await say();
    assert.equal(await titleOf(`${address}5`), 'As it is to be');
    assert.equal((await set(adam, null)).page.title, null);
    await say();

    assert.equal(await titleOf(`${address}5`), 'As it says');
  });

  it('is one line of plain text, of 200 characters at most', () => {
    for (const [said, kept] of [
      ['  A <b>title</b>\r\n&amp; more ', 'A <b>title</b> &amp; more'],
      ['a\u202egpj.exe\u0000b\u001b[31m\u2028c\u200b', 'a gpj.exe b [31m c'],
      ['é👩‍🚀', 'é👩‍🚀'],
      ['😀'.repeat(300), '😀'.repeat(200)],
      ['\u200b\u2060', null],
      ['', null],
      [null, null],
    ] as const)
      assert.equal(plainTitle(said), kept);
  });
});
