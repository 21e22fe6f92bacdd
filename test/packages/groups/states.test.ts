import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { GroupPage } from '../../support/pages/group-page.ts';
import { makeGroup } from './group-writing.ts';

describe('group: states', () => {
  let server: TestServer;
  let network: Network;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    network = new Network();
    server.signIn('paul.lefevre');
  });
  afterEach(() => {
    GroupPage.close();
    network.restore();
  });

  const notice = (page: GroupPage) => page.find('[part=notice]');

  it('asks for a group, its wall and its viewer in one request', async () => {
    const { handle } = await makeGroup(server.client('ines.carpentier'));
    network.requests.length = 0;

    const page = await GroupPage.ready(handle);
    await page.says('Nothing here yet');

    expect(network.count('query Group(')).to.equal(1);
    const [first] = network.requests;
    for (const operation of ['query Group(', 'query Wall(', 'query Session'])
      expect(
        first!.operations.some(({ query }) => query.includes(operation)),
        operation,
      ).to.equal(true);
  });

  it('shows grey while it is on its way', async () => {
    const { handle } = await makeGroup(server.client('ines.carpentier'));
    const release = network.hold();
    const page = await GroupPage.open(handle);
    await page.until(() => page.find('.head .skeleton'), 'there is grey');

    release();

    await page.until(() => page.name, 'it is there');
    expect(page.all('.skeleton')).to.have.length(0);
  });

  it('looks the same where it is hidden and where it is not there', async () => {
    const { handle } = await makeGroup(server.client('ines.carpentier'), { visibility: 'HIDDEN', join: 'INVITE' });
    const texts: string[] = [];
    for (const group of [handle, 'g-000000000000000000000000']) {
      const page = await GroupPage.open(group);
      await page.says('There is no such group here.');
      texts.push(page.text);
      await expect(page.element).to.be.accessible();
      GroupPage.close();
    }
    expect(texts[0]).to.equal(texts[1]);
  });

  it('leads the signed out to where they sign in', async () => {
    server.signIn();
    const { handle } = await makeGroup(server.client('ines.carpentier'));

    const page = await GroupPage.open(handle);

    await page.says('Sign in to see this group.');
    expect(page.find<HTMLAnchorElement>('a.button')!.href).to.match(/^https:\/\/sign-in\.example\/\?return=/);
  });

  it('says that the network is away, and comes when it is back', async () => {
    const { handle } = await makeGroup(server.client('ines.carpentier'));
    network.cut();
    const page = await GroupPage.open(handle, { layout: 'head' });
    await page.until(() => notice(page), 'it says so');

    network.intercept = undefined;
    dispatchEvent(new Event('online'));

    await page.until(() => page.name, 'it is there');
  });

  for (const [code, words] of [
    ['INTERNAL', 'Something went wrong'],
    ['FORBIDDEN', 'You do not have access to this.'],
  ] as const) {
    it(`says why there is nothing to see: ${code}`, async () => {
      network.refuse(code);
      const page = await GroupPage.open('any', { layout: 'head' });
      await page.says(words);
    });
  }

  it('says what could not be done, and does it when asked again', async () => {
    const { handle } = await makeGroup(server.client('ines.carpentier'));
    const page = await GroupPage.ready(handle, { layout: 'head' });
    network.refuse('INTERNAL');
    await page.press('Join');
    await page.says('Something went wrong');

    network.intercept = undefined;
    await page.press('Join');

    await page.says('You are a member');
    expect(!!notice(page)).to.equal(false);
  });

  it('speaks French on a French page', async () => {
    const { handle } = await makeGroup(server.client('ines.carpentier'), { visibility: 'PRIVATE', join: 'REQUEST' });

    const page = await GroupPage.ready(handle, { lang: 'fr' });

    expect(page.facts).to.equal('Groupe privé · sur demande · animé par Inès Carpentier');
  });

  it('shows as text whatever it is called and for', async () => {
    const hostile = '<img src=x onerror=alert(1)>"\'&';
    const { handle } = await makeGroup(server.client('ines.carpentier'), { name: hostile, purpose: hostile });

    const page = await GroupPage.ready(handle, { layout: 'head' });

    expect(page.name).to.equal(hostile);
    await page.says(hostile);
    expect(page.all('img')).to.have.length(0);
  });
});
