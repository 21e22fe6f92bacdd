// Pictures of sample mails, to be looked at: node test/e2e/mail-screenshots.ts
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { layOut } from '../../server/src/mail/outgoing/mail-layout.ts';
import { launchBrowser } from '../support/e2e/browser.ts';
import { samples } from '../support/mail/samples.ts';

const folder = fileURLToPath(new URL('../../screenshots/mail', import.meta.url));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const browser = await launchBrowser();
const complaints: string[] = [];
for (const [name, content] of Object.entries(samples)) {
  const { html } = layOut(content);
  for (const width of [320, 600])
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width, height: 400 }, colorScheme });
      await page.setContent(html);
      await page.screenshot({ path: join(folder, `${name} ${colorScheme} ${width}.png`), fullPage: true });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) complaints.push(`${name} is ${wide} wide at ${width}`);
      await page.close();
    }
}
await browser.close();
process.stdout.write(`Pictures in ${folder}.\n`);
for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
if (complaints.length > 0) process.exitCode = 1;
