import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { ParvisError } from '@parvis/core';
import '@parvis/comment-thread/parvis-comment-count.js';
import '@parvis/comment-thread/parvis-comment-thread.js';
import '@parvis/core/notice/parvis-notice.js';
import '@parvis/like-button/parvis-like-button.js';
import { startServer } from '../../support/browser/server.ts';
import { textOf } from '../../support/pages/shadow-dom.ts';
import { until } from '../../support/pages/until.ts';

describe('what went wrong', () => {
  const { error } = console;
  const said: unknown[][] = [];

  before(async () => (await startServer()).signIn('paul.lefevre'));
  beforeEach(() => (console.error = (...words: unknown[]) => void said.push(words)));
  afterEach(() => {
    console.error = error;
    said.length = 0;
    fixtureCleanup();
  });

  for (const tag of ['parvis-like-button', 'parvis-comment-thread', 'parvis-comment-count'])
    it(`is said in the console with its reason and the tag: a subject of <${tag}> that is none`, async () => {
      const element = document.createElement(tag);
      element.setAttribute('subject', '{{x}}');

      await fixture(html`<p>${element}</p>`);
      await until(() => said.length > 0, 'it is said');

      expect(said.length).to.equal(1);
      const [[message, named]] = said as [[string, Element]];
      expect(message).to.match(/^Parvis: .*“\{\{x\}\}” is no page key/);
      expect(named === element).to.equal(true);
    });

  for (const [lang, retryAfter, words] of [
    ['en', 42, 'Too many actions at once. Try again in 42 seconds.'],
    ['en', 1, 'Too many actions at once. Try again in 1 second.'],
    ['en', undefined, 'Too many actions at once. Wait a moment, then try again.'],
    ['fr', 42, 'Trop d’actions à la fois. Réessayez dans 42 secondes.'],
    ['fr', 1, 'Trop d’actions à la fois. Réessayez dans 1 seconde.'],
  ] as const)
    it(`says when to try again, in ${lang}: after ${retryAfter ?? 'a moment'}`, async () => {
      const notice = document.createElement('parvis-notice');
      notice.error = new ParvisError('RATE_LIMITED', 'Too much.', { retryAfter });
      const page = await fixture(html`<p lang=${lang}></p>`);
      page.append(notice);

      const alert = () => textOf(notice.shadowRoot!.querySelector('[role=alert]') ?? undefined).replace(/\s/g, ' ');
      await until(() => alert() !== '', 'it is read out');

      expect(alert()).to.include(words);
    });

  it('is read out in French alone on a page in French, however late the words are', async () => {
    const notice = document.createElement('parvis-notice');
    notice.error = new ParvisError('FORBIDDEN');
    const alert = () => textOf(notice.shadowRoot!.querySelector('[role=alert]') ?? undefined);
    const read: string[] = [];
    const page = await fixture(html`<p lang="fr"></p>`);
    page.append(notice);
    // Before it is rendered: nothing that it says is missed.
    new MutationObserver(() => read.push(alert())).observe(notice.shadowRoot!, { childList: true, subtree: true });

    await until(() => read.some((text) => text), 'it is read out');

    expect(read.filter((text) => text && !text.startsWith('Vous n’avez pas accès'))).to.eql([]);
  });
});
