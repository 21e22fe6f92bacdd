import { expect } from '@open-wc/testing';
import { followScheme } from '@parvis/core/page/page-scheme.js';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { AllWidgets, nameOf } from '../../support/pages/all-widgets.ts';
import { contrastOf } from '../../support/pages/contrast.ts';
import { until } from '../../support/pages/until.ts';

/** What takes the accent, or other colours that light and dark pages have in two kinds. */
const COLOURED = '.chosen button, .mention, .tag, .rich a, .show, mark, .primary, a';

describe('a page that is dark, or light, and says so by its background alone', () => {
  let server: TestServer;
  let all: AllWidgets;

  before(async () => {
    server = await startServer();
    server.signIn('paul.lefevre');
    all = await AllWidgets.ready();
    followScheme();
  });
  afterEach(() => {
    all.frame.removeAttribute('style');
    document.body.removeAttribute('style');
    document.documentElement.removeAttribute('style');
  });
  after(() => all.close());

  const schemes = () => all.hosts.map((host) => getComputedStyle(host).colorScheme);
  const untilScheme = (scheme: string) => until(() => schemes().every((each) => each === scheme), `all are ${scheme}`);

  for (const [background, color, scheme] of [
    ['#111', '#eee', 'dark'],
    ['#000', '#fff', 'dark'],
    ['rgb(30 32 38)', '#ddd', 'dark'],
    ['oklch(0.25 0.04 260)', '#f5f5f5', 'dark'],
    ['#0b2545', '#fff', 'dark'],
    ['#2d333b', '#e6edf3', 'dark'],
    ['#fff', '#111', 'normal'],
    ['#f4f1ea', '#222', 'normal'],
    ['#e6eef8', '#123', 'normal'],
    ['transparent', '#111', 'normal'],
    ['linear-gradient(#222, #000)', '#eee', 'dark'],
    ['linear-gradient(#fff, #eee)', '#222', 'normal'],
  ] as const) {
    it(`is read with ease: ${color} on ${background}`, async () => {
      document.body.style.cssText = `background: ${background}; color: ${color}`;

      await untilScheme(scheme);

      const coloured = all.elements.filter((element) => element.matches(COLOURED));
      const backdrop = background.includes('gradient') ? background.match(/#\w+/)![0] : undefined;
      const weak = coloured.map((element) => `${nameOf(element)} ${contrastOf(element, backdrop).toFixed(2)}`);
      expect(coloured.length).to.be.greaterThan(20);
      expect([...new Set(weak.filter((line) => Number(line.split(' ').at(-1)) < 4.5))]).to.eql([]);
    });
  }

  it('is followed from one theme to the other and back', async () => {
    document.body.style.cssText = 'background: #111; color: #eee';
    await untilScheme('dark');

    document.body.style.cssText = 'background: #fff; color: #111';
    await untilScheme('normal');
    document.documentElement.style.cssText = 'background: #222';
    document.body.style.cssText = 'color: #eee';

    await untilScheme('dark');
  });

  it('is left alone where it says itself what it is', async () => {
    document.documentElement.style.colorScheme = 'light';
    document.body.style.cssText = 'background: #111; color: #eee';
    all.hosts[0]!.style.background = '#222';
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

    expect(schemes().every((scheme) => scheme === 'light')).to.equal(true);
    all.hosts[0]!.removeAttribute('style');
  });

  it('is followed by what comes later', async () => {
    document.body.style.cssText = 'background: #111; color: #eee';
    await untilScheme('dark');
    const late = document.createElement('parvis-like-button');
    all.frame.append(late);

    await until(() => getComputedStyle(late).colorScheme === 'dark', 'the late one is dark');
    late.remove();
  });
});
