import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser, watchTraffic } from '../support/e2e/browser.ts';
import { readGuide } from '../support/published/guide.ts';
import { type InstalledServer, startInstalledServer } from '../support/published/installed-server.ts';
import { createProject } from '../support/published/project.ts';
import { openSite, type Site } from '../support/published/site.ts';

const guides = ['esbuild', 'Rollup', 'Vite and React', 'Vite and Vue', 'Angular'];

/** Each mistake has to be found by the compiler, and the rest to be known to it. */
const typed = `
import type { LikeToggledEvent } from '@parvis/loader';
export const variant: 'button' | 'compact' | 'count' = document.createElement('parvis-like-button').variant;
document.body.addEventListener('parvis-like-toggled', (event) => event satisfies LikeToggledEvent);
// @ts-expect-error -- an attribute that there is not
export const attribute = <parvis-like-button colour="red" />;
// @ts-expect-error -- a value that there is not
export const value = <parvis-like-button variant="huge" />;
// @ts-expect-error -- not what the event has
export const event = <parvis-like-button onparvis-like-toggled={({ emoji }) => emoji} />;
// @ts-expect-error -- not what the element has
export const element = document.createElement('parvis-like-button').colour;
// @ts-expect-error -- not what the event has
document.body.addEventListener('parvis-like-toggled', ({ emoji }) => emoji);
// @ts-expect-error -- not what the session has
import('@parvis/core').then(({ PERSON_FIELDS }) => ({}) as import('@parvis/core').ResultOf<typeof PERSON_FIELDS>).then(({ height }) => height);
`;

describe('what npm brings to others', () => {
  let site: Site;
  let server: InstalledServer;
  let browser: Browser;

  before(async () => {
    site = await openSite();
    server = await startInstalledServer(site.origin);
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    await site?.stop();
  });

  it('is a server that runs, with the widgets in it', async () => {
    const health = await fetch(`${server.address}/healthz`);
    const script = await fetch(`${server.address}/parvis.js`);
    const demo = await fetch(`${server.address}/`);

    assert.equal(await health.text(), 'ok\n');
    assert.match(script.headers.get('content-type')!, /javascript/);
    assert.match(await script.text(), /parvis-like-button/);
    assert.match(await demo.text(), /parvis\.js/);
  });

  for (const guide of guides) {
    it(`can be used with ${guide}, as docs/frameworks.md says`, async (t) => {
      const project = createProject();
      t.after(project.remove);
      const { commands, files } = readGuide(guide);
      const subject = guide.toLowerCase().replaceAll(' ', '-');
      for (const [path, content] of Object.entries(files)) {
        project.write(
          path,
          content
            .replaceAll('https://social.example.org', server.address)
            .replaceAll('subject="line-4"', `subject="${subject}"`),
        );
      }
      if (guide === 'Vite and React') project.write('src/typed.tsx', typed);
      for (const command of commands) await project.run(command);
      const built = join(project.folder, 'dist');
      site.show(existsSync(join(built, 'index.html')) ? built : project.folder);

      const page = await browser.newPage();
      t.after(() => page.close());
      const { complaints } = watchTraffic(page);
      const live = page.waitForRequest((request) => request.headers()['accept'] === 'text/event-stream');
      await page.goto(site.origin);
      await page.locator('parvis-like-button button').first().click();
      await page.getByText('Thank you!').waitFor();
      await page.locator('parvis-comment-thread [role="textbox"], parvis-comment-thread textarea').first().waitFor();
      await live;

      assert.deepEqual(complaints, []);
    });
  }
});
