import { expect } from '@open-wc/testing';
import type { ParvisClient } from '@parvis/core';
import { Network } from '../../support/browser/network.ts';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { press } from '../../support/pages/keyboard.ts';
import { NotificationSettingsPage } from '../../support/pages/notification-settings-page.ts';
import { hasFocus, textOf } from '../../support/pages/shadow-dom.ts';
import { beAway, beBack, dayIn, written } from '../people-finder/away.ts';

const mail = {
  PARVIS_SMTP_URL: 'smtp://127.0.0.1:1',
  PARVIS_MAIL_FROM: 'parvis@example.org',
  PARVIS_PUBLIC_URL: 'http://127.0.0.1',
};

describe('settings of notifications: when no mails come', () => {
  let server: TestServer;
  let network: Network;
  let lotte: ParvisClient;

  before(async () => {
    server = await startServer(mail);
    lotte = server.client('lotte.claes');
  });
  beforeEach(() => {
    server.signIn('lotte.claes');
    network = new Network();
  });
  afterEach(async () => {
    NotificationSettingsPage.close();
    network.restore();
    await beBack(lotte);
  });

  const days = (page: NotificationSettingsPage) => textOf(page.find('[part=days]'));

  it('one says by keyboard that one is away, and that one is back', async () => {
    const page = await NotificationSettingsPage.ready();
    page.press('Say when you are away');
    await page.until(() => hasFocus(page.find('#from')), 'the form has the keyboard');
    const until = page.find<HTMLInputElement>('#until')!;
    until.value = dayIn(7);
    until.dispatchEvent(new Event('input', { bubbles: true }));
    until.focus();
    await press('Enter');
    await page.until(() => days(page) === `Away until ${written(dayIn(7), 'en-GB')}`, 'it says until when');
    await page.until(() => hasFocus(page.find('.away button')), 'the keyboard is back');

    page.press('Change or end it');
    await page.until(() => page.hasButton('I am not away'), 'the form is there');
    page.press('I am not away');
    await page.until(() => page.hasButton('Say when you are away'), 'one is not away any more');
    expect(days(page)).to.equal('');
  });

  it('one sees it where one said so elsewhere, and gives the form up with Escape', async () => {
    await beAway(lotte, { substitute: 'paul.lefevre' });
    const page = await NotificationSettingsPage.ready({ lang: 'fr' });
    await page.until(() => days(page).startsWith('Absence jusqu’au'), 'it says until when');
    page.press('Changer ou terminer');
    await page.until(() => hasFocus(page.find('#from')), 'the form has the keyboard');
    await press('Escape');
    await page.until(() => hasFocus(page.find('.away button')), 'the keyboard is back');
    await expect(page.element).to.be.accessible();
  });

  it('one is told that one’s address takes none, with as much of it as one needs', async () => {
    network.intercept = async (_request, pass) => {
      const text = await (await pass()).text();
      const stop = '"mailStop":{"address":"lotte.claes@vauclair.example","stoppedAt":"2026-12-03T08:00:00.000Z"}';
      return new Response(text.replace('"mailStop":null', stop), { headers: { 'content-type': 'application/json' } });
    };
    const page = await NotificationSettingsPage.ready();
    expect(textOf(page.find('.stop'))).to.match(
      /^Mails to l\*\*\*@vauclair\.example have not arrived since December 3, 2026\./,
    );
    await expect(page.element).to.be.accessible();
  });
});
