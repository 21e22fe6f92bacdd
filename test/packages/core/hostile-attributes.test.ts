import { expect } from '@open-wc/testing';
import { WIDGETS } from '@parvis/loader/tags.js';
import { startServer, type TestServer } from '../../support/browser/server.ts';
import { findAll } from '../../support/pages/shadow-dom.ts';
import { until } from '../../support/pages/until.ts';

interface Manifest {
  modules: { declarations?: { tagName?: string; attributes?: { name: string }[] }[] }[];
}

const SHORT = [
  '',
  ' ',
  'http://[',
  'javascript:alert(1)',
  '" onx="',
  "'><img src=x onerror=alert(1)>",
  '-1',
  'NaN',
  '1e9',
  '{{x}}',
  '%',
  '\u0000',
  '\ud800',
];
/** They make a request too large, and so for all that travels in it. */
const LONG = ['x'.repeat(100_000), `/${'é'.repeat(100_000)}`];

/** What a widget shows once it has an answer that is no error. */
const NORMAL: Record<string, string> = {
  'parvis-provider': '.like',
  'parvis-like-button': '.like, [part=count]',
  'parvis-comment-thread': 'textarea, article, .count',
  'parvis-activity-wall': 'textarea, parvis-post',
  'parvis-people-finder': 'input',
  'parvis-group': '.head, .missing',
  'parvis-group-list': 'input, .empty',
  'parvis-follow-button': '.follow',
  'parvis-bell': '.bell',
  'parvis-notification-settings': 'select',
};
const ERROR = 'parvis-notice';
const PENDING = '.skeleton, [aria-busy=true]';

describe('attributes with what nobody would write', () => {
  let server: TestServer;
  let attributesOf: Map<string, string[]>;
  let place: HTMLElement;
  const address = location.href;
  const escaped: unknown[] = [];
  const onEscaped = (event: ErrorEvent | PromiseRejectionEvent) =>
    escaped.push('reason' in event ? event.reason : event.message);

  before(async () => {
    server = await startServer();
    server.signIn('paul.lefevre');
    const manifest = (await (await fetch('/custom-elements.json')).json()) as Manifest;
    const tags = manifest.modules.flatMap(({ declarations = [] }) => declarations);
    attributesOf = new Map(
      tags.map(({ tagName = '', attributes = [] }) => [tagName, attributes.map(({ name }) => name)]),
    );
    await Promise.all(Object.values(WIDGETS).map((load) => load()));
  });

  beforeEach(() => {
    escaped.length = 0;
    addEventListener('error', onEscaped);
    addEventListener('unhandledrejection', onEscaped);
    document.body.append((place = document.createElement('main')));
    place.lang = 'en';
  });

  afterEach(() => {
    place.remove();
    history.replaceState(null, '', address);
    removeEventListener('error', onEscaped);
    removeEventListener('unhandledrejection', onEscaped);
  });

  for (const tag of Object.keys(WIDGETS))
    it(`throw nothing at the page, and leave <${tag}> in its normal state or in one that says what is wrong`, async () => {
      const attributes = attributesOf.get(tag)!;
      expect(attributes).not.to.deep.equal([]);
      for (const [attribute, values] of attributes.flatMap((name) =>
        [SHORT, LONG].map((all) => [name, all] as const),
      )) {
        const elements = values.map((value) => elementOf(tag, attribute, value));
        place.replaceChildren(...elements);
        for (const [i, element] of elements.entries())
          await until(() => isSettled(element), `${tag} has settled with ${attribute}="${values[i]!.slice(0, 40)}"`);
        // In what the tags show, not on them. By name: a comparison of elements that fails keeps the browser busy for ever.
        const smuggled = findAll<HTMLElement>(place, '[onx], [onerror], a[href^="javascript:" i], img[src=x]');
        expect(smuggled.map(({ localName }) => `${localName} by ${attribute}`)).to.deep.equal([]);
      }
      expect(escaped).to.deep.equal([]);
    });
});

function elementOf(tag: string, attribute: string, value: string): Element {
  const element = document.createElement(tag);
  // Of what it is around, a provider shows nothing itself.
  if (tag === 'parvis-provider')
    element.innerHTML = '<parvis-like-button subject="hostile-attributes"></parvis-like-button>';
  element.setAttribute(attribute, value);
  return element;
}

function isSettled(element: Element): boolean {
  const root = element.localName === 'parvis-provider' ? element.firstElementChild! : element;
  if (findAll(root, PENDING).length) return false;
  // A count that cannot be had leaves itself out.
  return (
    root.localName === 'parvis-comment-count' || findAll(root, `${NORMAL[element.localName]}, ${ERROR}`).length > 0
  );
}
