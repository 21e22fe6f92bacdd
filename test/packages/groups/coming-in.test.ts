import { expect } from '@open-wc/testing';
import type { ParvisClient } from '@parvis/core';
import { Network } from '../../support/browser/network.ts';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { GroupPage } from '../../support/pages/group-page.ts';
import { announced } from '../../support/pages/shadow-dom.ts';
import { ask, decide, invite, makeGroup } from './group-writing.ts';

describe('group: coming in and leaving', () => {
  let server: TestServer;
  let network: Network;
  let ines: ParvisClient;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    network = new Network();
    server.signIn('paul.lefevre');
    ines = server.client('ines.carpentier');
  });
  afterEach(() => {
    GroupPage.close();
    network.restore();
    localStorage.clear();
  });

  it('joins an open group with one press, and may write on its wall then', async () => {
    const { handle, name } = await makeGroup(ines, { purpose: 'What went wrong, and why.' });
    const page = await GroupPage.ready(handle);
    expect(page.name).to.equal(name);
    expect(page.facts).to.equal('Public group · open to all · 1 member · run by Inès Carpentier');
    await page.says('What went wrong, and why.');
    await page.says('Nothing here yet');
    expect(!!page.composer).to.equal(false);
    await expect(page.element).to.be.accessible();

    await page.press('Join');

    await page.says('You are a member');
    await page.until(() => announced() === 'You are in the group.', 'it is said');
    await page.until(() => page.composer, 'one can write');
    expect(page.facts).to.contain('2 members');
    expect(!!page.button('Join')).to.equal(false);
    await page.untilFocused(() => page.find('.head'));
    await expect(page.element).to.be.accessible();
  });

  it('asks with a word, which stays when it cannot be sent, and takes the request back', async () => {
    const { handle } = await makeGroup(ines, { visibility: 'PRIVATE', join: 'REQUEST' });
    const page = await GroupPage.ready(handle);
    expect(page.facts).to.equal('Private group · on request · run by Inès Carpentier');
    await page.says('What is said here is for members.');
    expect(!!page.find('parvis-activity-wall')).to.equal(false);

    await page.press('Ask to join');
    await page.until(() => page.find('textarea'), 'there is a field');
    await page.untilFocused(() => page.find('textarea'));
    await expect(page.element).to.be.accessible();
    await page.fill('textarea', 'I work on line 4');
    network.cut();
    await page.press('Send the request');
    await page.says('You are offline.');
    expect(page.find<HTMLTextAreaElement>('textarea')!.value).to.equal('I work on line 4');
    network.intercept = undefined;
    await page.press('Send the request');

    await page.says('You asked to join.');
    expect(page.panel).to.equal('');
    await page.press('Take back the request');
    await page.until(() => page.button('Ask to join'), 'one can ask again');
  });

  it('learns that a request was refused, and may ask again', async () => {
    const group = await makeGroup(ines, { visibility: 'PRIVATE', join: 'REQUEST' });
    await ask(server.client('paul.lefevre'), group);
    await decide(ines, group, 'paul.lefevre', false);
    const page = await GroupPage.ready(group.handle);
    await page.says('Your request was not accepted.');

    await page.press('Ask again');

    await page.until(() => page.panel === 'Ask to join', 'the form is open');
  });

  it('accepts an invitation, or turns it down', async () => {
    const first = await makeGroup(ines, { visibility: 'PRIVATE', join: 'INVITE' });
    const second = await makeGroup(ines, { visibility: 'PRIVATE', join: 'INVITE' });
    await invite(ines, first, 'paul.lefevre');
    await invite(ines, second, 'paul.lefevre');

    const page = await GroupPage.ready(first.handle);
    await page.says('You are invited to this group.');
    await page.press('Accept');
    await page.says('You are a member');
    await page.until(() => page.composer, 'one can write');

    GroupPage.close();
    const other = await GroupPage.ready(second.handle);
    await other.press('Decline');
    await other.until(() => !other.text.includes('You are invited'), 'it is turned down');
    await other.says('People come into this group by invitation.');
  });

  it('leaves once it is clear what that means', async () => {
    const { handle } = await makeGroup(ines, {
      visibility: 'PRIVATE',
      join: 'REQUEST',
      members: { 'paul.lefevre': 'MEMBER' },
    });
    const page = await GroupPage.ready(handle);
    await page.until(() => page.find('parvis-activity-wall'), 'there is a wall');

    await page.choose('Leave the group');
    await page.says('You will no longer read what is said here. To come back, you will have to ask.');
    await page.untilFocused(() => page.button('Stay'));
    await expect(page.element).to.be.accessible();
    await page.press('Stay');
    await page.until(() => !page.panel, 'it is closed');
    await page.untilFocused(() => page.button('More actions'));
    await page.choose('Leave the group');
    await page.press('Leave');

    await page.until(() => page.button('Ask to join'), 'one is out');
    expect(!!page.find('parvis-activity-wall')).to.equal(false);
  });

  it('tells the last owner to hand over or to archive', async () => {
    const { handle } = await makeGroup(server.client('paul.lefevre'), { members: { 'nadia.benali': 'MEMBER' } });
    const page = await GroupPage.ready(handle);

    await page.choose('Leave the group');
    await page.press('Leave');
    await page.says('You are the only owner of this group, and a group needs one.');
    await page.untilFocused(() => page.button('Choose another owner'));
    await expect(page.element).to.be.accessible();
    await page.press('Choose another owner');
    await page.until(() => page.panel === 'Members', 'the members are shown');
    await page.choose('Leave the group');
    await page.press('Leave');
    await page.press('Archive the group');

    await page.says('This group is archived');
    await page.until(() => !page.composer, 'nobody writes any more');
    await page.press('Reopen');
    await page.until(() => page.composer, 'one writes again');
  });

  it('leaves a hidden group, and knows of it no more', async () => {
    const { handle } = await makeGroup(ines, {
      visibility: 'HIDDEN',
      join: 'INVITE',
      members: { 'paul.lefevre': 'MEMBER' },
    });
    const page = await GroupPage.ready(handle);

    await page.choose('Leave the group');
    await page.says('You will no longer find this group');
    await page.press('Leave');

    await page.says('There is no such group here.');
    expect(page.text).not.to.contain('Inès');
  });
});
