// The main job, on real input: a page that somebody else made, from a package of page templates, with our two lines in it.
import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, saving, settled, watchTraffic } from '../support/e2e/browser.ts';
import { type HostSite, serveHostSite } from '../support/e2e/host-page.ts';
import { hostToken, jwtSettings } from '../support/e2e/host-token.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';

const template = dirname(fileURLToPath(import.meta.resolve('startbootstrap-clean-blog/dist/post.html')));

const tags = `
  <parvis-like-button></parvis-like-button>
  <parvis-comment-thread></parvis-comment-thread>
  <parvis-activity-wall wall="company" page-size="3"></parvis-activity-wall>
  <parvis-people-finder></parvis-people-finder>`;

describe('a page of somebody else, with our tags in it', () => {
  let parvis: ParvisProcess;
  let untouched: HostSite;
  let embedded: HostSite;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  before(async () => {
    untouched = await serveHostSite(template, (html) => html);
    // The address of Parvis is known once it listens, and its settings once the intranet does.
    let script = '';
    embedded = await serveHostSite(template, (html) =>
      html.replace('</head>', `${script}</head>`).replace(/(<\/div>\s*){3}<\/article>/, (end) => tags + end),
    );
    parvis = await startParvis({ settings: { ...jwtSettings, PARVIS_ORIGINS: embedded.address } });
    const token = await hostToken('paul.lefevre');
    script = `<script type="module" src="${parvis.address}/parvis.js"></script>
      <script type="module">
        import { configureParvis } from '${parvis.address}/parvis.js';
        configureParvis({ getToken: () => '${token}' });
      </script>`;
    browser = await launchBrowser();
    context = await browser.newContext({ locale: 'en-GB' });
    // What the template itself asks of other hosts is its own affair, and cannot be had here.
    await context.route(/^https:/, (route) => route.abort());
    page = await context.newPage();
    await page.goto(`${embedded.address}/post.html`);
    await settled(page);
  });

  after(async () => {
    await browser.close();
    await Promise.all([parvis.stop(), embedded.stop(), untouched.stop()]);
  });

  it('likes', async () => {
    const like = page.locator('parvis-like-button').first().locator('button.like');
    assert.equal(await like.getAttribute('aria-pressed'), 'false');

    await saving(page, 'setReaction', () => like.click());
    await page.reload();
    await settled(page);

    assert.equal(await like.getAttribute('aria-pressed'), 'true');
  });

  it('comments', async () => {
    const thread = page.locator('parvis-comment-thread').first();
    await thread.getByRole('textbox').first().fill('A **comment** from a page that nobody rewrote.');
    await saving(page, 'addComment', () => page.keyboard.press('Control+Enter'));

    await thread.getByText('from a page that nobody rewrote').waitFor();
    await page.reload();
    await thread.getByText('from a page that nobody rewrote').waitFor();
  });

  it('posts', async () => {
    const wall = page.locator('parvis-activity-wall');
    await wall.getByRole('textbox').first().fill('Posted from a page of somebody else.');
    await page.keyboard.press('Control+Enter');

    await wall.getByText('Posted from a page of somebody else.').waitFor();
  });

  it('finds people', async () => {
    const finder = page.locator('parvis-people-finder');
    await finder.getByRole('combobox').or(finder.getByRole('searchbox')).first().fill('stephane lefevre');

    await finder.getByText('Stéphane').first().waitFor();
  });

  it('leaves the look of everything around as it was', async () => {
    const before = await looks(await open(untouched));
    const now = await looks(await open(embedded));

    assert.ok(before.size > 40, `${before.size} elements`);
    assert.deepEqual([...now.keys()], [...before.keys()]);
    const changes = [...now].flatMap(([element, style]) =>
      [...style]
        .filter(([name, value]) => before.get(element)!.get(name) !== value)
        .map((change) => [element, ...change]),
    );
    assert.deepEqual(changes, []);
  });

  it('adds no global names, and leaves those of the page alone', async () => {
    const globals = () => Object.keys(window).sort();
    const [fresh, other] = [await open(untouched), await open(embedded)];

    assert.deepEqual(await other.evaluate(globals), await fresh.evaluate(globals));
  });

  it('gives no complaint of ours', async () => {
    const other = await context.newPage();
    const traffic = watchTraffic(other, new URL(embedded.address).host, new URL(parvis.address).host);
    await other.goto(`${embedded.address}/post.html`);
    await settled(other);

    // The template's own files from other hosts cannot be had here, and the browser says so.
    assert.deepEqual(
      traffic.complaints.filter((text) => !text.includes('ERR_FAILED')),
      [],
    );
  });

  async function open(site: HostSite): Promise<Page> {
    const fresh = await context.newPage();
    await fresh.goto(`${site.address}/post.html`);
    await settled(fresh);
    return fresh;
  }
});

/** The computed style of every element of the page itself, but for what follows from how much stands in it. */
async function looks(page: Page): Promise<Map<string, Map<string, string>>> {
  // As one string: Playwright takes its time over many small values.
  const json = await page.evaluate(() => {
    const grows =
      /^(block-size|height|perspective-origin|transform-origin|inset-block-.*|bottom|top|width|inline-size)$/;
    const isOfThePage = (element: Element) =>
      !element.matches('script, parvis-like-button, parvis-comment-thread, parvis-activity-wall, parvis-people-finder');
    const elements = [...document.querySelectorAll('body, body *')].filter(isOfThePage).map((element, i) => {
      const style = getComputedStyle(element);
      const values = [...style].filter((name) => !grows.test(name)).map((name) => [name, style.getPropertyValue(name)]);
      return [`${i} ${element.localName}.${element.className.toString()}`, values];
    });
    return JSON.stringify(elements).replaceAll(location.origin, '');
  });
  return new Map((JSON.parse(json) as [string, [string, string][]][]).map(([name, values]) => [name, new Map(values)]));
}
