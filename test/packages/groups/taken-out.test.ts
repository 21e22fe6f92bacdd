import '@parvis/loader/start.js';
import '@parvis/activity-wall/parvis-activity-wall.js';
import '@parvis/comment-thread/parvis-comment-thread.js';
import '@parvis/like-button/parvis-like-button.js';
import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { ParvisClient } from '@parvis/core';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { findAll, readText } from '../../support/pages/shadow-dom.js';
import { until } from '../../support/pages/until.js';
import { writePosts } from '../activity-wall/wall-writing.ts';
import { type Made, makeGroup, putRole } from './group-writing.ts';

const gone = 'This is gone, or not for you.';

describe('what a page shows of a group, to who is taken out of it', () => {
  let server: TestServer;
  let ines: ParvisClient;
  let group: Made;
  let post: string;

  before(async () => (server = await startServer()));
  beforeEach(async () => {
    server.signIn('paul.lefevre');
    ines = server.client('ines.carpentier');
    group = await makeGroup(ines, {
      visibility: 'PRIVATE',
      join: 'REQUEST',
      members: { 'paul.lefevre': 'MEMBER' },
    });
    [post] = (await writePosts(ines, `group:${group.handle}`, 'Among us')) as [string];
  });
  afterEach(() => fixtureCleanup());

  const takeOut = () => putRole(ines, group, 'paul.lefevre', null);

  it('is a wall no more, which says so', async () => {
    const page = await fixture<HTMLElement>(
      html`<main lang="en"><parvis-activity-wall wall="group:${group.handle}"></parvis-activity-wall></main>`,
    );
    await until(() => readText(page).includes('Among us'), 'the wall is there');

    await takeOut();

    await until(() => readText(page).includes(gone), 'it says so');
    expect(readText(page)).not.to.contain('Among us');
    expect(findAll(page, 'textarea')).to.deep.equal([]);
  });

  it('is a discussion no more, nor likes', async () => {
    const page = await fixture<HTMLElement>(
      html`<main lang="en">
        <parvis-like-button subject=${post}></parvis-like-button>
        <parvis-comment-thread subject=${post}></parvis-comment-thread>
      </main>`,
    );
    await until(() => findAll(page, 'textarea').length, 'one can write');
    await until(() => findAll(page, '.like').length, 'one can like');

    await takeOut();

    await until(() => readText(page).split(gone).length === 3, 'both say so');
    expect(findAll(page, 'textarea, .like')).to.deep.equal([]);
  });
});
