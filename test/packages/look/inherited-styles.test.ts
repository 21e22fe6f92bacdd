import { expect } from '@open-wc/testing';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { AllWidgets, nameOf } from '../../support/pages/all-widgets.ts';

/** What pages give to all that stands in a card, a heading or a table, and that no widget of ours may pass on. */
const UNWANTED: Record<string, string> = {
  'text-indent': '3em',
  'text-transform': 'uppercase',
  'letter-spacing': '0.3em',
  'word-spacing': '1em',
  'white-space': 'nowrap',
  'text-wrap-mode': 'nowrap',
  'text-shadow': '2px 2px red',
  'text-align': 'center',
  'text-align-last': 'center',
  'line-height': '0.4',
  'font-variant-caps': 'all-small-caps',
  hyphens: 'auto',
  cursor: 'wait',
  'list-style-type': 'square',
  'list-style-position': 'inside',
  quotes: '"«" "»"',
  '-webkit-text-fill-color': 'transparent',
  '-webkit-text-stroke-width': '2px',
  'text-emphasis-style': 'filled circle',
  'text-underline-position': 'under',
  'word-break': 'break-all',
  'line-break': 'anywhere',
  'overflow-wrap': 'anywhere',
  'tab-size': '16',
  'caret-color': 'red',
  'border-collapse': 'collapse',
};

/** What widgets take from the page on purpose. */
const WANTED: Record<string, string> = {
  'font-family': 'serif',
  'font-size': '23px',
  'font-style': 'italic',
  color: 'rgb(1, 2, 3)',
  'color-scheme': 'dark',
  visibility: 'hidden',
  direction: 'rtl',
  'pointer-events': 'none',
};

describe('what a page says of all that stands in it', () => {
  let server: TestServer;
  let all: AllWidgets;

  before(async () => {
    server = await startServer();
    server.signIn('paul.lefevre');
    all = await AllWidgets.ready();
  });
  afterEach(() => all.frame.removeAttribute('style'));
  after(() => all.close());

  /** The value of a property in all elements of all widgets, by element. */
  const values = (elements: readonly HTMLElement[], property: string) =>
    elements.map((element) => `${nameOf(element)} ${getComputedStyle(element).getPropertyValue(property)}`);

  for (const [property, value] of Object.entries(UNWANTED)) {
    it(`does not reach into the widgets: ${property}`, () => {
      const { elements } = all;
      const before = values(elements, property);

      all.frame.style.setProperty(property, value);
      const now = values(elements, property);

      expect(getComputedStyle(all.frame).getPropertyValue(property)).not.to.equal('');
      expect(elements.length).to.be.greaterThan(200);
      expect(now.filter((line, i) => line !== before[i]).slice(0, 5)).to.eql([]);
    });
  }

  for (const [property, value] of Object.entries(WANTED)) {
    it(`is heard by the widgets: ${property}`, () => {
      all.frame.style.setProperty(property, value);
      const [like] = all.find('parvis-like-button', '.pill');
      const heard = all.elements.length ? all.find('parvis-comment-thread', '[part=heading]')[0]! : like!;

      if (property === 'font-size') expect(getComputedStyle(like!).fontSize).to.equal(value);
      else expect(getComputedStyle(heard).getPropertyValue(property)).to.contain(value.split('(')[0]);
    });
  }

  it('shows the ring of the focus where the keyboard is, not around a widget', () => {
    const style = document.createElement('style');
    style.textContent = '*:focus { outline: 3px solid red }';
    document.head.append(style);

    const rings = all.hosts.flatMap((host) => {
      const target = all.find(host.localName, 'textarea, input, button')[0];
      target?.focus();
      return target ? getComputedStyle(host).outlineStyle : [];
    });
    style.remove();

    expect(new Set(rings)).to.eql(new Set(['none']));
    expect(rings.length).to.be.greaterThan(4);
  });
});
