import type { BrowserContext, Locator, Page, Route } from 'playwright-core';
import { Api } from './api.ts';
import { settled, stepTimeout } from './browser.ts';

/** How the network to the server behaves. */
export type Network = 'fine' | 'waiting' | 'offline' | 'broken' | 'forbidden';

/** Where the page sends its visitor; how it is written. */
export interface Look {
  lang: 'en' | 'fr';
  dir: 'ltr' | 'rtl';
  theme: 'light' | 'dark';
  width: number;
}

const failures: Record<'broken' | 'forbidden', object> = {
  broken: { message: 'Unexpected error.', extensions: { code: 'INTERNAL', requestId: '0192f3a1' } },
  forbidden: { message: 'Not for you.', extensions: { code: 'FORBIDDEN' } },
};

/** A page with nothing on it but the tags that a state needs, on the server's own origin. */
export class Stage {
  static #pages = 0;

  readonly page: Page;
  readonly address: string;
  readonly paul: Api;
  readonly ines: Api;
  network: Network = 'fine';
  /** Headers of the pages that will be opened. */
  headers: Record<string, string> = {};
  /** The language of the pages that will be opened. */
  lang: Look['lang'] = 'en';
  #html = '';

  /** Use {@link Stage.build}. */
  constructor(page: Page, address: string) {
    this.page = page;
    this.address = address;
    this.paul = new Api(address, 'paul.lefevre');
    this.ines = new Api(address, 'ines.carpentier');
  }

  static async build(context: BrowserContext, address: string): Promise<Stage> {
    const page = await context.newPage();
    page.setDefaultTimeout(stepTimeout);
    const stage = new Stage(page, address);
    await page.route(`${address}/stage*`, (route) =>
      route.fulfill({ contentType: 'text/html', headers: stage.headers, body: stage.#html }),
    );
    await page.route(`${address}/graphql`, (route) => stage.#answer(route));
    return stage;
  }

  /** A key that no page has had yet. */
  newKey(): string {
    return `stage-${process.pid}-${Stage.#pages++}`;
  }

  /** Opens a page with these tags as somebody, and does not wait for what is on it. */
  async raise(tags: string, who = 'paul.lefevre', hash = ''): Promise<void> {
    await this.page.context().addCookies([{ name: 'parvis_persona', value: who, url: this.address }]);
    await this.page.evaluate('localStorage.clear()').catch(() => {});
    this.#html = `<!doctype html>
      <html lang="${this.lang}" dir="ltr">
        <head>
          <meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>A page of an intranet</title><link rel="icon" href="data:," />
          <style>
            :root { color-scheme: light dark; background: light-dark(#fff, #15171c); color: light-dark(#1c1e21, #e7e9ec); }
            body { max-width: 46rem; min-height: 100vh; margin: 0 auto; padding: 16px; font: 16px/1.5 Inter, system-ui, sans-serif; box-sizing: border-box; }
          </style>
          <script type="module" src="/parvis.js"></script>
        </head>
        <body><main><h1>A page</h1><h2>A part of it</h2>${tags}</main></body>
      </html>`;
    await this.page.goto(`${this.address}/stage?${Stage.#pages++}${hash}`);
  }

  /** Opens a page with these tags, and waits until all of it is there. */
  async open(tags: string, who?: string, hash = ''): Promise<void> {
    this.network = 'fine';
    await this.raise(tags, who, hash);
    await settled(this.page);
  }

  /** Opens a page with these tags while the network is as it is said to be. */
  async openWhile(network: Network, tags: string, who?: string): Promise<void> {
    this.network = network;
    await this.raise(tags, who);
    await this.find(network === 'waiting' ? '.skeleton' : '[part=notice]')
      .first()
      .waitFor();
  }

  /** Changes direction, theme, width and language of the page as it stands; the words of English are always there. */
  async wear({ lang, dir, theme, width }: Partial<Look>): Promise<void> {
    if (width) await this.page.setViewportSize({ width, height: 900 });
    if (theme) await this.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await this.page.evaluate(
      ([lang, dir]) => {
        if (dir) document.documentElement.dir = dir;
        if (lang) document.documentElement.lang = lang;
      },
      [lang, dir],
    );
  }

  find(selector: string): Locator {
    return this.page.locator(selector);
  }

  #answer(route: Route): Promise<void> | void {
    const { network } = this;
    if (network === 'fine') return route.continue();
    if (network === 'waiting') return;
    if (network === 'offline') return route.abort('internetdisconnected');
    // A batch, or the one subscription of an event stream.
    const operations = [route.request().postDataJSON() as unknown].flat();
    return route.fulfill({ json: operations.map(() => ({ data: null, errors: [failures[network]] })) });
  }
}
