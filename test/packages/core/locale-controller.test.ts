import { LocaleController } from '@parvis/core';
import { expect, fixture, html as staticHtml } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { until } from '../../support/pages/until.ts';

class GreetingElement extends LitElement {
  readonly #locale = new LocaleController<{ hello: string }>(this, {
    en: { hello: 'Hello' },
    fr: () => Promise.resolve({ strings: { hello: 'Bonjour' } }),
  });

  protected override render() {
    return this.#locale.ready ? html`<p>${this.#locale.text.hello} ${this.#locale.lang}</p>` : html`…`;
  }
}
customElements.define('test-greeting', GreetingElement);

const textOf = (element: Element) => element.shadowRoot!.textContent!.trim();

describe('locale controller', () => {
  it('follows the nearest lang, and not the page’s', async () => {
    const page = await fixture(
      staticHtml`<div lang="en"><test-greeting id="a"></test-greeting><p lang="fr-CA"><test-greeting id="b"></test-greeting></p></div>`,
    );

    await until(() => textOf(page.querySelector('#b')!) === 'Bonjour fr-CA', 'it says so');
    expect(textOf(page.querySelector('#a')!)).to.equal('Hello en');
  });

  it('changes its words when the page changes its language', async () => {
    const page = await fixture<HTMLElement>(staticHtml`<div lang="fr"><test-greeting></test-greeting></div>`);
    await until(() => textOf(page.firstElementChild!) === 'Bonjour fr', 'it says so');

    page.lang = 'en-GB';

    await until(() => textOf(page.firstElementChild!) === 'Hello en-GB', 'it says so');
  });

  it('shows no word until it has the words of the language', async () => {
    const page = await fixture(staticHtml`<div lang="fr"><test-greeting></test-greeting></div>`);

    expect(textOf(page.firstElementChild!)).to.not.contain('Hello');
  });

  it('finds the language outside of the shadow roots that it stands in', async () => {
    const page = await fixture<HTMLElement>(staticHtml`<div lang="fr"><div id="host"></div></div>`);
    const root = page.querySelector('#host')!.attachShadow({ mode: 'open' });
    root.append(document.createElement('test-greeting'));

    await until(() => textOf(root.firstElementChild!) === 'Bonjour fr', 'it says so');
  });

  it('speaks English where it has no translation', async () => {
    const page = await fixture(staticHtml`<div lang="nl"><test-greeting></test-greeting></div>`);

    expect(textOf(page.firstElementChild!)).to.equal('Hello nl');
  });
});
