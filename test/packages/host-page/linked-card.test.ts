// Cards of a home page that are one link, with our tags in them.
import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '@parvis/activity-wall/parvis-activity-wall.js';
import '@parvis/comment-thread/parvis-comment-count.js';
import '@parvis/comment-thread/parvis-comment-thread.js';
import '@parvis/like-button/parvis-like-button.js';
import '@parvis/people-finder/parvis-people-finder.js';
import { startServer, uniqueKey } from '../../support/browser/server.ts';
import { press } from '../../support/pages/keyboard.ts';
import { LikeButtonPage } from '../../support/pages/like-button-page.ts';
import { findAll } from '../../support/pages/shadow-dom.ts';
import { until } from '../../support/pages/until.ts';

const widgets = [
  ['parvis-like-button', {}],
  ['parvis-comment-thread', {}],
  ['parvis-activity-wall', { 'page-size': '2' }],
  ['parvis-people-finder', {}],
] as const;

describe('a card that is one link', () => {
  let card: HTMLElement;
  /** How often the page would have been left, and what its own listeners heard. */
  let followed: string[];

  before(async () => (await startServer()).signIn('paul.lefevre'));
  beforeEach(() => {
    followed = [];
    addEventListener('hashchange', onFollowed);
  });
  afterEach(() => {
    removeEventListener('hashchange', onFollowed);
    fixtureCleanup();
    history.replaceState(null, '', location.pathname + location.search);
  });

  const onFollowed = () => followed.push(location.hash);

  async function open(tag: string, attributes: Record<string, string> = {}): Promise<HTMLElement> {
    const widget = await show(tag, attributes);
    await new Promise((resolve) => requestIdleCallback(resolve));
    await until(() => isSheltered(widget), 'its clicks are its own');
    return widget;
  }

  async function show(tag: string, attributes: Record<string, string>): Promise<HTMLElement> {
    const widget = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
    card = await fixture(
      html`<a href="#followed"
        ><h3>Line 4</h3>
        ${widget}</a
      >`,
    );
    card.addEventListener('click', () => followed.push('a listener of the card'));
    await until(() => findAll(widget, 'button, input, a, span').length, 'it is there');
    return widget;
  }

  /** The code for it comes when the page has nothing else to do; a like button knows by itself. */
  function isSheltered(widget: HTMLElement): boolean {
    if (widget.localName === 'parvis-comment-count') return true;
    const event = new MouseEvent('auxclick', { bubbles: true, composed: true, cancelable: true });
    widget.shadowRoot!.querySelector('*')!.dispatchEvent(event);
    return event.defaultPrevented || widget.getAttribute('variant') === 'count';
  }

  /** What the browser would do for a click, it has done by the next turn. */
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  for (const way of ['pointer', 'Enter', ' ']) {
    it(`is not followed by a like, with ${way === ' ' ? 'the space bar' : way}`, async () => {
      const widget = await open('parvis-like-button', { subject: uniqueKey() });
      const button = new LikeButtonPage(widget as never);
      await button.until(() => button.like, 'there is a button');

      button.like.focus();
      if (way === 'pointer') button.like.click();
      else await press(way);
      await button.untilSaved();
      await settled();

      expect(button.isPressed).to.equal(true);
      expect(followed).to.deep.equal([]);
    });
  }

  for (const [tag, attributes] of widgets) {
    it(`is not followed by a click anywhere in <${tag}>`, async () => {
      const widget = await open(tag, { subject: uniqueKey(), ...attributes });

      // Firefox would open the links that lead to a tab of their own, without anybody having pressed anything.
      const elements = findAll(widget, 'button:not(.more), input, textarea, span, div');
      for (const element of elements.filter((each) => !each.closest('a[target]'))) {
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
        element.dispatchEvent(new MouseEvent('auxclick', { bubbles: true, composed: true, cancelable: true }));
      }
      await settled();

      // Links of ours among them were followed.
      expect(followed).to.not.include('#followed');
      expect(followed).to.not.include('a listener of the card');
    });
  }

  describe('before the page has a moment of rest', () => {
    const { requestIdleCallback } = window;
    before(() => (window.requestIdleCallback = () => 0));
    after(() => (window.requestIdleCallback = requestIdleCallback));

    for (const [tag, attributes] of widgets)
      it(`is not followed by a click on a button of <${tag}>`, async () => {
        const widget = await show(tag, { subject: uniqueKey(), ...attributes });
        const buttons = () => findAll(widget, 'button:not(.more), input, textarea');
        await until(() => buttons().length, 'there is something to press');
        // A like knows by itself.
        await until(() => tag === 'parvis-like-button' || isSheltered(widget), 'its clicks are its own');

        for (const element of buttons())
          element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
        await settled();

        expect(followed).to.not.include('#followed');
      });
  });

  it('is followed by a click on a count that leads nowhere itself', async () => {
    const widget = await open('parvis-comment-count', { subject: uniqueKey() });
    await until(() => findAll(widget, '[part=count]').length, 'there is a count');

    findAll(widget, '[part=count]')[0]!.click();
    await until(() => followed.includes('#followed'), 'it leads somewhere');
  });

  it('lets the link of a count lead where the count says', async () => {
    const widget = await open('parvis-comment-count', { subject: '/somewhere', href: '#comments' });
    await until(() => findAll(widget, 'a').length, 'there is a link');

    findAll(widget, 'a')[0]!.click();
    await until(() => followed.includes('#comments'), 'it leads where it says');

    expect(followed).to.not.include('#followed');
  });

  it('is followed by a click beside the widget', async () => {
    await open('parvis-like-button', { subject: uniqueKey() });

    card.querySelector('h3')!.click();
    await until(() => followed.includes('#followed'), 'it leads somewhere');
  });

  it('hears the clicks on a widget that stands in no link', async () => {
    const widget = document.createElement('parvis-like-button');
    const page = await fixture<HTMLElement>(html`<div>${widget}</div>`);
    let heard = 0;
    page.addEventListener('click', () => heard++);
    await until(() => findAll(widget, 'button').length, 'there is a button');

    findAll(widget, 'button')[0]!.click();

    expect(heard).to.equal(1);
  });
});
