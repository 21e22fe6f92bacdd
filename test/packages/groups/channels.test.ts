import '@parvis/loader/start.js';
import { expect } from '@open-wc/testing';
import { mutate, type ParvisClient } from '@parvis/core';
import { ADD_CHANNEL } from '@parvis/groups/channels/channels-operations.js';
import { sendKeys } from '@web/test-runner-commands';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { GroupPage } from '../../support/pages/group-page.ts';
import { announced, readText, textOf } from '../../support/pages/shadow-dom.ts';
import { makeGroup, type Made } from './group-writing.ts';

describe('group: channels of its wall', () => {
  let server: TestServer;
  let ines: ParvisClient;
  let group: Made;

  before(async () => (server = await startServer()));
  beforeEach(async () => {
    server.signIn('paul.lefevre');
    ines = server.client('ines.carpentier');
    group = await makeGroup(ines, {
      visibility: 'PRIVATE',
      join: 'INVITE',
      members: { 'paul.lefevre': 'ANIMATOR', 'nadia.benali': 'MEMBER' },
    });
  });
  afterEach(() => {
    GroupPage.close();
    localStorage.clear();
  });

  const add = (name: string) => mutate(ines, ADD_CHANNEL, { wallKey: `group:${group.handle}`, name });
  const tabs = (page: GroupPage) => page.all('.channels button:not(.divide)').map(textOf);
  const posts = (page: GroupPage) => page.all('parvis-activity-wall >> [role=feed] > parvis-post');
  const write = async (page: GroupPage, text: string) => {
    await page.until(() => page.composer, 'one can write');
    page.composer!.focus();
    await sendKeys({ type: text });
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Control' });
    await page.says(text);
    await page.until(() => announced() === 'Post published.', 'it is there');
  };

  it('are added, renamed, moved and closed by who runs the group', async () => {
    const page = await GroupPage.ready(group.handle);
    await page.choose('Channels');
    await page.until(() => page.find('#new'), 'there is a field');
    await page.untilFocused(() => page.find('#new'));
    for (const name of ['audits', 'line 4']) {
      await sendKeys({ type: name });
      await sendKeys({ press: 'Enter' });
      await page.until(() => tabs(page).includes(`# ${name}`), 'it is there');
      await page.untilFocused(() => page.find('#new'));
    }
    expect(tabs(page)).to.deep.equal(['All', '# audits', '# line 4']);
    await expect(page.element).to.be.accessible();

    await page.press('Move up: line 4');
    await page.until(() => tabs(page).join() === 'All,# line 4,# audits', 'it is first');
    await page.fill('li input', 'line 5');
    await sendKeys({ press: 'Enter' });
    await page.until(() => tabs(page).includes('# line 5'), 'it has another name');
    await page.press('Close: audits');
    await page.until(() => tabs(page).includes('# audits closed'), 'it is closed');
    await page.fill('#new', 'line 5');
    await sendKeys({ press: 'Enter' });
    await page.says('Another channel has this name');
  });

  it('can be chosen for a post that is written where all of it is shown', async () => {
    await add('audits');
    const page = await GroupPage.ready(group.handle);
    await page.until(() => page.composer, 'one can write');
    expect(!!page.find('parvis-channel-field')).to.equal(false);
    page.composer!.focus();
    const choice = () => page.find<HTMLSelectElement>('parvis-channel-field >> select');
    await page.until(choice, 'there is a choice');
    const options = () => [...choice()!.options].map(({ label }) => label);
    expect(options()).to.deep.equal(['No channel', '# audits']);
    await expect(page.element).to.be.accessible();
    await add('line 4');
    await page.until(() => options().length === 3, 'it has what there is now');

    choice()!.selectedIndex = 1;
    choice()!.dispatchEvent(new Event('change'));
    await write(page, 'In the channel');

    await page.until(() => readText(posts(page)[0]!).includes('# audits'), 'it says where it stands');
    expect(choice()!.value).to.equal('');
    await write(page, 'In none');
    await page.press('# audits');
    await page.until(
      () => posts(page).length === 1 && readText(posts(page)[0]!).includes('In the channel'),
      'it is there',
    );
    page.composer!.focus();
    await page.until(() => page.find('parvis-kind-field >> button'), 'the tools have come');
    expect(choice()).to.equal(undefined);
  });

  it('are not to choose from where there are none that are open', async () => {
    const page = await GroupPage.ready(group.handle);
    await page.until(() => page.composer, 'one can write');
    page.composer!.focus();

    await page.until(() => page.find('parvis-kind-field >> button'), 'the tools have come');

    expect(page.find('parvis-channel-field >> select')).to.equal(undefined);
  });

  it('show their posts alone, and take those that are written there', async () => {
    await add('audits');
    const page = await GroupPage.ready(group.handle);
    await page.until(() => tabs(page).length === 2, 'there are channels');
    await write(page, 'For all of it');

    await page.press('# audits');
    await page.says('Nothing here yet');
    expect(page.find('.channels [aria-current]')!.textContent).to.contain('audits');
    await write(page, 'About audits');
    await page.until(() => posts(page).length === 1, 'it is alone');
    await expect(page.element).to.be.accessible();

    await page.press('All');
    await page.until(() => posts(page).length === 2, 'both are there');
    await page.says('# audits');
  });

  it('begin with the one that the tag names', async () => {
    await add('audits');

    const page = await GroupPage.ready(group.handle, { channel: 'Audits' });

    await page.until(() => page.find('parvis-activity-wall'), 'there is a wall');
    expect(page.find('.channels [aria-current]')!.textContent).to.contain('audits');
  });

  it('come to those who read', async () => {
    server.signIn('nadia.benali');
    const page = await GroupPage.ready(group.handle);
    await page.until(() => page.composer, 'one can write');
    expect(!!page.find('.channels')).to.equal(false);

    await add('audits');

    await page.until(() => tabs(page).join() === 'All,# audits', 'it is there');
  });

  it('say who reads, where one writes', async () => {
    const page = await GroupPage.ready(group.handle);
    await page.until(() => page.composer, 'one can write');

    page.composer!.focus();

    await page.says(`Only members of ${group.name} see this.`);
    await page.until(() => announced().includes('Only members of'), 'it is announced');
    await expect(page.element).to.be.accessible();
  });
});
