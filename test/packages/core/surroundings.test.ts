import '@parvis/core/provider/parvis-provider.js';
import '@parvis/like-button/parvis-like-button.js';
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import { configureParvis } from '@parvis/core';
import { ProviderElement } from '@parvis/core/provider/provider-element.js';
import { expect } from '@open-wc/testing';
import { Network } from '../../support/browser/network.ts';
import { findAll, textOf } from '../../support/pages/shadow-dom.ts';
import { until } from '../../support/pages/until.ts';

describe('surroundings', () => {
  let network: Network;
  beforeEach(() => {
    configureParvis({ endpoint: 'https://page.example/graphql' });
    network = new Network();
    network.silence();
    network.refuse('FORBIDDEN');
  });
  afterEach(() => {
    fixtureCleanup();
    network.restore();
  });

  const asked = (host: string) => until(() => network.requests.some(({ url }) => new URL(url).host === host), host);
  const button = () => document.querySelector('parvis-like-button')!;

  it('are those of the page, and change with them', async () => {
    await fixture(html`<parvis-like-button subject="a"></parvis-like-button>`);
    await asked('page.example');

    configureParvis({ endpoint: 'https://other.example/graphql' });

    await asked('other.example');
  });

  it('may name the server by a path of the page', async () => {
    configureParvis({ endpoint: '/social/graphql' });
    await fixture(html`<parvis-like-button subject="a"></parvis-like-button>`);

    await until(() => network.requests.some(({ url }) => url === `${location.origin}/social/graphql`), 'it is asked');
  });

  it('are those of the nearest provider, which hands on what it does not say itself', async () => {
    await fixture(
      html`<parvis-provider endpoint="https://outer.example/graphql" locale="fr" theme="dark">
        <parvis-provider locale="en"><parvis-like-button subject="a"></parvis-like-button></parvis-provider>
      </parvis-provider>`,
    );

    await asked('outer.example');
    expect(network.requests.map(({ url }) => new URL(url).host)).to.not.include('page.example');
    expect(getComputedStyle(button()).colorScheme).to.equal('dark');
    await until(
      () => /You do not have access/.test(textOf(findAll(button(), '[part=notice]')[0])),
      'it speaks English',
    );
  });

  it('follow what a provider says anew', async () => {
    const provider = await fixture<ProviderElement>(
      html`<parvis-provider endpoint="https://one.example/graphql" theme="dark">
        <parvis-like-button subject="a"></parvis-like-button>
      </parvis-provider>`,
    );
    await asked('one.example');

    provider.endpoint = 'https://two.example/graphql';
    provider.removeAttribute('theme');

    await asked('two.example');
    await until(() => getComputedStyle(button()).colorScheme === 'normal', 'the theme is that of the page');
  });

  it('are found where a provider wakes after what it wraps', async () => {
    await fixture(
      html`<late-provider endpoint="https://late.example/graphql"
        ><parvis-like-button subject="a"></parvis-like-button
      ></late-provider>`,
    );
    await asked('page.example');

    customElements.define('late-provider', class extends ProviderElement {});

    await asked('late.example');
  });

  it('are those of where a widget is moved to', async () => {
    const there = await fixture(html`<parvis-provider endpoint="https://there.example/graphql"></parvis-provider>`);
    await fixture(html`<parvis-like-button subject="a"></parvis-like-button>`);
    await asked('page.example');

    there.append(button());

    await asked('there.example');
  });

  it('stand against rules of the page between a provider and a widget', async () => {
    await fixture(
      html`<style>
          section {
            all: initial;
          }
        </style>
        <parvis-provider theme="dark"
          ><section><parvis-like-button subject="a"></parvis-like-button></section
        ></parvis-provider>`,
    );

    await until(() => getComputedStyle(button()).colorScheme === 'dark', 'it is dark');
  });
});
