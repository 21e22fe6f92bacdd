import '@parvis/loader/start.js';
import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { FollowButtonPage } from '../../support/pages/follow-button-page.ts';
import { setElsewhere } from './follow-writing.ts';

describe('follow button: what the viewer chooses elsewhere', () => {
  let server: TestServer;
  let network: Network;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    server.signIn('paul.lefevre');
    network = new Network();
  });
  afterEach(() => {
    FollowButtonPage.close();
    network.restore();
  });

  it('shows at once, and what others choose does not', async () => {
    const [key, other] = [uniqueKey(), uniqueKey()];
    const elsewhere = server.client('paul.lefevre');
    const [page, beside] = await FollowButtonPage.openAll({ subject: key }, { subject: other });
    await page!.until(() => page!.button && beside!.button, 'there are buttons');

    await setElsewhere(elsewhere, key, 'MENTIONS');
    await page!.untilSays('Following: mentions');
    await setElsewhere(server.client('nadia.benali'), other, 'ALL');
    await setElsewhere(elsewhere, key, null);
    await page!.untilSays('Follow');

    expect(beside!.label).to.equal('Follow');
  });
});
