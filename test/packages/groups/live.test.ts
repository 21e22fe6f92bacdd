import '@parvis/loader/start.js';
import { expect } from '@open-wc/testing';
import { mutate, type ParvisClient } from '@parvis/core';
import { leaveGroup } from '@parvis/groups/writing/group-writer.js';
import { UPDATE_GROUP } from '@parvis/groups/settings/settings-operations.js';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { GroupPage } from '../../support/pages/group-page.ts';
import { writePosts } from '../activity-wall/wall-writing.ts';
import { ask, decide, makeGroup, putRole } from './group-writing.ts';

describe('group: what others do meanwhile', () => {
  let server: TestServer;
  let ines: ParvisClient;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    server.signIn('paul.lefevre');
    ines = server.client('ines.carpentier');
  });
  afterEach(() => GroupPage.close());

  it('shows its wall to who is let in', async () => {
    const group = await makeGroup(ines, { visibility: 'PRIVATE', join: 'REQUEST' });
    await writePosts(ines, `group:${group.handle}`, 'Among us');
    await ask(server.client('paul.lefevre'), group);
    const page = await GroupPage.ready(group.handle);
    await page.says('You asked to join.');

    await decide(ines, group, 'paul.lefevre', true);

    await page.says('You are a member');
    await page.says('Among us');
    await page.until(() => page.composer, 'one can write');
  });

  it('shows who asks to come in to those who decide, and that they took it back', async () => {
    const group = await makeGroup(server.client('paul.lefevre'), { visibility: 'PRIVATE', join: 'REQUEST' });
    const page = await GroupPage.ready(group.handle);
    await page.until(() => page.composer, 'one can write');
    const nadia = server.client('nadia.benali');

    await ask(nadia, group);
    await page.says('1 person asks to join');
    await leaveGroup(nadia, group.id);

    await page.until(() => !page.text.includes('asks to join'), 'it is gone');
  });

  it('shows its new name, and who may do what', async () => {
    const group = await makeGroup(ines, { members: { 'paul.lefevre': 'MEMBER' } });
    const page = await GroupPage.ready(group.handle);
    await page.until(() => page.composer, 'one can write');

    await mutate(ines, UPDATE_GROUP, { groupId: group.id, name: 'Renamed', posting: 'ANIMATORS' });
    await page.until(() => page.name === 'Renamed', 'it has its new name');
    await putRole(ines, group, 'paul.lefevre', 'ANIMATOR');

    await page.says('You are an animator');
  });

  it('closes what is open below its head, where one may not see that any more', async () => {
    const group = await makeGroup(ines, {
      visibility: 'PRIVATE',
      join: 'REQUEST',
      members: { 'paul.lefevre': 'ANIMATOR', 'nadia.benali': 'MEMBER' },
    });
    const page = await GroupPage.ready(group.handle);
    await page.choose('Members');
    await page.says('Nadia Benali');

    await putRole(ines, group, 'paul.lefevre', null);

    await page.until(() => page.button('Ask to join'), 'one is out');
    expect(page.text).not.to.contain('Nadia Benali');
    expect(!!page.find('parvis-group-panel')).to.equal(false);
  });

  it('is gone for who is taken out of a hidden one', async () => {
    const group = await makeGroup(ines, {
      visibility: 'HIDDEN',
      join: 'INVITE',
      members: { 'paul.lefevre': 'MEMBER' },
    });
    const page = await GroupPage.ready(group.handle);
    await page.until(() => page.composer, 'one can write');

    await putRole(ines, group, 'paul.lefevre', null);

    await page.says('There is no such group here.');
    expect(!!page.find('parvis-activity-wall')).to.equal(false);
  });
});
