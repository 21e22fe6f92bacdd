// Pictures of every page of the demo and of every state of every widget, to be looked at: npm run screenshots
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, settled, signInToDemo } from '../support/e2e/browser.ts';
import { startParvis } from '../support/e2e/parvis-process.ts';
import { Stage } from '../support/e2e/stage.ts';
import { states } from '../support/e2e/states/states.ts';

const folder = fileURLToPath(new URL('../../screenshots', import.meta.url));
const widths = [320, 1280];
const themes = ['light', 'dark'] as const;
const languages = ['fr', 'en'] as const;
const paths = [
  '/',
  '/articles/ligne-4-douai/',
  '/articles/chaleur-du-four/',
  '/articles/manchester-one-year-safe/',
  '/equipes/equipe-qualite-douai/',
  '/annuaire/',
  '/reglages/',
  '/groupes/',
  '/groups/',
  '/groupes/groupe/',
  '/groups/group/',
  '/demo/sign-in',
];

/** How many pages to work on at once. */
const hands = 3;

// Only states whose name holds this word: node test/e2e/screenshots.ts wall
const [word = ''] = process.argv.slice(2);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const start = Date.now();
// Nothing listens there: what is chosen of mails is shown, and none is sent.
const mail = { PARVIS_SMTP_URL: 'smtp://127.0.0.1:1', PARVIS_MAIL_FROM: 'parvis@example.org' };
const settings = { PARVIS_RATE_LIMIT: '0', PARVIS_PUBLIC_URL: 'http://127.0.0.1', ...mail };
const [parvis, browser] = await Promise.all([startParvis({ settings }), launchBrowser()]);
let pictures = 0;
const complaints: string[] = [];

const work = [
  ...paths.filter((path) => path.includes(word)).map((path) => () => shootPage(browser, path)),
  ...states
    .filter(({ name }) => name.includes(word))
    .flatMap((state) => widths.map((width) => () => shootState(browser, state, width))),
];
await Promise.all(
  Array.from({ length: hands }, async () => {
    for (let next = work.shift(); next; next = work.shift()) await next();
  }),
);

await browser.close();
await parvis.stop();
const seconds = Math.round((Date.now() - start) / 1000);
process.stdout.write(`${pictures} pictures in ${folder}, in ${seconds} s.\n`);
for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
if (complaints.length > 0) process.exitCode = 1;

async function shootPage(browser: Browser, path: string): Promise<void> {
  const context = await signInToDemo(browser, parvis.address, 'paul.lefevre');
  const page = await context.newPage();
  const name = `page ${path.split('/').filter(Boolean).at(-1) ?? 'home'}`;
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(path);
    await settled(page);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      await shoot(page, `${name} ${theme} ${width}`);
    }
  }
  await context.close();
}

async function shootState(browser: Browser, { name, prepare }: (typeof states)[number], width: number): Promise<void> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
  });
  const stage = await Stage.build(context, parvis.address);
  stage.lang = 'fr';
  try {
    await prepare(stage);
  } catch (error) {
    complaints.push(`Not reached: ${name}, ${width} px: ${String(error)}`);
    return context.close();
  }
  for (const lang of languages) {
    for (const theme of themes) {
      await stage.wear({ lang, theme });
      await shoot(stage.page, `${name.replaceAll(/[:,]/g, '')} ${lang} ${theme} ${width}`);
    }
  }
  await context.close();
}

async function shoot(page: Page, name: string): Promise<void> {
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (isWider) complaints.push(`Wider than the window: ${name}`);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, animations: 'disabled' });
  pictures++;
}
