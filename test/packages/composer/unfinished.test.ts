import { expect } from '@open-wc/testing';
import type { ComposerSubmitEvent } from '@parvis/composer';
import { startServer } from '../../support/browser/server.ts';
import { ComposerPage } from '../../support/pages/composer-page.ts';
import { press } from '../../support/pages/keyboard.ts';
import { focused } from '../../support/pages/shadow-dom.ts';

describe('composer: what the formatting bar has begun', () => {
  before(async () => (await startServer()).signIn('paul.lefevre'));
  afterEach(() => {
    ComposerPage.close();
    localStorage.clear();
  });

  const onSubmit = (page: ComposerPage, take: (event: ComposerSubmitEvent) => void) =>
    page.element.addEventListener('parvis-composer-submit', take);

  it('does not send a link whose address is still to be typed, says so, and takes the keyboard there', async () => {
    for (const [lang, said] of [
      ['en', 'A link has no address yet. Type it, or remove the link.'],
      ['fr', 'Un lien n’a pas encore d’adresse. Tapez-la, ou retirez le lien.'],
    ] as const) {
      const page = await ComposerPage.focused({}, { lang });
      const sent: string[] = [];
      onSubmit(page, ({ body }) => sent.push(body));
      await page.type('See ');
      page.tool(lang === 'en' ? 'Link' : 'Lien').click();

      await press('Control+Enter');

      await page.until(() => page.left === said, 'it is said');
      expect(sent).to.eql([]);
      expect(focused()).to.equal(page.field);
      expect(page.selection).to.equal('https://');
      await page.type('https://example.org/');
      await press('Control+Enter');
      await page.until(() => sent.length === 1, 'it is sent');
      expect(sent).to.eql(['See [](https://example.org/)']);
      ComposerPage.close();
      localStorage.clear();
    }
  });

  it('sends the text of a link without address where it is code', async () => {
    const page = await ComposerPage.focused();
    const sent: string[] = [];
    onSubmit(page, ({ body }) => sent.push(body));

    await page.type('Write `[label](https://)` in front.');
    await press('Control+Enter');

    await page.until(() => sent.length === 1, 'it is sent');
  });

  for (const [tool, begun] of [
    ['Bold', 'Mind ****'],
    ['Italic', 'Mind __'],
    ['Strikethrough', 'Mind ~~~~'],
    ['Code', 'Mind ``'],
    ['List', 'Mind \n- '],
    ['Quote', 'Mind \n> '],
  ] as const) {
    it(`is not sent while there is no text in it, and says so: ${tool}`, async () => {
      const page = await ComposerPage.focused();
      const sent: string[] = [];
      onSubmit(page, ({ body }) => sent.push(body));
      await page.type('Mind ');
      if (begun.includes('\n')) await press('Shift+Enter');
      page.tool(tool).click();
      expect(page.text).to.equal(begun);

      await press('Control+Enter');

      await page.until(() => page.left.startsWith('A formatting mark has no text yet'), 'it is said');
      expect(sent).to.eql([]);
      await page.type('this');
      await press('Control+Enter');
      await page.until(() => sent.length === 1, 'it is sent');
      expect(sent[0])
        .to.match(/^Mind .*this/s)
        .and.not.to.equal('Mind this');
    });
  }

  it('is not what people type themselves: stars, and a blank to fill in', async () => {
    const page = await ComposerPage.focused();
    const sent: string[] = [];
    onSubmit(page, ({ body }) => sent.push(body));

    await page.type('The canteen: ****. Name: __');
    await press('Control+Enter');

    await page.until(() => sent.length === 1, 'it is sent');
  });
});
