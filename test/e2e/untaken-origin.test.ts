// Pages whose origin the server does not take: their readers see that something is wrong, and the console says what to set.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchBrowser, watchTraffic } from '../support/e2e/browser.ts';
import { type ParvisProcess, startParvis } from '../support/e2e/parvis-process.ts';

describe('a page whose origin the server does not take', () => {
  let parvis: ParvisProcess;
  let browser: Browser;
  let folder: string;
  let site: Server;
  const html = () => `<!doctype html><html lang="en"><meta charset="utf-8" /><title>Elsewhere</title>
    <script type="module" src="${parvis.address}/parvis.js"></script>
    <parvis-like-button subject="elsewhere"></parvis-like-button></html>`;

  before(async () => {
    [parvis, browser, folder] = await Promise.all([
      startParvis(),
      launchBrowser(),
      mkdtemp(join(tmpdir(), 'parvis-page-')),
    ]);
    await writeFile(join(folder, 'page.html'), html());
    site = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html()));
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  });
  after(async () => {
    await browser.close();
    site.closeAllConnections();
    await Promise.all([parvis.stop(), rm(folder, { recursive: true }), new Promise((resolve) => site.close(resolve))]);
  });

  const pages: [what: string, address: () => string, says: RegExp][] = [
    ['a file', () => pathToFileURL(join(folder, 'page.html')).href, /Parvis: A page opened as a file.*web server/],
    [
      'a site that is not listed',
      () => `http://127.0.0.1:${(site.address() as AddressInfo).port}/`,
      /Parvis: .*rejects requests from http:\/\/127\.0\.0\.1:\d+.*PARVIS_ORIGINS/,
    ],
  ];
  for (const [what, address, says] of pages)
    it(`says so: ${what}`, async () => {
      const page = await browser.newPage();
      const { complaints } = watchTraffic(page);

      await page.goto(address());
      const notice = page.locator('parvis-like-button [part=notice]');
      await notice.waitFor();

      assert.match(await notice.innerText(), /cannot reach its discussion server.*See the browser console/);
      assert.equal(complaints.filter((text) => says.test(text)).length, 1, complaints.join('\n'));
      await page.close();
    });
});
