import { expect } from '@open-wc/testing';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { AllWidgets, nameOf } from '../../support/pages/all-widgets.ts';
import { findAll } from '../../support/pages/shadow-dom.ts';
import { until } from '../../support/pages/until.ts';

/** Of people, not of ours: an address or a chemical name may be longer than any column. */
const WRITTEN =
  '.rich, .rich *, bdi, [dir=auto], textarea, .by span, small, .place, .job, .preview b, .excerpt, .text, .text *';

describe('the room that a page leaves', () => {
  let server: TestServer;
  let all: AllWidgets;

  before(async () => {
    server = await startServer();
    server.signIn('paul.lefevre');
    all = await AllWidgets.ready();
    // The buttons that format come with the focus.
    for (const tag of ['parvis-comment-thread', 'parvis-activity-wall']) all.find(tag, 'textarea')[0]!.focus();
    await until(() => findAll(all.frame, '[role=toolbar]').length > 1, 'there are buttons');
    await until(() => all.find('parvis-activity-wall', '.add').length, 'a link can be added');
    all.find('parvis-activity-wall', '.add')[0]!.click();
    await until(() => all.find('parvis-activity-wall', 'input[type=url]').length, 'there is a field for a link');
  });
  afterEach(() => all.frame.removeAttribute('style'));
  after(() => all.close());

  for (const width of [1280, 700, 481, 390, 320, 260, 200]) {
    for (const dir of ['ltr', 'rtl']) {
      it(`is kept to, at ${width} px, ${dir}`, async () => {
        all.frame.dir = dir;
        all.frame.style.width = `${width}px`;
        await new Promise((resolve) => requestAnimationFrame(resolve));

        expect(all.hosts.flatMap(outside)).to.eql([]);
      });
    }
  }

  for (const [place, css] of Object.entries({
    'a row': 'display: flex; width: 300px',
    'a row of 120 px': 'display: flex; width: 120px',
    'a narrow cell': 'display: grid; grid-template-columns: auto 1fr; width: 200px',
    'a column that is centred': 'display: flex; flex-direction: column; align-items: center; width: 300px',
    'what is as wide as its content': 'width: min-content',
  })) {
    it(`does not break the words of a label, in ${place}`, () => {
      for (const host of all.hosts) {
        const frame = document.createElement('div');
        frame.style.cssText = css;
        const heading = document.createElement('h3');
        heading.textContent = 'Ligne 4 : la production reprend à Douai après les travaux de l’été';
        host.before(frame);
        frame.append(heading, host);

        const broken = brokenWords(host);
        const width = host.getBoundingClientRect().width;
        frame.replaceWith(host);

        expect(broken, host.localName).to.eql([]);
        expect(width, host.localName).to.be.greaterThan(30);
      }
    });
  }
});

/** The words of our own, shown on more than one line. */
function brokenWords(host: HTMLElement): string[] {
  const elements = [...findAll(host, '*')].filter((element) => element.checkVisibility() && !element.matches(WRITTEN));
  const broken = elements.flatMap((element) =>
    [...element.childNodes].flatMap((node) => {
      if (!(node instanceof Text)) return [];
      return [...node.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
        const range = new Range();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        return lines.size > 1 ? `${nameOf(element)}: ${word}` : [];
      });
    }),
  );
  return [...new Set(broken)];
}

/** What stands outside of a widget's own box, and is not scrolled or cut off inside of it. */
function outside(host: HTMLElement): string[] {
  const box = host.getBoundingClientRect();
  const all = findAll(host, '*').flatMap((element) => {
    const { left, right, width, height } = element.getBoundingClientRect();
    if (!width || !height || !element.checkVisibility() || isCutOff(element)) return [];
    const by = Math.max(box.left - left, right - box.right);
    return by > 0.6 ? `${nameOf(element)} by ${by.toFixed(1)} px` : [];
  });
  return [...new Set(all)];
}

function isCutOff(element: Element): boolean {
  for (let node: Element | null = element.parentElement; node; node = node.parentElement) {
    if (getComputedStyle(node).overflowX !== 'visible') return true;
  }
  const root = element.getRootNode();
  return root instanceof ShadowRoot && isCutOff(root.host);
}
