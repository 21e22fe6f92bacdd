import '@parvis/core/person/parvis-person-name.js';
import '@parvis/loader/start.js';
import { expect } from '@open-wc/testing';
import type { PersonKindElement } from '@parvis/core/person/person-kind-element.js';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.js';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.js';
import { ComposerPage } from '../../support/pages/composer-page.js';
import { PeopleFinderPage } from '../../support/pages/people-finder-page.js';
import { PersonCardPage } from '../../support/pages/person-card-page.js';
import { announced, findAll, readText } from '../../support/pages/shadow-dom.js';
import { until } from '../../support/pages/until.js';
import { pageId, writeComments } from '../comment-thread/thread-writing.js';

const ana = { handle: 'ana.weber', name: 'Ana Weber' };
const kinds = ['CONTRACTOR', 'GUEST', 'SERVICE'] as const;

describe('the mark of who is no employee', () => {
  let server: TestServer;

  before(async () => (server = await startServer()));
  beforeEach(() => server.signIn('ines.carpentier'));
  afterEach(() => {
    PersonCardPage.close();
    PeopleFinderPage.close();
    ComposerPage.close();
    CommentThreadPage.close();
  });

  const marks = () => findAll(document.body, '[part=kind]').map((mark) => mark.textContent);
  const marked = (word: string) => until(() => marks().includes(word), `there is the mark ${word}`);
  /** The name that a button, option or heading has from its content. */
  const nameOf = (element: Element) => readText(element).replace(/\s+/g, ' ').trim();

  for (const [lang, words] of [
    ['en', ['contractor', 'guest', 'service']],
    ['fr', ['prestataire', 'invité', 'service']],
  ] as const) {
    for (const [index, kind] of kinds.entries()) {
      it(`stands beside the name, and in its accessible name: ${kind}, ${lang}`, async () => {
        const page = await PersonCardPage.open({ ...ana, kind }, { lang });

        await marked(words[index]!);
        expect(nameOf(page.name)).to.equal(`Ana Weber, ${words[index]}`);
      });
    }
  }

  it('is not there for employees, nor for people whom an older version has read', async () => {
    const employee = await PersonCardPage.open({ ...ana, kind: 'EMPLOYEE' });
    const unknown = await PersonCardPage.open(ana);

    for (const page of [employee, unknown]) {
      expect(nameOf(page.name)).to.equal('Ana Weber');
      expect(page.name.querySelector('parvis-person-kind')).to.equal(null);
    }
  });

  it('says nothing of a kind that only a newer server knows', async () => {
    const page = await PersonCardPage.open({ ...ana, kind: 'PARTNER' as 'GUEST' });

    await customElements.whenDefined('parvis-person-kind');
    await page.name.querySelector<PersonKindElement>('parvis-person-kind')!.updateComplete;
    expect(marks()).to.deep.equal([]);
    expect(nameOf(page.name)).to.equal('Ana Weber');
  });

  it('is in their card', async () => {
    const page = await PersonCardPage.open({ handle: 'david.chen', name: 'David Chen' });
    page.name.click();
    await page.untilOpen();
    await page.untilLoaded();

    await marked('contractor');
    expect(page.card!.getAttribute('aria-label')).to.equal('David Chen, contractor');
  });

  it('is in the people finder, in the list and at the person', async () => {
    const page = await PeopleFinderPage.ready({ query: 'david chen' });
    await marked('contractor');
    const [button] = page.all('button.person');
    expect(nameOf(button!)).to.contain('David Chen, contractor');

    button!.click();
    await until(() => findAll(document.body, 'section [part=name]')[0], 'their details are there');
    const [heading] = findAll(document.body, 'section [part=name]');
    await until(() => nameOf(heading!) === 'David Chen, contractor', 'the heading is marked');
    expect(findAll(document.body, 'section[aria-label="David Chen, contractor"]')).to.have.length(1);
  });

  it('is in the completion of mentions', async () => {
    const page = await ComposerPage.focused();

    await page.type('@david chen');

    await marked('contractor');
    expect(nameOf(page.find('[role=option]')!)).to.contain('David Chen, contractor');
  });

  it('is in the announcement of a new comment', async () => {
    const subject = uniqueKey();
    const julien = server.client('julien.roche');
    const page = await pageId(julien, subject);
    const thread = await CommentThreadPage.ready({ subject });

    await writeComments(julien, page, 'A remark');
    await thread.untilComment('A remark');

    await until(() => announced().includes('by Julien Roche, contractor'), 'it is announced');
  });

  it('is in the names of the links by which they are reached', async () => {
    const page = await PersonCardPage.open({ handle: 'david.chen', name: 'David Chen' });
    page.name.click();
    await page.untilLoaded();

    expect(page.contacts[0]!.ariaLabel).to.match(/^Write to David Chen, contractor, /);
  });

  it('is beside a mention, with the name', async () => {
    const subject = uniqueKey();
    await writeComments(server.client('ines.carpentier'), await pageId(server.client(), subject), 'For @julien.roche');

    const thread = await CommentThreadPage.ready({ subject });
    const written = await thread.untilComment('For');

    await until(() => readText(written.find('[part=body]')!).includes('@Julien Roche, contractor'), 'it is marked');
    await expect(thread.element).to.be.accessible();
  });
});
