import '@parvis/loader/start.js';
import { expect } from '@open-wc/testing';
import { graphql, mutate } from '@parvis/core';
import { Network } from '../../support/browser/network.ts';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { BellPage } from '../../support/pages/bell-page.ts';
import { announced } from '../../support/pages/shadow-dom.ts';
import { until } from '../../support/pages/until.ts';

const MUTE = graphql(`
  mutation MuteElsewhere($input: MuteNotificationsInput!) {
    muteNotifications(input: $input) {
      userErrors {
        code
        message
        retryAfter
      }
    }
  }
`);
const mail = {
  PARVIS_SMTP_URL: 'smtp://127.0.0.1:1',
  PARVIS_MAIL_FROM: 'parvis@example.org',
  PARVIS_PUBLIC_URL: 'http://127.0.0.1',
};
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

describe('bell: how one wants to be told', () => {
  let server: TestServer;
  let network: Network;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    server.signIn('lotte.claes');
    network = new Network();
  });
  afterEach(() => {
    BellPage.close();
    network.restore();
  });

  const open = async (attributes = {}) => {
    const page = await BellPage.ready(attributes);
    await page.openSettings();
    return page;
  };

  /** Waits until so many changes are stored: each is read again then. */
  const stored = (changes: number) =>
    until(() => network.count('query NotificationSettings') > changes, `${changes} changes are stored`);

  it('is chosen by kind, stored at once, and there the next time', async () => {
    const page = await open();
    expect(page.chosen('Reactions to your posts')).to.equal('Only here');
    page.choose('Reactions to your posts', 'Not at all');
    await stored(1);
    await until(() => announced() === 'Saved.', 'it is said that it is stored');
    BellPage.close();

    const again = await open();
    expect(again.chosen('Reactions to your posts')).to.equal('Not at all');
  });

  it('stays as it was where it cannot be stored', async () => {
    const page = await open();
    const before = page.chosen('Replies to your comments');
    network.refuse('RATE_LIMITED');
    page.choose('Replies to your comments', 'Not at all');
    await page.until(() => page.notice, 'it says why not');
    expect(page.chosen('Replies to your comments')).to.equal(before);
  });

  it('hears again of what was muted', async () => {
    await mutate(server.client('lotte.claes'), MUTE, { kind: 'REPLIED', until: tomorrow() });
    const page = await open();
    page.press('Hear of it again');
    await page.until(() => !page.find('.muted'), 'nothing is muted');
  });

  it('comes by mail where the server sends some, in a digest and at hours of one’s own', async () => {
    (await startServer(mail)).signIn('lotte.claes');
    const page = await open();
    page.choose('Replies to your comments', 'Here and in the digest');
    await stored(1);
    page.choose('How often', 'Every week');
    await page.until(() => page.field('Day'), 'it asks on which day');
    page.choose('Day', 'Friday');
    await stored(3);

    page.field('Saturday').click();
    page.press('Save');
    await page.until(() => page.hasButton('Use the hours of the company'), 'these are one’s own hours');
    BellPage.close();
    const again = await open();
    expect(again.chosen('Replies to your comments')).to.equal('Here and in the digest');
    expect([again.chosen('How often'), again.chosen('Day')]).to.eql(['Every week', 'Friday']);
    expect(again.field<HTMLInputElement>('Saturday').checked).to.equal(true);

    again.press('Use the hours of the company');
    await again.until(() => !again.field<HTMLInputElement>('Saturday').checked, 'the company has Saturdays off');
  });

  it('is closed again by the keyboard, and goes back to the list', async () => {
    const page = await open();
    expect(page.listHasFocus).to.equal(true);
    page.press('Back');
    await page.until(() => page.find('.filters'), 'the list is back');
    expect(page.listHasFocus).to.equal(true);
  });

  it('is accessible', async () => {
    const page = await open();
    await expect(page.element).to.be.accessible();
  });
});
