// For developers: the page that shows the schema and sends operations, on a network that leads nowhere else.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { signInToDemo, launchBrowser, watchTraffic } from '../support/e2e/browser.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';

let parvis: ParvisProcess;
let browser: Browser;

before(async () => {
  [parvis, browser] = await Promise.all([startParvis(), launchBrowser()]);
});
after(async () => {
  await browser.close();
  await parvis.stop();
});

it('GraphiQL reads the schema, runs an operation, and asks no other host for anything', async () => {
  const page = await (await signInToDemo(browser, parvis.address, 'nadia.benali')).newPage();
  const { foreign } = watchTraffic(page, new URL(parvis.address).host);
  const query = 'query WhoAmI { viewer { person { handle } } }';
  const read = page.waitForResponse((response) => !!response.request().postData()?.includes('IntrospectionQuery'));

  await page.goto(`/graphql?query=${encodeURIComponent(query)}`);
  assert.equal((await read).status(), 200);
  const ran = page.waitForResponse((response) => !!response.request().postData()?.includes('WhoAmI'));
  await page.locator('button.graphiql-execute-button').click();

  assert.equal((await (await ran).json()).data.viewer.person.handle, 'nadia.benali');
  await page.getByText('nadia.benali').first().waitFor();
  assert.deepEqual(foreign, []);
});
