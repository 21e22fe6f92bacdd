import { expect } from '@open-wc/testing';
import type { PostKind, PostSubmitEvent } from '@parvis/activity-wall';
import { useCapabilities } from '@parvis/core/capability.js';
import { defaultClient } from '@parvis/core/client/default-client.js';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { ActivityWallPage, press } from '../../support/pages/activity-wall-page.ts';
import { findAll, focused } from '../../support/pages/shadow-dom.ts';
import { writePosts } from './wall-writing.ts';

/** What a package would add: a view that says which post it shows, and an editor of one field. */
class SketchView extends HTMLElement {
  postId = '';
  connectedCallback(): void {
    this.textContent = `A sketch in ${this.postId}`;
  }
}

class SketchEditor extends HTMLElement {
  readonly #field = document.createElement('input');

  get content() {
    return { sketch: { lines: this.#field.value } };
  }

  set content(content: { sketch: { lines: string } }) {
    this.#field.value = content.sketch.lines;
  }

  connectedCallback(): void {
    this.append(this.#field);
  }

  override focus(): void {
    this.#field.focus();
  }

  checkValidity(): boolean {
    if (!this.#field.value) this.focus();
    return !!this.#field.value;
  }
}

describe('activity wall: kinds of posts that packages add', () => {
  let server: TestServer;
  let wall: string;
  const loaded: string[] = [];

  before(async () => {
    server = await startServer();
    const load = (tag: string, element: CustomElementConstructor) => async () => {
      loaded.push(tag);
      if (!customElements.get(tag)) customElements.define(tag, element);
    };
    const view = { tag: 'sketch-view', load: load('sketch-view', SketchView) };
    const editor = { tag: 'sketch-editor', load: load('sketch-editor', SketchEditor) };
    const kind: PostKind = { kind: 'SKETCH', icon: 'M4 4h16', add: () => 'Add a sketch', view, editor };
    useCapabilities([{ postKinds: [kind] }]);
  });

  beforeEach(() => {
    loaded.length = 0;
    wall = `page:${uniqueKey()}`;
    server.signIn('nadia.benali');
  });

  afterEach(() => {
    ActivityWallPage.close();
    localStorage.clear();
  });

  const sketch = (page: ActivityWallPage) => page.find('sketch-editor')?.querySelector('input');
  const button = (page: ActivityWallPage) =>
    findAll<HTMLButtonElement>(page.element, 'button').find(({ textContent }) => textContent.includes('Add a sketch'));

  /** What the form sends from now on. */
  const sent = (page: ActivityWallPage) => {
    const drafts: object[] = [];
    page.find('parvis-post-form')!.addEventListener('parvis-post-submit', (event: PostSubmitEvent) => {
      drafts.push(event.draft);
      event.waitUntil(Promise.resolve());
      event.stopImmediatePropagation();
    });
    return drafts;
  };

  const begun = async () => {
    const page = await (await ActivityWallPage.open({ wall })).loaded();
    page.textarea!.focus();
    await page.until(() => button(page), 'the kind is offered');
    return page;
  };

  it('shows a post by the view of its kind, whose code comes with the first such post', async () => {
    const [first] = await writePosts(server.client('nadia.benali'), wall, 'A plan', 'A text');
    const page = await (await ActivityWallPage.open({ wall })).loaded();
    expect(loaded).to.eql([]);

    defaultClient().cache.write({ id: first, kind: 'SKETCH', content: { __typename: 'Sketch' } });

    await page.until(() => page.text.includes(`A sketch in ${first}`), 'its view shows it');
    expect(loaded).to.eql(['sketch-view']);
    expect(page.post('A text').text).not.to.contain('A sketch in');
  });

  it('says so where a kind is not known here', async () => {
    const [first] = await writePosts(server.client('nadia.benali'), wall, 'A plan');
    const page = await (await ActivityWallPage.open({ wall })).loaded();

    defaultClient().cache.write({ id: first, kind: 'HOLOGRAM', content: { __typename: 'Hologram' } });

    await page.until(() => page.text.includes('cannot show this kind of post yet'), 'it is said');
    await expect(page.element).to.be.accessible();
  });

  it('offers the kinds where one writes, and sends what was written as its content, without a link', async () => {
    const page = await begun();
    const drafts = sent(page);

    button(page)!.focus();
    await press('Enter');
    await page.until(() => sketch(page), 'its editor is there');
    await page.untilFocused(() => sketch(page)!);
    expect(page.find('parvis-link-field')).to.equal(undefined);
    sketch(page)!.value = 'three lines';
    await page.write('Look');
    await page.until(() => drafts.length, 'it is sent');

    expect(drafts).to.eql([{ body: 'Look', content: { sketch: { lines: 'three lines' } } }]);
    await page.until(() => !sketch(page), 'its editor is gone');
  });

  it('sends nothing before its content is complete', async () => {
    const page = await begun();
    const drafts = sent(page);
    button(page)!.click();
    await page.until(() => sketch(page), 'its editor is there');

    await page.write('Look');
    await page.until(() => focused() === sketch(page), 'the focus is where something is missing');

    expect(drafts).to.eql([]);
    expect(page.textarea!.value).to.equal('Look');
  });

  it('keeps what was begun until the page is loaded again', async () => {
    const page = await begun();
    button(page)!.click();
    await page.until(() => sketch(page), 'its editor is there');
    sketch(page)!.value = 'half a line';
    sketch(page)!.dispatchEvent(new Event('input', { bubbles: true }));
    await page.until(() => Object.keys(localStorage).some((key) => key.endsWith(':content')), 'it is kept');

    ActivityWallPage.close();
    const again = await (await ActivityWallPage.open({ wall })).loaded();
    again.textarea!.focus();

    await again.until(() => sketch(again)?.value === 'half a line', 'it is there again');
    sketch(again)!.dispatchEvent(new Event('parvis-content-remove', { bubbles: true }));
    await again.until(() => button(again), 'it can be chosen again');
    expect(Object.keys(localStorage).filter((key) => key.endsWith(':content'))).to.eql([]);
  });
});
