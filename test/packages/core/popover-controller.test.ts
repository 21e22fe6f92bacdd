import { expect } from '@open-wc/testing';
import { PopoverController } from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { sendMouse } from '@web/test-runner-commands';
import { html, LitElement } from 'lit';
import { press } from '../../support/pages/keyboard.ts';
import { hasFocus } from '../../support/pages/shadow-dom.ts';
import { until } from '../../support/pages/until.ts';

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** A host with a popover that holds two buttons. */
class PanelElement extends LitElement {
  timesClosed = 0;
  readonly controller: PopoverController;

  constructor(isMenu = false) {
    super();
    this.controller = new PopoverController(this, { isMenu, onClose: () => this.timesClosed++ });
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  protected override render() {
    return html`<div popover><button id="first">1</button><button id="second">2</button></div>`;
  }

  get first(): HTMLElement {
    return this.renderRoot.querySelector('#first')!;
  }
}

class PanelMenuElement extends PanelElement {
  constructor() {
    super(true);
  }
}

customElements.define('test-panel', PanelElement);
customElements.define('test-panel-menu', PanelMenuElement);

describe('PopoverController', () => {
  let frame: HTMLElement;
  let anchor: HTMLButtonElement;
  let after: HTMLButtonElement;
  let panel: PanelElement;

  /** A button, the panel that it opens, and another button, in a box that scrolls. */
  async function build(tag = 'test-panel'): Promise<void> {
    frame = document.createElement('div');
    frame.style.cssText = 'height: 200px; overflow: auto';
    const tall = document.createElement('div');
    tall.style.height = '2000px';
    [anchor, after] = ['anchor', 'after'].map((id) => Object.assign(document.createElement('button'), { id })) as [
      HTMLButtonElement,
      HTMLButtonElement,
    ];
    panel = document.createElement(tag) as PanelElement;
    frame.append(anchor, after, panel, tall);
    document.body.append(frame);
    await panel.updateComplete;
  }

  /** Browsers say what is in sight in their own time: what was observed before is told before. */
  const isTold = () =>
    new Promise<void>((resolve) =>
      new IntersectionObserver((_entries, observer) => {
        observer.disconnect();
        resolve();
      }).observe(anchor),
    );
  const closed = () => until(() => !panel.controller.isOpen && panel.timesClosed, 'it has closed');

  afterEach(() => frame.remove());

  it('opens beside its anchor, and says whether it was closed before', async () => {
    await build();

    expect(panel.controller.open(anchor)).to.equal(true);
    expect(panel.controller.open(anchor)).to.equal(false);

    expect(panel.controller.isOpen).to.equal(true);
    expect(panel.timesClosed).to.equal(0);
  });

  it('returns the focus that is in it to its anchor, and says once that it has closed', async () => {
    await build('test-panel-menu');
    panel.controller.open(anchor);
    panel.first.focus();

    panel.controller.close();

    expect(hasFocus(anchor)).to.equal(true);
    await closed();
    expect(panel.timesClosed).to.equal(1);
  });

  it('closes by Escape', async () => {
    await build();
    panel.controller.open(anchor);
    panel.first.focus();

    await press('Escape');

    await closed();
    expect(hasFocus(anchor)).to.equal(true);
  });

  it('leaves the focus where somebody has taken it', async () => {
    await build();
    panel.controller.open(anchor);
    panel.first.focus();
    after.focus();

    panel.controller.close();

    expect(hasFocus(after)).to.equal(true);
  });

  it('closes by a press elsewhere', async () => {
    await build();
    panel.controller.open(anchor);

    await sendMouse({ type: 'click', position: [innerWidth - 20, innerHeight - 20] });

    await closed();
  });

  it('closes when its anchor is scrolled out of sight, also in a box of the page', async () => {
    await build();
    panel.controller.open(anchor);
    panel.first.focus();

    frame.scrollTop = 5;
    await isTold();
    const whileInSight = panel.controller.isOpen;
    frame.scrollTop = 500;

    await closed();
    expect(whileInSight).to.equal(true);
    expect(frame.scrollTop).to.equal(500);
  });

  it('waits for an anchor that is still to be scrolled into sight', async () => {
    await build();
    frame.scrollTop = 500;
    await nextFrame();
    panel.controller.open(anchor);

    await isTold();
    expect(panel.controller.isOpen).to.equal(true);
    frame.scrollTop = 0;
    await isTold();
    frame.scrollTop = 500;

    await closed();
  });

  it('has closed when its host leaves the page, and opens again', async () => {
    await build();
    panel.controller.open(anchor);

    panel.remove();
    expect(panel.timesClosed).to.equal(1);
    expect(panel.controller.open(anchor)).to.equal(false);
    frame.append(panel);

    expect(panel.controller.open(anchor)).to.equal(true);
  });

  it('stays open as a panel when the focus leaves it', async () => {
    await build();
    panel.controller.open(anchor);
    panel.first.focus();

    after.focus();

    expect(panel.controller.isOpen).to.equal(true);
  });

  it('closes as a menu when the focus leaves it', async () => {
    await build('test-panel-menu');
    panel.controller.open(anchor);
    panel.first.focus();

    after.focus();

    await closed();
    expect(hasFocus(after)).to.equal(true);
  });

  it('is left as a menu by Tab, which goes on from its anchor', async () => {
    await build('test-panel-menu');
    panel.controller.open(anchor);
    panel.first.focus();

    await press('Tab');

    await closed();
    expect(hasFocus(after)).to.equal(true);
  });
});
