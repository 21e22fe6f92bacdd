import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { GroupPage } from '../../support/pages/group-page.ts';
import { findAll, textOf } from '../../support/pages/shadow-dom.ts';
import { makeGroup } from '../groups/group-writing.ts';

describe('follow button: in the head of a group', () => {
  let server: TestServer;

  before(async () => (server = await startServer()));
  beforeEach(() => server.signIn('paul.lefevre'));
  afterEach(() => GroupPage.close());

  const button = (page: GroupPage) => findAll(page.element, '[part=follow]')[0];

  it('is there for whoever comes in, and for nobody else', async () => {
    const { handle } = await makeGroup(server.client('ines.carpentier'));
    const network = new Network();
    const page = await GroupPage.ready(handle, { layout: 'head' });
    expect(!!page.find('parvis-follow-button')).to.equal(false);
    expect(network.count('FollowedGroup')).to.equal(0);

    await page.press('Join');
    await page.until(() => button(page), 'there is a button');
    button(page)!.click();
    await page.until(() => textOf(button(page)) === 'Following', 'it is followed');
    await expect(page.element).to.be.accessible();

    network.restore();
  });
});
