import '@parvis/loader/start.js';
import { expect } from '@open-wc/testing';
import type { ParvisClient } from '@parvis/core';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { ActivityWallPage, press } from '../../support/pages/activity-wall-page.ts';
import { announced, findAll, focused, readText } from '../../support/pages/shadow-dom.ts';
import { vote, writePoll } from './poll-writing.ts';

describe('poll', () => {
  let server: TestServer;
  let network: Network;
  let wall: string;
  let paul: ParvisClient;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    network = new Network();
    wall = `page:${uniqueKey()}`;
    server.signIn('nadia.benali');
    paul = server.client('paul.lefevre');
  });
  afterEach(() => {
    ActivityWallPage.close();
    network.restore();
    localStorage.clear();
  });

  const open = async (lang = 'en') => {
    const page = await (await ActivityWallPage.open({ wall, lang })).loaded();
    await page.until(() => poll(page), 'the poll is there');
    return page;
  };
  const poll = (page: ActivityWallPage) => page.find('parvis-poll')?.shadowRoot?.querySelector<HTMLElement>('[part]');
  const inputs = (page: ActivityWallPage) => findAll<HTMLInputElement>(page.find('parvis-poll')!, 'input');
  const says = (page: ActivityWallPage, text: string) =>
    page.until(() => readText(page.find('parvis-poll')!).includes(text), `the poll says "${text}"`);
  const button = (page: ActivityWallPage, label: string) =>
    findAll<HTMLButtonElement>(page.find('parvis-poll')!, 'button').find((it) => it.textContent.includes(label));

  it('takes a vote with one press, changes it and takes it back', async () => {
    await writePoll(paul, wall, 'When?', ['9 h', '11 h']);
    const page = await open();
    await expect(page.element).to.be.accessible();

    inputs(page)[0]!.click();
    await says(page, '100% · 1 vote · Your vote');
    await page.until(() => announced().includes('Vote recorded.'), 'it is said');
    await page.until(() => focused() === button(page, 'Change my vote'), 'the focus is where it can be changed');
    await expect(page.element).to.be.accessible();

    button(page, 'Change my vote')!.click();
    await page.until(() => inputs(page)[0]?.checked, 'one can choose again');
    inputs(page)[1]!.click();
    await page.until(() => button(page, 'Take back my vote'), 'it is changed');
    button(page, 'Take back my vote')!.click();
    await says(page, '0 people voted');
    expect(inputs(page).map(({ checked }) => checked)).to.eql([false, false]);
  });

  it('lets the keyboard look through the answers before one is taken', async () => {
    await writePoll(paul, wall, 'When?', ['9 h', '11 h']);
    const page = await open();

    inputs(page)[0]!.focus();
    await press('ArrowDown');
    await page.until(() => inputs(page)[1]?.checked, 'the second is chosen');
    expect(network.count('VotePoll')).to.equal(0);
    await press('Enter');

    await says(page, '1 vote · Your vote');
  });

  it('takes several answers with its button', async () => {
    await writePoll(paul, wall, 'Which?', ['Tea', 'Coffee', 'Water'], { multiple: true });
    const page = await open('fr');

    inputs(page)[0]!.click();
    inputs(page)[2]!.click();
    await page.until(() => button(page, 'Voter')?.ariaDisabled === 'false', 'it can be sent');
    button(page, 'Voter')!.click();

    await says(page, '1 personne a voté');
    expect(findAll(page.find('parvis-poll')!, 'li.mine').length).to.equal(2);
  });

  it('shows the votes of others as they come', async () => {
    const { id, choiceIds } = await writePoll(paul, wall, 'When?', ['9 h', '11 h']);
    const page = await open();
    inputs(page)[0]!.click();
    await says(page, '100% · 1 vote');

    await vote(paul, id, choiceIds[1]!);

    await says(page, '2 people voted');
    expect(readText(page.find('parvis-poll')!)).to.contain('50% · 1 vote · Your vote');
  });

  it('keeps what was chosen and says so when a vote does not get through', async () => {
    await writePoll(paul, wall, 'When?', ['9 h', '11 h']);
    const page = await open();
    network.refuse('RATE_LIMITED');

    inputs(page)[1]!.click();
    await page.until(() => findAll(page.find('parvis-poll')!, '[part=notice]')[0], 'it is said');

    expect(inputs(page)[1]!.checked).to.equal(true);
  });

  it('is closed by its author, and for all who look at it', async () => {
    await writePoll(server.client('nadia.benali'), wall, 'When?', ['9 h', '11 h']);
    const page = await open();

    button(page, 'Close the poll')!.click();
    await page.until(() => focused() === button(page, 'Keep it open'), 'it is asked first');
    button(page, 'Close the poll')!.click();

    await says(page, 'closed');
    expect(inputs(page)).to.eql([]);
  });
});
