import { expect } from '@open-wc/testing';
import type { ParvisClient } from '@parvis/core';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { ActivityWallPage } from '../../support/pages/activity-wall-page.ts';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.ts';
import { PeopleFinderPage } from '../../support/pages/people-finder-page.ts';
import { findAll } from '../../support/pages/shadow-dom.ts';
import { pageId, writeComments } from '../comment-thread/thread-writing.ts';
import { writePosts } from '../activity-wall/wall-writing.ts';

const ARABIC = 'مرحبا، الاجتماع غدا في Douai الساعة 10.';
const ENGLISH = 'Hello, the meeting is tomorrow (at 10).';

const directions = (elements: readonly Element[]) => elements.map((element) => getComputedStyle(element).direction);

describe('what people write in another direction than the page’s', () => {
  let server: TestServer;
  let nadia: ParvisClient;
  let subject: string;

  before(async () => (server = await startServer()));
  beforeEach(() => {
    server.signIn('paul.lefevre');
    nadia = server.client('nadia.benali');
    subject = uniqueKey();
  });

  for (const [dir, lang] of [
    ['ltr', 'fr'],
    ['rtl', 'en'],
  ] as const) {
    it(`runs as it is written, block by block, in comments of a page in ${dir}`, async () => {
      const body = [ARABIC, ENGLISH, `> ${ARABIC}`, `> ${ENGLISH}`, '```\nconst a = 1;\n```'].join('\n\n');
      await writeComments(nadia, await pageId(server.client(), subject), body);

      const thread = await CommentThreadPage.ready({ subject, lang, dir });
      const comment = await thread.untilComment('Douai');

      expect(directions([...comment.find('[part=body]')!.children])).to.eql(['rtl', 'ltr', 'rtl', 'ltr', 'ltr']);
    });
  }

  it('runs as it is written in posts, lists with their marks on their own side', async () => {
    const body = [ARABIC, `- ${ARABIC}\n- ${ENGLISH}`, `1. ${ENGLISH}\n2. ${ARABIC}`].join('\n\n');
    await writePosts(nadia, `page:${subject}`, body);

    const page = await (await ActivityWallPage.open({ wall: `page:${subject}` })).loaded();
    await page.until(() => page.posts.length, 'there is a post');
    const text = findAll(page.posts[0]!.element, '[part=body]')[0]!;

    expect(directions([...text.children])).to.eql(['rtl', 'rtl', 'ltr']);
    for (const block of text.querySelectorAll('p')) {
      expect(['auto', null]).to.contain(block.getAttribute('dir'));
      expect(getComputedStyle(block).unicodeBidi).to.equal('plaintext');
    }
  });

  it('runs as it is written while one writes, and in the field of a search', async () => {
    const thread = await CommentThreadPage.ready({ subject, lang: 'fr' });
    await thread.until(() => thread.canComment, 'one can comment');
    const finder = await PeopleFinderPage.ready();
    const { field } = thread.composer;
    const { input } = finder;

    for (const area of [field as HTMLTextAreaElement, input]) {
      area.value = ARABIC;
      expect(directions([area])).to.eql(['rtl']);
      area.value = ENGLISH;
      expect(directions([area])).to.eql(['ltr']);
    }
  });

  it('does not move the words of the page around names, jobs and places', async () => {
    await writeComments(nadia, await pageId(server.client(), subject), 'Bonjour');
    const thread = await CommentThreadPage.ready({ subject, dir: 'rtl' });
    const comment = await thread.untilComment('Bonjour');
    const finder = await PeopleFinderPage.ready({ query: 'nadia' });
    await finder.untilFound('Nadia Benali');

    const isIsolated = (element: Element) => element.matches('bdi, [dir=auto]');
    expect(isIsolated(findAll(comment.find('.by')!, 'button')[0]!)).to.equal(true);
    expect([...comment.find('.by')!.querySelectorAll('bdi')].length).to.equal(1);
    expect([...findAll(finder.element, '.name'), ...findAll(finder.element, '.place > *')].every(isIsolated)).to.equal(
      true,
    );
  });
});
