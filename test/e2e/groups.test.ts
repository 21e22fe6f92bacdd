import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, settled, signInToDemo, stepTimeout } from '../support/e2e/browser.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';
import { RecordingProxy } from '../support/e2e/recording-proxy.ts';
import { Api } from '../support/e2e/api.ts';
import { freePort } from '../support/services/free-port.ts';

/** What nobody but the two who are in it may ever receive. */
const hidden = { name: 'Operation Mistral', post: 'The zibeline sails at dawn', comment: 'Bring the quetzal lantern' };
/** In the hidden group, and nowhere that Paul looks. */
const insider = { handle: 'tom.whitaker', name: 'Whitaker' };

describe('three people and their groups', () => {
  let parvis: ParvisProcess;
  let address: string;
  let browser: Browser;
  let proxy: RecordingProxy;
  let nadia: Page;
  let other: Page;
  let paul: Page;
  let ids: { group: string; post: string; handle: string };

  before(async () => {
    const port = await freePort();
    proxy = await RecordingProxy.start(port);
    const settings = { PORT: String(port), PARVIS_RATE_LIMIT: '0', PARVIS_ORIGINS: proxy.address };
    [parvis, browser] = await Promise.all([startParvis({ settings }), launchBrowser()]);
    address = `http://127.0.0.1:${port}`;
    nadia = await open(address, 'nadia.benali');
    other = await open(address, insider.handle);
    paul = await open(proxy.address, 'paul.lefevre');
  });

  after(async () => {
    await browser.close();
    proxy.close();
    await parvis.stop();
  });

  /** A browser of their own, on pages with nothing but the tags that are asked for. */
  async function open(at: string, handle: string): Promise<Page> {
    const context = await signInToDemo(browser, at, handle);
    // So that what comes can be read as it is.
    await context.setExtraHTTPHeaders({ 'accept-encoding': 'identity' });
    const page = await context.newPage();
    page.setDefaultTimeout(stepTimeout);
    await page.route(/\/page\?/, (route) => {
      const tags = decodeURIComponent(new URL(route.request().url()).search.slice(1));
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><title>A page</title><script type="module" src="/parvis.js"></script><main>${tags}</main></html>`,
      });
    });
    return page;
  }

  async function show(page: Page, tags: string): Promise<void> {
    await page.goto(`/page?${encodeURIComponent(tags)}`);
    await settled(page);
  }

  const group = (handle: string) => `<parvis-group group="${handle}"></parvis-group>`;
  const list = '<parvis-group-list></parvis-group-list>';

  async function make(page: Page, name: string, choices: string[]): Promise<void> {
    await show(page, list);
    await page.getByRole('button', { name: 'Create a group' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    for (const choice of choices) await page.getByRole('radio', { name: choice }).check();
    await page.getByRole('button', { name: 'Create the group' }).click();
    await page.getByRole('heading', { name }).waitFor();
    await page.getByText('You are an owner').waitFor();
  }

  async function write(page: Page, text: string): Promise<void> {
    await page.locator('parvis-post-form textarea').fill(text);
    await page.keyboard.press('Control+Enter');
    await page.locator('parvis-post:not([aria-busy])').filter({ hasText: text }).waitFor();
  }

  it('one makes a private group, another a hidden one, into which the first is invited', async () => {
    await make(nadia, 'Flanges of line 4', ['Private', 'On request']);
    await make(other, hidden.name, ['Hidden', 'By invitation']);
    await other.getByRole('button', { name: 'Invite', exact: true }).click();
    await other.getByRole('combobox').pressSequentially('nadia ben');
    await other.getByRole('option', { name: /Nadia Benali/ }).waitFor();
    await other.keyboard.press('Enter');
    await other.getByText('Nadia Benali is invited.').first().waitFor();
    await write(other, hidden.post);

    const api = new Api(address, insider.handle);
    const { groups } = await api.query(
      '{ groups(mine: true, query: "mistral") { nodes { id handle wall { posts { nodes { id } } } } } }',
    );
    await show(nadia, '<parvis-group-list></parvis-group-list>');
    await nadia.getByRole('button', { name: hidden.name }).click();
    await nadia.getByRole('button', { name: 'Accept' }).click();
    await nadia.getByText('You are a member').first().waitFor();
    const [found] = groups.nodes;
    ids = { group: found.id, handle: found.handle, post: found.wall.posts.nodes[0].id };
    await show(nadia, group(ids.handle));
    await nadia.getByText(hidden.post).waitFor();
  });

  it('a third asks to come into the private one, is let in, posts there and leaves', async () => {
    await show(paul, '<parvis-group-list scope="discover"></parvis-group-list>');
    await paul.getByRole('button', { name: 'Flanges of line 4' }).click();
    await paul.getByRole('button', { name: 'Ask to join' }).click();
    await paul.getByRole('textbox', { name: /A word to those who decide/ }).fill('I tighten them');
    await paul.getByRole('button', { name: 'Send the request' }).click();
    await paul.getByText('You asked to join').first().waitFor();

    await show(nadia, group('flanges-of-line-4'));
    await nadia.getByRole('button', { name: 'Look at requests' }).click();
    await nadia.getByText('I tighten them').waitFor();
    await nadia.getByRole('button', { name: 'Let in: Paul Lefèvre' }).click();

    await paul.getByText('You are a member').waitFor();
    await write(paul, 'Sixty-two newton metres, then.');
    await nadia.getByText('Sixty-two newton metres').waitFor();

    await paul.getByRole('button', { name: 'More actions' }).first().click();
    await paul.getByRole('menuitem', { name: 'Leave the group' }).click();
    await paul.getByRole('button', { name: 'Leave', exact: true }).click();
    await paul.getByRole('button', { name: 'Ask to join' }).waitFor();
    assert.equal(await paul.locator('parvis-activity-wall').count(), 0);
  });

  it('and never receives a byte of the hidden one, wherever they look', async () => {
    for (const scope of ['mine', 'discover']) {
      await show(paul, `<parvis-group-list scope="${scope}"></parvis-group-list>`);
      await paul.getByRole('searchbox').fill('operation');
      await paul.getByText('No group matches').waitFor();
    }
    await show(paul, `${group(ids.handle)}<parvis-activity-wall wall="group:${ids.handle}"></parvis-activity-wall>`);
    await paul.getByText('There is no such group here.').waitFor();
    // While he looks at all of these, the two go on there.
    await show(
      paul,
      `<parvis-activity-wall></parvis-activity-wall><parvis-like-button subject="${ids.post}"></parvis-like-button>
       <parvis-comment-thread subject="${ids.post}"></parvis-comment-thread><parvis-people-finder query="nadia benali"></parvis-people-finder>`,
    );
    const api = new Api(address, 'nadia.benali');
    await api.comment(ids.post, hidden.comment);
    await api.react(ids.post, 'LIKE');
    await new Api(address, insider.handle).mutate('updateGroup', { groupId: ids.group, purpose: 'Not for Paul' });
    await paul.locator('parvis-people-finder [role=row] button').first().click();
    await paul.locator('parvis-person-detail section[aria-busy=false]').waitFor();
    await paul.locator('parvis-post-form textarea').first().fill('Hello @');
    await paul.keyboard.type('nadia');
    await paul.getByRole('option', { name: /Nadia/ }).waitFor();
    // What the stream tells of this comes after all that it has told of the hidden group.
    await api.addPost('company', 'A sign that the stream is there');
    await paul.getByRole('button', { name: /1 new post/ }).click();
    await paul.getByText('A sign that the stream is there').waitFor();

    const received = proxy.received;
    // What he may know is found in the same way.
    for (const known of ['Flanges of line 4', 'Sixty-two newton metres', 'A sign that the stream'])
      assert.ok(received.includes(known), known);
    const row = Buffer.from(ids.group, 'base64url').toString().split(':').at(-1)!;
    // He has typed or been given the handle and the id of the post: what answers them says nothing more.
    for (const secret of [
      ...Object.values(hidden),
      'Mistral',
      'zibeline',
      'Not for Paul',
      ids.group,
      row,
      insider.name,
    ])
      assert.ok(!received.includes(secret), `${secret} reached Paul's browser`);
  });
});
