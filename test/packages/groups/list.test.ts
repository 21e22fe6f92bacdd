import { expect } from '@open-wc/testing';
import type { ParvisClient } from '@parvis/core';
import { Network } from '../../support/browser/network.ts';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { GroupPage } from '../../support/pages/group-page.ts';
import { makeGroup } from './group-writing.ts';

describe('list of groups', () => {
  let server: TestServer;
  let network: Network;
  let ines: ParvisClient;
  /** A word that only the groups of one test have. */
  let word: string;
  let count = 0;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    network = new Network();
    server.signIn('paul.lefevre');
    ines = server.client('ines.carpentier');
    word = `w${Date.now().toString(36)}${++count}`;
  });
  afterEach(() => {
    GroupPage.close();
    network.restore();
  });

  it('shows the viewer’s groups, and those to discover', async () => {
    await makeGroup(ines, { name: `${word} mine`, members: { 'paul.lefevre': 'ANIMATOR' } });
    await makeGroup(ines, { name: `${word} private`, visibility: 'PRIVATE', join: 'REQUEST' });
    await makeGroup(ines, { name: `${word} hidden`, visibility: 'HIDDEN', join: 'INVITE' });

    const page = await GroupPage.list({ query: word });
    await page.until(() => page.groups.length, 'there are groups');
    expect(page.groups).to.deep.equal([`${word} mine`]);
    await page.says('Animator');
    await expect(page.element).to.be.accessible();
    await page.press('Discover');

    await page.until(() => page.groups.includes(`${word} private`), 'there is one to discover');
    expect(page.groups).to.deep.equal([`${word} private`]);
    await page.says('Private · on request');
  });

  it('finds groups by the start of a word of their names, as one types', async () => {
    await makeGroup(ines, { name: `${word} Écarts` });
    await makeGroup(ines, { name: `${word} Audits` });
    const page = await GroupPage.list({ scope: 'discover' });

    await page.fill('input', `${word} ecar`);

    await page.until(() => page.groups.join() === `${word} Écarts`, 'one is found');
    await page.fill('input', `${word} xyz`);
    await page.says(`No group matches “${word} xyz”.`);
    await page.press('Show all');
    await page.until(() => page.groups.length, 'there are groups');
    await page.untilFocused(() => page.find('input'));
  });

  it('shows a group in its place, and goes back to where one was', async () => {
    const { name } = await makeGroup(ines, { name: `${word} one` });
    const page = await GroupPage.list({ scope: 'discover', query: word });
    await page.until(() => page.groups.length, 'it is listed');

    page.find('.open')!.click();
    await page.until(() => page.name === name, 'it is shown');
    await page.untilFocused(() => page.button('Back to the groups'));
    await page.press('Join');
    await page.says('You are a member');
    await page.press('Back to the groups');

    await page.says('No group matches');
  });

  it('leads to the page that shows groups', async () => {
    const { handle } = await makeGroup(ines, { name: `${word} one` });
    const page = await GroupPage.list({ scope: 'discover', query: word, 'group-url': '/groups/?group={handle}' });
    await page.until(() => page.groups.length, 'it is listed');

    expect(page.find<HTMLAnchorElement>('a.open')!.getAttribute('href')).to.equal(`/groups/?group=${handle}`);
  });

  it('lets the page show groups in its own way', async () => {
    const { handle } = await makeGroup(ines, { name: `${word} one` });
    const page = await GroupPage.list({ scope: 'discover', query: word });
    await page.until(() => page.groups.length, 'it is listed');
    let chosen = '';
    page.element.addEventListener('parvis-group-chosen', (event) => {
      chosen = event.handle;
      event.preventDefault();
    });

    page.find('.open')!.click();

    expect(chosen).to.equal(handle);
    expect(page.groups).to.have.length(1);
  });

  it('makes a group; what is typed stays when that fails', async () => {
    const page = await GroupPage.list();
    await page.press('Create a group');
    await page.until(() => page.find('parvis-group-form >> #name'), 'the form is there');
    await page.untilFocused(() => page.find('#name'));
    await page.fill('#name', `${word} new`);
    await page.fill('#handle', 'Not This');
    await page.press('Create the group');
    await page.says('2 to 48 small letters, digits and hyphens');
    await expect(page.element).to.be.accessible();
    const { handle } = await makeGroup(ines);
    await page.fill('#handle', handle);
    await page.press('Create the group');
    await page.says('Another group has this short name.');
    await page.fill('#handle', `${word}-new`);
    network.cut();
    await page.press('Create the group');
    await page.says('You are offline.');
    await page.press('Cancel');
    await page.press('Create a group');
    await page.until(() => page.find<HTMLInputElement>('#name')?.value === `${word} new`, 'it was kept');

    network.intercept = undefined;
    await page.press('Create the group');

    await page.until(() => page.name === `${word} new`, 'it is shown');
    await page.says('You are an owner');
  });

  it('says that the viewer is in no group yet, and leads to others', async () => {
    server.signIn('marie.garnier');
    await makeGroup(ines, { name: `${word} one` });
    const page = await GroupPage.list();
    await page.says('You are in no group yet.');

    await page.until(() => page.find('.empty button'), 'there is a way on');
    page.find('.empty button')!.click();

    await page.until(() => page.groups.length, 'there are groups');
  });

  it('leads the signed out to where they sign in', async () => {
    server.signIn();

    const page = await GroupPage.openList();

    await page.says('Sign in to see the groups.');
  });

  for (const [code, words] of [
    ['INTERNAL', 'Something went wrong'],
    ['FORBIDDEN', 'You do not have access to this.'],
  ] as const) {
    it(`says why there is nothing to see: ${code}`, async () => {
      network.refuse(code);
      const page = await GroupPage.openList();
      await page.says(words);
    });
  }
});
