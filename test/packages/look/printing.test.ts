import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { noPaper } from '../../support/browser/abilities.ts';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { AllWidgets, nameOf } from '../../support/pages/all-widgets.ts';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.ts';
import { findAll, readText } from '../../support/pages/shadow-dom.ts';
import { pageId, writeComments } from '../comment-thread/thread-writing.ts';

const CONTROLS =
  'button, input, textarea, select, a.button, [role=menu], [role=toolbar], .skeleton, parvis-notice, parvis-unsent';

/** What says who, how many and where, though it can be pressed on a screen. */
const SAYS = '.like, .count, .discuss, .person, .printed, parvis-person-name button, [part=name]';

const describeOnPaper = noPaper ? describe.skip : describe;

describeOnPaper(['widgets on paper', noPaper].filter(Boolean).join(': '), () => {
  let server: TestServer;
  let all: AllWidgets;

  before(async () => {
    server = await startServer();
    server.signIn('paul.lefevre');
    all = await AllWidgets.ready();
    await emulateMedia({ media: 'print' });
  });
  after(async () => {
    await emulateMedia({ media: 'screen' });
    all.close();
  });

  it('have nothing to press or to fill in', () => {
    const shown = findAll(all.frame, CONTROLS).filter((element) => element.checkVisibility());

    expect([...new Set(shown.filter((element) => !element.matches(SAYS)).map(nameOf))]).to.eql([]);
  });

  it('say who wrote what', () => {
    const thread = readText(all.host('parvis-comment-thread'));
    const [first] = all.find('parvis-comment-thread', '[part=body]');
    const [author] = all.find('parvis-comment-thread', '.by parvis-person-name');

    expect(thread).to.contain(readText(first!));
    expect(thread).to.contain(readText(author!));
    expect(thread).to.match(/Commentaires \d+/);
    expect(thread).not.to.match(/Répondre|Publier|Les plus|Afficher/);
  });

  it('give moments by date and hour, not by how long ago they were', () => {
    const [time] = all.find('parvis-comment-thread', 'time');

    expect(readText(time!)).to.equal('');
    expect(getComputedStyle(time!, '::after').content).to.match(/"attr|\d{4}/);
  });

  it('say how many like what, how many comment, and nothing where nobody does', () => {
    const wall = readText(all.host('parvis-activity-wall'));
    expect(readText(all.host('parvis-like-button'))).to.match(/^\d+$/);
    expect(wall).to.match(/\d+ commentaire/);
    const posts = all.find('parvis-activity-wall', 'parvis-post');
    expect(new Set(posts.map((post) => getComputedStyle(post).contentVisibility))).to.eql(new Set(['visible']));
    expect(wall).not.to.match(/Commenter|Vous avez|Voir plus|Partagez/);
  });

  it('show a long text as a whole', async () => {
    const subject = uniqueKey();
    const long = Array.from({ length: 40 }, (_, i) => `Paragraph ${i}.`).join('\n\n');
    await writeComments(server.client('nadia.benali'), await pageId(server.client(), subject), long);

    const thread = await CommentThreadPage.ready({ subject });
    const folded = (await thread.untilComment('Paragraph 39')).find('.folded')!;

    expect(folded.scrollHeight).to.be.lessThan(folded.clientHeight + 2);
  });

  it('name the people that were found, without what they are searched by', () => {
    const finder = readText(all.host('parvis-people-finder'));

    expect(finder).to.match(/\d+ personnes?/);
    expect(all.find('parvis-people-finder', '.name').every((name) => finder.includes(readText(name)))).to.equal(true);
    expect(finder).not.to.match(/Tous les filtres|Trouver|Service/);
  });
});
