import { expect } from '@open-wc/testing';
import { announce } from '@parvis/core';
import { announced, findAll } from '../../support/pages/shadow-dom.ts';
import { until } from '../../support/pages/until.ts';

/** What pages say of all their elements, however little we have to do with them. */
const RULES = {
  'a rule for every div': 'div { display: block !important; position: static !important; height: 90px !important }',
  'a reset of everything': '* { all: unset !important }',
  'one screen for each part': 'html > *, #app { min-height: 100vh !important; display: block !important }',
  'room for the last child': 'body > :last-child { margin-bottom: 100px }',
  'room around all': '* { position: relative !important; padding: 20px !important; border: 9px solid !important }',
  'nothing cut off': '* { overflow: visible !important; clip-path: none !important; width: auto !important }',
};

const region = (): HTMLElement => findAll(document.documentElement, 'parvis-announcer')[0]!;

describe('what is said to screen readers', () => {
  let style: HTMLStyleElement;
  let app: HTMLElement;

  beforeEach(() => {
    style = document.createElement('style');
    document.head.append(style);
    app = document.createElement('div');
    app.id = 'app';
    document.body.append(app);
  });
  afterEach(() => {
    style.remove();
    app.remove();
  });

  for (const [name, rule] of Object.entries(RULES)) {
    it(`is never seen, and moves nothing: ${name}`, async () => {
      style.textContent = rule;
      document.querySelector('parvis-announcer')?.remove();
      const boxes = () => [...document.body.children].map((child) => JSON.stringify(child.getBoundingClientRect()));
      const size = () => [document.documentElement.scrollWidth, document.documentElement.scrollHeight];
      const before = [boxes(), size()];

      announce(`Said in spite of ${name}`);
      await until(() => announced() === `Said in spite of ${name}`, 'it is said');

      expect([boxes(), size()]).to.eql(before);
      const { left, top, width, height } = region().getBoundingClientRect();
      expect({ left, top, width, height }).to.eql({ left: 0, top: 0, width: 1, height: 1 });
      const { clipPath, visibility, display } = getComputedStyle(region());
      expect({ clipPath, visibility, display }).to.eql({
        clipPath: 'inset(50%)',
        visibility: 'visible',
        display: 'block',
      });
    });
  }

  it('leaves the children of the body as they were', async () => {
    const before = [...document.body.children];

    announce('Beside the body');
    await until(() => announced() === 'Beside the body', 'it is said');

    expect([...document.body.children].length).to.equal(before.length);
    expect(document.body.lastElementChild === app).to.equal(true);
  });

  it('is said in the modal dialog that is open, and beside the body when it has closed', async () => {
    const dialog = document.createElement('dialog');
    dialog.innerHTML = '<button>Close</button>';
    app.append(dialog);
    dialog.showModal();

    announce('In the dialog');
    await until(() => announced() === 'In the dialog', 'it is said');
    const isIn = dialog.contains(region());
    dialog.close();
    announce('After the dialog');
    await until(() => announced() === 'After the dialog', 'it is said');

    expect(isIn).to.equal(true);
    expect(dialog.contains(region())).to.equal(false);
    expect(region().getClientRects().length).to.equal(1);
  });

  it('is said in the dialog that has the keyboard, also where a component hides it in a shadow root', async () => {
    const component = document.createElement('div');
    const root = component.attachShadow({ mode: 'open' });
    root.innerHTML = '<dialog><button>Close</button></dialog>';
    const other = document.createElement('dialog');
    app.append(component, other);
    const dialog = root.querySelector('dialog')!;
    other.showModal();
    dialog.showModal();
    dialog.querySelector('button')!.focus();

    announce('In the upper one');
    await until(() => announced() === 'In the upper one', 'it is said');
    const isIn = dialog.contains(region());
    dialog.close();
    other.close();

    expect(isIn).to.equal(true);
  });
});
