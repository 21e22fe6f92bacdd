import '@parvis/comment-thread/parvis-comment-count.js';
import '@parvis/comment-thread/parvis-comment-thread.js';
import '@parvis/like-button/parvis-like-button.js';
import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { findAll } from '../../support/pages/shadow-dom.ts';
import { until } from '../../support/pages/until.ts';

describe('a page with very many widgets', () => {
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

  const subjects = (count: number) => Array.from({ length: count }, uniqueKey);

  it('has all its like buttons and counts, a hundred of them in an operation', async () => {
    const root = await fixture<HTMLElement>(
      html`<ul lang="en">
        ${subjects(230).map(
          (subject) =>
            html`<li>
              <parvis-like-button subject=${subject}></parvis-like-button>
              <parvis-comment-count subject=${subject}></parvis-comment-count>
            </li>`,
        )}
      </ul>`,
    );

    await until(() => findAll(root, '[part=count]').length === 230, 'there are all counts');
    await until(() => findAll(root, 'button.like').length === 230, 'there are all like buttons');

    expect(findAll(root, '[part=notice]').length).to.equal(0);
    expect(network.requests.length).to.equal(1);
    expect(network.count('CommentCounts')).to.equal(3);
  });

  it('has all its threads, however much they ask for', async () => {
    const root = await fixture<HTMLElement>(
      html`<main lang="en">
        ${subjects(60).map((subject) => html`<parvis-comment-thread subject=${subject}></parvis-comment-thread>`)}
      </main>`,
    );

    await until(() => findAll(root, '[part=heading]').length === 60, 'there are all threads');
  });
});
