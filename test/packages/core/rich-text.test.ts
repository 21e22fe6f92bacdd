import '@parvis/core/person/parvis-person-name.js';
import { renderRichText, type Block } from '@parvis/core';
import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';

const show = (tree: Block[]) => fixture<HTMLElement>(html`<div>${renderRichText(tree)}</div>`);

describe('rich text', () => {
  it('shows each kind of node by the element made for it', async () => {
    const element = await show([
      {
        t: 'p',
        c: [
          'a ',
          { t: 'strong', c: [{ t: 'em', c: ['b'] }] },
          { t: 'br' },
          { t: 'del', c: ['c'] },
          { t: 'icode', v: 'd' },
        ],
      },
      { t: 'list', ordered: true, start: 3, c: [{ t: 'item', c: [{ t: 'p', c: ['e'] }] }] },
      { t: 'quote', c: [{ t: 'p', c: [{ t: 'tag', v: 'f' }] }] },
      { t: 'code', v: 'g' },
    ]);

    expect(element.querySelector('strong em')!.textContent).to.equal('b');
    expect(element.querySelector('br')).to.not.equal(null);
    expect(element.querySelector('ol')!.start).to.equal(3);
    expect(element.querySelector('blockquote p')!.textContent).to.equal('#f');
    expect(element.querySelector('blockquote p')!.children.length).to.equal(0);
    expect(element.querySelector('pre code')!.textContent).to.equal('g');
  });

  it('opens links elsewhere, and tells the other site nothing', async () => {
    const element = await show([{ t: 'p', c: [{ t: 'a', href: 'https://a.example/', c: ['x'] }] }]);

    const link = element.querySelector('a')!;
    expect(link.target).to.equal('_blank');
    expect(link.rel.split(' ')).to.include.members(['noopener', 'noreferrer']);
  });

  it('shows an address that could run code as text, whatever the server let through', async () => {
    for (const href of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      'JaVaScRiPt:x',
      '//x.example',
    ]) {
      const element = await show([{ t: 'p', c: [{ t: 'a', href, c: ['x'] }] }]);

      expect(element.querySelector('a'), href).to.equal(null);
      expect(element.textContent).to.equal('x');
    }
  });

  it('never reads text as markup', async () => {
    const element = await show([{ t: 'p', c: ['<img src=x onerror=alert(1)>'] }]);

    expect(element.querySelector('img')).to.equal(null);
    expect(element.textContent).to.equal('<img src=x onerror=alert(1)>');
  });
});
