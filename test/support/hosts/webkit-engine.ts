import { globSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../services/free-port.ts';
import { onPath } from '../services/on-path.ts';
import { Service } from '../services/service.ts';
import { mayUse } from '../services/sources.ts';
import type { BrowserTab, Engine, RunningBrowser } from './browser-tab.ts';
import { WebDriverSession } from './webdriver-session.ts';

const driver = onPath('WebKitWebDriver');
const screen = onPath('Xvfb');
const [browser] = mayUse('installed') ? globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser') : [];

/** WebKit as Debian has it: without the Navigation API, and without a headless form, for which there is Xvfb. */
export const webkitEngine: Engine = {
  name: 'WebKit',
  missing:
    driver && screen && browser
      ? undefined
      : 'no WebKitGTK with its driver on this machine (Debian: apt-get install webkit2gtk-driver xvfb)',
  // One session has one tab in front.
  atOnce: 1,
  launch: start,
};

async function start(): Promise<RunningBrowser> {
  const display = await startScreen();
  const service = await startDriver(display.url);
  const session = await WebDriverSession.start(service.url, {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
  });
  const first = await session.window();
  const stop = async () => {
    // The browser ends with its driver.
    await service.stop();
    await display.stop();
  };
  return {
    async open() {
      // The one before was closed, and nothing can be asked of it.
      await session.switchTo(first);
      await session.switchTo(await session.newWindow());
      await session.resize(1280, 1000);
      return new WebDriverTab(session);
    },
    async close() {
      await session.end().catch(() => {});
      await stop();
    },
    kill: stop,
  };
}

/** Its `url` is the display: the server chooses the number, and says it once it takes clients. */
async function startScreen(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-xvfb-'));
  const service: Service = new Service({
    url: 'Xvfb',
    folder,
    command: [screen!, '-displayfd', '1', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'],
    endsBy: 'SIGTERM',
    answers: () => Promise.resolve(displayOf(service.log) !== undefined),
  });
  await service.start();
  return { url: `:${displayOf(service.log)!}`, stop: () => service.stop() };
}

const displayOf = (log: string) => /^(\d+)$/m.exec(log)?.[1];

async function startDriver(display: string): Promise<Service> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const service = new Service({
    url,
    folder: mkdtempSync(join(tmpdir(), 'parvis-webkit-')),
    command: [driver!, '--host=127.0.0.1', `--port=${port}`],
    env: {
      DISPLAY: display,
      // Containers run as root, which its sandbox refuses, and have no graphics card.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
    endsBy: 'SIGTERM',
    answers: () =>
      fetch(`${url}/status`).then(
        () => true,
        () => false,
      ),
  });
  await service.start();
  return service;
}

class WebDriverTab implements BrowserTab {
  /** The protocol has no console: the page writes down what it can. */
  readonly complaints: readonly string[] = [];
  readonly #session: WebDriverSession;

  constructor(session: WebDriverSession) {
    this.#session = session;
  }

  goto(address: string): Promise<void> {
    return this.#session.goto(address);
  }

  evaluate(expression: string): Promise<unknown> {
    return this.#session.evaluate(expression);
  }

  click(x: number, y: number): Promise<void> {
    return this.#session.click(x, y);
  }

  press(keys: string): Promise<void> {
    return this.#session.press(...keys.split('+'));
  }

  type(text: string): Promise<void> {
    return this.#session.type(text);
  }

  resize(width: number, height: number): Promise<void> {
    return this.#session.resize(width, height);
  }

  close(): Promise<void> {
    return this.#session.closeWindow();
  }
}
