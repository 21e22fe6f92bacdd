import { expect } from '@open-wc/testing';
import { RovingFocus } from '@parvis/core';
import { html, LitElement } from 'lit';
import { press } from '../../support/pages/keyboard.ts';
import { focused } from '../../support/pages/shadow-dom.ts';

type Axis = 'vertical' | 'horizontal' | 'both';

/** A host with three buttons. */
class RowElement extends LitElement {
  count = 3;
  readonly roving: RovingFocus;

  constructor(axis: Axis) {
    super();
    const items = () => [...this.renderRoot.querySelectorAll('button')];
    this.roving = new RovingFocus(this, { items, axis, isTabStop: axis === 'horizontal' });
  }

  protected override render() {
    const { onFocusIn, onKeydown } = this.roving;
    return html`<div role="toolbar" aria-label="Row" @focusin=${onFocusIn} @keydown=${onKeydown}>
      ${Array.from({ length: this.count }, (_, i) => html`<button>${i}</button>`)}
    </div>`;
  }

  get buttons(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll('button')];
  }
}

const tags: Record<Axis, string> = { vertical: 'test-column', horizontal: 'test-row', both: 'test-row-and-column' };
for (const [axis, tag] of Object.entries(tags) as [Axis, string][]) {
  customElements.define(
    tag,
    class extends RowElement {
      constructor() {
        super(axis);
      }
    },
  );
}

describe('RovingFocus', () => {
  let row: RowElement;

  async function build(axis: Axis, dir = 'ltr'): Promise<void> {
    row = document.createElement(tags[axis]) as RowElement;
    row.dir = dir;
    document.body.append(row);
    await row.updateComplete;
    row.buttons[0]!.focus();
  }

  /** Where each of some keys leads, one after the other. */
  async function walk(...keys: string[]): Promise<string[]> {
    const way = [];
    for (const key of keys) {
      await press(key);
      way.push(focused().textContent);
    }
    return way;
  }

  afterEach(() => row.remove());

  it('goes round by the arrows of its axis, and to the ends by Home and End', async () => {
    await build('vertical');

    expect(await walk('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End')).to.eql([...'120202']);
    expect(await walk('ArrowLeft', 'ArrowRight')).to.eql([...'22']);
  });

  it('turns left and right around where one reads from right to left', async () => {
    await build('both', 'rtl');

    expect(await walk('ArrowLeft', 'ArrowRight', 'ArrowRight', 'ArrowDown')).to.eql([...'1020']);
  });

  it('leaves keys to the browser that are pressed with others', async () => {
    await build('horizontal');
    let isPrevented = false;
    row.addEventListener('keydown', (event) => (isPrevented = event.defaultPrevented));

    row.buttons[0]!.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'ArrowRight',
        altKey: true,
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );

    expect(isPrevented).to.equal(false);
    expect(focused().textContent).to.equal('0');
  });

  it('is one stop for Tab: the item that had the focus last, or the first where that has gone', async () => {
    await build('horizontal');
    const stops = () => row.buttons.map(({ tabIndex }) => tabIndex);
    expect(stops()).to.eql([0, -1, -1]);

    await press('End');
    expect(stops()).to.eql([-1, -1, 0]);
    row.count = 2;
    row.requestUpdate();
    await row.updateComplete;

    expect(stops()).to.eql([0, -1]);
  });
});
