import '@parvis/comment-thread/parvis-comment-count.js';
import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { findAll, textOf } from '../../support/pages/shadow-dom.ts';
import { until } from '../../support/pages/until.ts';
import { pageId, writeComments } from './thread-writing.ts';

describe('comment count', () => {
  let server: TestServer;
  let network: Network;

  before(async () => {
    server = await startServer();
    server.signIn('paul.lefevre');
  });
  beforeEach(() => (network = new Network()));
  afterEach(() => {
    fixtureCleanup();
    network.restore();
  });

  const counted = async (lang: string, ...subjects: string[]) => {
    const root = await fixture<HTMLElement>(
      html`<p lang=${lang}>
        ${subjects.map((subject) => html`<parvis-comment-count subject=${subject}></parvis-comment-count>`)}
      </p>`,
    );
    const counts = () => findAll(root, '[part=count]');
    await until(() => counts().length === subjects.length, 'there are counts');
    return counts();
  };

  it('says how many comments pages have, all in one operation', async () => {
    const nadia = server.client('nadia.benali');
    const subjects = [uniqueKey(), uniqueKey(), uniqueKey()];
    await writeComments(nadia, await pageId(nadia, subjects[1]!), 'One');
    await writeComments(nadia, await pageId(nadia, subjects[2]!), 'One', 'Two');
    network.requests.length = 0;

    const counts = await counted('en', ...subjects);

    expect(counts.map(textOf)).to.eql(['No comments yet', '1 comment', '2 comments']);
    expect(network.requests.length).to.equal(1);
    expect(network.requests[0]!.operations.length).to.equal(1);
  });

  it('leads to the page where its subject is an address', async () => {
    const [count] = await counted('en', '/articles/ligne-4-douai/');

    expect(count!.localName).to.equal('a');
    expect(count!.getAttribute('href')).to.equal('/articles/ligne-4-douai/');
  });

  it('speaks French where the page does', async () => {
    const [count] = await counted('fr', uniqueKey());

    expect(textOf(count)).to.equal('Pas encore de commentaire');
  });

  it('is left out where it cannot be had', async () => {
    network.refuse('INTERNAL');

    const root = await fixture<HTMLElement>(
      html`<p><parvis-comment-count subject=${uniqueKey()}></parvis-comment-count></p>`,
    );
    await until(() => !findAll(root, '.skeleton').length, 'it is left out');

    expect(findAll(root, '[part=count]').length).to.equal(0);
  });
});
