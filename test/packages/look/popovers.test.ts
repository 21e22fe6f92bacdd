import '@parvis/core/person/parvis-person-name.js';
import { expect } from '@open-wc/testing';
import { placePopover } from '@parvis/core/popover/place-popover.js';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { LikeButtonPage } from '../../support/pages/like-button-page.ts';
import { press } from '../../support/pages/keyboard.ts';
import { findAll } from '../../support/pages/shadow-dom.ts';
import { until } from '../../support/pages/until.ts';

const GAP = 12;

/** Whether all of an element stands in the window. */
function isInside(element: Element): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
}

/** How far apart two boxes stand, in px; 0 where they touch or overlap. */
function distance(one: Element, other: Element): number {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  const apart = (from: number, to: number, otherFrom: number, otherTo: number) =>
    Math.max(0, otherFrom - to, from - otherTo);
  return Math.max(apart(a.left, a.right, b.left, b.right), apart(a.top, a.bottom, b.top, b.bottom));
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

describe('what opens beside what was pressed', () => {
  let frame: HTMLElement;

  beforeEach(() => {
    frame = document.createElement('div');
    document.body.append(frame);
  });
  afterEach(() => {
    frame.remove();
    document.documentElement.removeAttribute('style');
    scrollTo(0, 0);
  });

  /** An anchor and a popover in shadow roots of their own, as in our widgets. */
  function build(width: number, height: number): { anchor: HTMLElement; popover: HTMLElement } {
    const [anchor, popover] = ['button', 'div'].map((tag) => {
      const host = document.createElement('div');
      const root = host.attachShadow({ mode: 'open' });
      const element = document.createElement(tag);
      root.append(element);
      frame.append(host);
      return element;
    }) as [HTMLElement, HTMLElement];
    anchor.style.cssText = 'position: absolute; width: 40px; height: 24px; padding: 0; border: 0';
    popover.popover = 'manual';
    popover.style.cssText = `box-sizing: border-box; width: ${width}px; height: ${height}px; border: 0; padding: 0;
      max-width: calc(100% - 16px); max-height: calc(100% - 16px)`;
    return { anchor, popover };
  }

  for (const zoom of [1, 1.5, 0.75, 2]) {
    for (const dir of ['ltr', 'rtl']) {
      it(`stands in the window, at its anchor: zoom ${zoom}, ${dir}`, () => {
        frame.dir = dir;
        frame.style.zoom = String(zoom);
        const failures: string[] = [];
        for (const [width, height] of [
          [160, 120],
          [340, 400],
        ] as const) {
          for (const x of [4, innerWidth / 2, innerWidth - 40 * zoom - 4]) {
            for (const y of [4, innerHeight / 2, innerHeight - 24 * zoom - 4]) {
              frame.replaceChildren();
              const { anchor, popover } = build(width, height);
              Object.assign(anchor.style, { left: `${x / zoom}px`, top: `${y / zoom}px` });
              popover.showPopover();
              placePopover(popover, anchor);
              if (!isInside(popover) || distance(anchor, popover) > GAP)
                failures.push(`${width} × ${height} at ${x}, ${y}: ${JSON.stringify(popover.getBoundingClientRect())}`);
              popover.hidePopover();
            }
          }
        }
        expect(failures).to.eql([]);
      });
    }
  }

  it('stands at its anchor where the page as a whole is zoomed', () => {
    document.documentElement.style.zoom = '1.5';
    const { anchor, popover } = build(160, 120);
    Object.assign(anchor.style, { left: '300px', top: '100px' });
    popover.showPopover();
    placePopover(popover, anchor);

    expect(isInside(popover)).to.equal(true);
    expect(distance(anchor, popover)).to.be.lessThan(GAP);
  });

  it('stays in the window when its content grows, and at its anchor', async () => {
    const { anchor, popover } = build(160, 40);
    Object.assign(anchor.style, { left: `${innerWidth - 50}px`, top: `${innerHeight - 120}px` });
    popover.showPopover();
    placePopover(popover, anchor);

    Object.assign(popover.style, { width: '300px', height: '380px' });
    await nextFrame();

    expect(isInside(popover)).to.equal(true);
    expect(distance(anchor, popover)).to.be.lessThan(GAP);
  });

  for (const scroller of ['the page', 'a box of the page']) {
    it(`goes with its anchor when ${scroller} is scrolled or grows`, async () => {
      const box = document.createElement('div');
      if (scroller !== 'the page') box.style.cssText = 'position: relative; height: 300px; overflow: auto';
      const tall = document.createElement('div');
      tall.style.height = '3000px';
      frame.append(box);
      box.append(tall);
      const { anchor, popover } = build(160, 100);
      box.append(...frame.querySelectorAll(':scope > :not(:first-child)'));
      anchor.style.top = '150px';
      popover.showPopover();
      placePopover(popover, anchor);

      (scroller === 'the page' ? document.documentElement : box).scrollTop = 60;
      await nextFrame();
      const afterScroll = distance(anchor, popover);
      anchor.style.top = '200px';
      tall.style.height = '3100px';
      await nextFrame();

      expect(afterScroll).to.be.lessThan(GAP);
      if (scroller === 'the page') expect(distance(anchor, popover)).to.be.lessThan(GAP);
      expect(isInside(popover)).to.equal(true);
    });
  }

  it('follows nothing any more once it is closed', async () => {
    const { anchor, popover } = build(160, 100);
    popover.showPopover();
    placePopover(popover, anchor);
    popover.hidePopover();
    await nextFrame();
    const before = popover.getAttribute('style');

    anchor.style.top = '200px';
    dispatchEvent(new Event('scroll'));
    await nextFrame();

    expect(popover.getAttribute('style')).to.equal(before);
  });
});

describe('what opens beside what was pressed, in a page that is zoomed', () => {
  let server: TestServer;

  before(async () => {
    server = await startServer();
    server.signIn('paul.lefevre');
  });
  afterEach(() => LikeButtonPage.close());

  it('stands in the window: the reactions', async () => {
    const page = await LikeButtonPage.ready({ subject: uniqueKey() });
    Object.assign(page.element.parentElement!.style, { zoom: '1.5', position: 'absolute', right: '0', bottom: '0' });
    page.like!.focus();
    await press('ArrowDown');
    await until(() => findAll(page.element, '[role=menu]:popover-open').length, 'there are reactions');
    const [menu] = findAll(page.element, '[role=menu]');

    await until(() => isInside(menu!), 'they stand in the window');
    expect(distance(page.like!, menu!)).to.be.lessThan(2 * GAP);
  });

  it('stands in the window: a card that grows once its person is known', async () => {
    const name = document.createElement('parvis-person-name');
    name.person = { handle: 'nadia.benali', name: 'Nadia Benali' };
    const frame = document.createElement('div');
    frame.style.cssText = 'zoom: 1.5; position: fixed; right: 0; bottom: 80px';
    frame.append(name);
    document.body.append(frame);
    await name.updateComplete;
    const button = name.shadowRoot!.querySelector('button')!;
    button.click();
    await until(() => findAll(name, '.contacts').length, 'the card says how to reach her');
    const [card] = findAll(name, '[part=card]');

    await until(() => isInside(card!), 'it stands in the window');
    expect(distance(button, card!)).to.be.lessThan(2 * GAP);
    frame.remove();
  });
});
