import '@parvis/loader/start.js';
import { LocaleController } from '@parvis/core';
import { onFailure } from '@parvis/core/late-code/late.js';
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

/** Some browsers name the system’s locale: `en-US@posix`. */
const browsers = navigator.language.replace(/[@.].*/, '');

let wordsThere = Promise.resolve({ strings: { hello: 'Bonjour' } });

class LateGreetingElement extends LitElement {
  readonly #locale = new LocaleController<{ hello: string }>(this, { en: { hello: 'Hello' }, fr: () => wordsThere });

  protected override render() {
    return this.#locale.ready ? html`<p>${this.#locale.text.hello}</p>` : html`…`;
  }
}
customElements.define('test-late-greeting', LateGreetingElement);

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

  it('speaks English while its words cannot be had, and asks for them again', async () => {
    const there = wordsThere;
    wordsThere = Promise.reject(new TypeError('Failed to fetch'));
    const page = await fixture(staticHtml`<div lang="fr"><test-late-greeting></test-late-greeting></div>`);
    await until(() => textOf(page.firstElementChild!) === 'Hello', 'it says so');

    wordsThere = there;
    (page.firstElementChild as LitElement).requestUpdate();

    await until(() => textOf(page.firstElementChild!) === 'Bonjour', 'it says so');
  });

  it('waits for no failure any more once it has its words', async () => {
    const waiting = onFailure.size;
    const page = await fixture(staticHtml`<div lang="fr"><test-greeting></test-greeting></div>`);
    await until(() => textOf(page.firstElementChild!) === 'Bonjour fr', 'it says so');

    await until(() => onFailure.size === waiting, 'it waits no more');
  });

  it('finds the language outside of the shadow roots that it stands in', async () => {
    const page = await fixture<HTMLElement>(staticHtml`<div lang="fr"><div id="host"></div></div>`);
    const root = page.querySelector('#host')!.attachShadow({ mode: 'open' });
    root.append(document.createElement('test-greeting'));

    await until(() => textOf(root.firstElementChild!) === 'Bonjour fr', 'it says so');
  });

  for (const [written, understood] of [
    ['fr_FR', 'Bonjour fr-FR'],
    ['FR', 'Bonjour FR'],
    ['fr ', 'Bonjour fr'],
    ['\n fr-CA\t', 'Bonjour fr-CA'],
    ['fr-FR.UTF-8', 'Bonjour fr-FR'],
    ['fr_CA@euro', 'Bonjour fr-CA'],
    ['fr_FR.UTF-8@latin', 'Bonjour fr-FR'],
    ['fr-{{region}}', 'Bonjour fr'],
    ['fr--FR', 'Bonjour fr'],
    ['en_US', 'Hello en-US'],
    ['en-GB-oxendict', 'Hello en-GB'],
    ['zh_Hans_CN', 'Hello zh-Hans-CN'],
  ] as const) {
    it(`takes lang="${written.trim()}" for what it means`, async () => {
      const page = await fixture<HTMLElement>(staticHtml`<div lang=${written}><test-greeting></test-greeting></div>`);

      await until(() => textOf(page.firstElementChild!) === understood, `it says ${understood}`);
    });
  }

  for (const written of [
    'auto',
    'x',
    'C',
    'POSIX',
    '{{lang}}',
    '<%= lang %>',
    'x-default',
    'default',
    'undefined',
    '-',
    '_FR',
    '123',
  ]) {
    it(`speaks the browser’s language where lang="${written}" is none`, async () => {
      const page = await fixture<HTMLElement>(staticHtml`<div lang=${written}><test-greeting></test-greeting></div>`);

      await until(() => textOf(page.firstElementChild!) === `Hello ${browsers}`, 'it says so');
    });
  }

  it('takes the browser’s own language for what it means too', async () => {
    const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'language')!;
    Object.defineProperty(Navigator.prototype, 'language', { get: () => 'fr-BE@euro', configurable: true });
    const page = await fixture<HTMLElement>(staticHtml`<div lang="C"><test-greeting></test-greeting></div>`);

    await until(() => textOf(page.firstElementChild!) === 'Bonjour fr-BE', 'it says so');
    Object.defineProperty(Navigator.prototype, 'language', own);
  });

  it('speaks English where it has no translation', async () => {
    const page = await fixture(staticHtml`<div lang="nl"><test-greeting></test-greeting></div>`);

    expect(textOf(page.firstElementChild!)).to.equal('Hello nl');
  });
});
