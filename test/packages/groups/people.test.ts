import { expect } from '@open-wc/testing';
import type { ParvisClient } from '@parvis/core';
import { sendKeys } from '@web/test-runner-commands';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { GroupPage } from '../../support/pages/group-page.ts';
import { announced, textOf } from '../../support/pages/shadow-dom.ts';
import { ask, makeGroup } from './group-writing.ts';

describe('group: its people', () => {
  let server: TestServer;
  let ines: ParvisClient;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    server.signIn('paul.lefevre');
    ines = server.client('ines.carpentier');
  });
  afterEach(() => GroupPage.close());

  const members = (page: GroupPage) =>
    page
      .all('parvis-group-members >> li')
      .map((item) => textOf(item.querySelector('.who') ?? undefined) || textOf(item));
  const member = (page: GroupPage, name: string) =>
    page.all('parvis-group-members >> li').find((item) => names(item).includes(name))!;
  const names = (item: Element) =>
    [...item.querySelectorAll('parvis-person-name')].map((name) => textOf(name.shadowRoot!.querySelector('button')!));
  const openMembers = async (page: GroupPage) => {
    page.find('.faces')!.click();
    await page.until(() => page.all('parvis-group-members >> li').length, 'they are shown');
  };

  it('lists members with their roles, and only those with one role', async () => {
    const { handle } = await makeGroup(ines, { members: { 'nadia.benali': 'ANIMATOR', 'marc.delattre': 'MEMBER' } });
    const page = await GroupPage.ready(handle);

    await openMembers(page);
    expect(page.all('parvis-group-members >> .role').map(textOf)).to.deep.equal(['Owner', 'Animator', 'Member']);
    expect(page.all('parvis-group-members >> select')).to.have.length(1);
    await expect(page.element).to.be.accessible();

    const select = page.find<HTMLSelectElement>('#role')!;
    select.value = 'ANIMATOR';
    select.dispatchEvent(new Event('change'));
    await page.until(() => members(page).length === 1, 'only one is left');
    await page.says('1 in the group');
    await sendKeys({ press: 'Escape' });
    await page.until(() => !page.panel, 'Escape closes it');
    await page.untilFocused(() => page.find('.faces'));
  });

  it('gives roles, takes people out and back in', async () => {
    const { handle } = await makeGroup(server.client('paul.lefevre'), {
      members: { 'nadia.benali': 'MEMBER', 'marc.delattre': 'MEMBER' },
    });
    const page = await GroupPage.ready(handle);
    await openMembers(page);
    const role = () => member(page, 'Nadia Benali').querySelector('select')!;

    role().value = 'ANIMATOR';
    role().dispatchEvent(new Event('change'));
    await page.until(() => announced() === 'Nadia Benali: Animator.', 'it is said');
    expect(role().value).to.equal('ANIMATOR');
    await page.press('Take out: Marc Delattre');
    await page.says('Marc Delattre is no longer in the group.');
    await page.untilFocused(() => page.button('Undo'));
    await page.until(() => page.facts.includes('2 members'), 'the head knows');
    await page.press('Undo');
    await page.until(() => member(page, 'Marc Delattre'), 'he is back');
    await page.until(() => page.facts.includes('3 members'), 'the head knows');
    await expect(page.element).to.be.accessible();
  });

  it('keeps its last owner', async () => {
    const { handle } = await makeGroup(server.client('paul.lefevre'), { members: { 'nadia.benali': 'MEMBER' } });
    const page = await GroupPage.ready(handle);
    await openMembers(page);
    const role = () => member(page, 'Paul Lefèvre').querySelector('select')!;

    role().value = 'MEMBER';
    role().dispatchEvent(new Event('change'));

    await page.says('This is the only owner');
    await page.until(() => role().value === 'OWNER', 'his role is what it was');
  });

  it('lets animators give no more than they may', async () => {
    const { handle } = await makeGroup(ines, {
      members: { 'paul.lefevre': 'ANIMATOR', 'nadia.benali': 'MEMBER', 'marc.delattre': 'ANIMATOR' },
    });
    const page = await GroupPage.ready(handle);
    await openMembers(page);

    const options = [...member(page, 'Nadia Benali').querySelectorAll('option')].map(({ value }) => value);
    expect(options).to.deep.equal(['MEMBER', 'GUEST']);
    for (const name of ['Inès Carpentier', 'Marc Delattre', 'Paul Lefèvre'])
      expect(!!member(page, name).querySelector('select'), name).to.equal(false);
    await page.until(() => page.button('More actions'), 'there is a menu');
    page.button('More actions')!.click();
    await page.until(() => page.button('Leave the group'), 'it is open');
    expect(!!page.button('Settings')).to.equal(false);
  });

  it('lets in who asks, and refuses', async () => {
    const group = await makeGroup(server.client('paul.lefevre'), { visibility: 'PRIVATE', join: 'REQUEST' });
    await ask(server.client('nadia.benali'), group, 'I was elected');
    await ask(server.client('marc.delattre'), group);
    const page = await GroupPage.ready(group.handle);
    await page.says('2 people ask to join');

    await page.press('Look at requests');
    await page.says('I was elected');
    await expect(page.element).to.be.accessible();
    await page.press('Let in: Nadia Benali');
    await page.says('Nadia Benali is in the group.');
    await page.untilFocused(() => page.button('Let in: Marc Delattre'));
    await page.press('Refuse: Marc Delattre');
    await page.says('Marc Delattre was not let in.');

    await page.until(() => !page.text.includes('ask to join') && !page.text.includes('asks to join'), 'none is left');
    expect(page.facts).to.contain('2 members');
  });

  it('says so when a request is gone meanwhile', async () => {
    const group = await makeGroup(server.client('paul.lefevre'), { visibility: 'PRIVATE', join: 'REQUEST' });
    const nadia = server.client('nadia.benali');
    await ask(nadia, group);
    const page = await GroupPage.ready(group.handle);
    await page.press('Look at requests');
    await page.until(() => page.button('Let in: Nadia Benali'), 'the request is shown');
    const { leaveGroup } = await import('@parvis/groups/writing/group-writer.js');
    await leaveGroup(nadia, group.id);

    await page.press('Let in: Nadia Benali');

    await page.says('This request was taken back');
  });

  it('invites whom one finds by name, with the keyboard', async () => {
    const group = await makeGroup(server.client('paul.lefevre'), { visibility: 'PRIVATE', join: 'INVITE' });
    const page = await GroupPage.ready(group.handle);
    await page.press('Invite');
    await page.until(() => page.find('parvis-person-field >> input'), 'there is a field');
    await page.untilFocused(() => page.find('[role=combobox]'));

    await sendKeys({ type: 'nadia ben' });
    await page.until(() => page.all('[role=option]').length, 'somebody is found');
    await expect(page.element).to.be.accessible();
    expect(page.find('[role=combobox]')!.getAttribute('aria-activedescendant')).to.equal('person-0');
    await sendKeys({ press: 'Enter' });

    await page.says('Nadia Benali is invited.');
    await page.untilFocused(() => page.find('[role=combobox]'));
    server.signIn('nadia.benali');
    GroupPage.close();
    const hers = await GroupPage.ready(group.handle);
    await hers.says('You are invited to this group.');
  });

  it('invites into a hidden group, which they then find in their list', async () => {
    const group = await makeGroup(server.client('paul.lefevre'), { visibility: 'HIDDEN', join: 'INVITE' });
    const page = await GroupPage.ready(group.handle);
    await page.press('Invite');
    await page.fill('[role=combobox]', 'marc del');
    await page.until(() => page.all('[role=option]').length, 'somebody is found');
    await sendKeys({ press: 'Enter' });
    await page.says('Marc Delattre is invited.');

    server.signIn('marc.delattre');
    const list = await GroupPage.list({});
    await list.until(() => list.groups.includes(group.name), 'the invitation is listed');
    await list.says('You are invited');
  });
});
