// Pages with shortcuts of one letter, as Confluence, Jira and GitLab have them, and with guards against unsaved changes.
import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '@parvis/activity-wall/parvis-activity-wall.js';
import { startServer, uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { ActivityWallPage } from '../../support/pages/activity-wall-page.ts';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.ts';
import { press, type } from '../../support/pages/keyboard.ts';
import { LikeButtonPage } from '../../support/pages/like-button-page.ts';
import { PeopleFinderPage } from '../../support/pages/people-finder-page.ts';
import { findAll, focused, hasFocus } from '../../support/pages/shadow-dom.ts';
import { until } from '../../support/pages/until.ts';
import { pageId, writeComments } from '../comment-thread/thread-writing.ts';

const SENTENCE = 'we make seamless work? / Élan 5#';

/** A page that runs a command on every key but in its fields, and marks itself as changed when one types in it. */
class BusyPage {
  readonly commands: string[] = [];
  readonly changes: string[] = [];

  constructor() {
    for (const type of ['keydown', 'keypress', 'keyup']) document.addEventListener(type, this.#onKey);
    for (const type of ['beforeinput', 'input', 'change', 'paste', 'compositionstart'])
      document.addEventListener(type, this.#onChange);
  }

  leave(): void {
    for (const type of ['keydown', 'keypress', 'keyup']) document.removeEventListener(type, this.#onKey);
    for (const type of ['beforeinput', 'input', 'change', 'paste', 'compositionstart'])
      document.removeEventListener(type, this.#onChange);
  }

  readonly #onKey = (event: Event) => {
    const { key, ctrlKey } = event as KeyboardEvent;
    if ((event.target as Element).matches('input, textarea, select')) return;
    this.commands.push(`${event.type} ${ctrlKey ? 'Control+' : ''}${key}`);
    // As such pages do: the key was theirs.
    if (!ctrlKey && key !== 'Tab') event.preventDefault();
  };

  readonly #onChange = (event: Event) => this.changes.push(event.type);
}

describe('a page with shortcuts of one letter and a guard against unsaved changes', () => {
  let server: TestServer;
  let host: BusyPage;

  before(async () => {
    server = await startServer();
    server.signIn('paul.lefevre');
  });
  beforeEach(() => (host = new BusyPage()));
  afterEach(() => {
    host.leave();
    fixtureCleanup();
    localStorage.clear();
  });

  async function write(handle: string, subject: string, ...bodies: string[]): Promise<void> {
    const client = server.client(handle);
    await writeComments(client, await pageId(client, subject), ...bodies);
  }

  /** Types into a field once its widget has all that it needs, and expects that all arrives and the page hears nothing. */
  async function staysInside(field: HTMLInputElement | HTMLTextAreaElement, text = SENTENCE): Promise<void> {
    field.focus();
    await untilSheltered(field);
    await type(text);
    expect(field.value).to.equal(text);
    await press('ArrowLeft');
    await press('Backspace');
    await press('Home');
    await press('Control+a');
    expect(host.commands.filter((command) => !command.endsWith('Control'))).to.deep.equal([]);
    expect(host.changes).to.deep.equal([]);
  }

  /** The code that shelters a field comes just after the field. */
  async function untilSheltered(field: HTMLElement): Promise<void> {
    await until(() => {
      let isHeard = false;
      const hear = () => (isHeard = true);
      document.addEventListener('cut', hear);
      field.dispatchEvent(new Event('cut', { bubbles: true, composed: true }));
      document.removeEventListener('cut', hear);
      return !isHeard;
    }, 'the field is sheltered');
  }

  it('gets nothing of what is typed in a comment', async () => {
    const thread = await CommentThreadPage.ready({ subject: uniqueKey() });
    await thread.until(() => thread.canComment, 'one can comment');

    await staysInside(thread.composer.field);
  });

  it('gets nothing of what is typed in a reply, nor of a comment that is changed', async () => {
    const subject = uniqueKey();
    await write('paul.lefevre', subject, 'first');
    const thread = await CommentThreadPage.ready({ subject });
    const comment = thread.comment('first');
    comment.element.shadowRoot!.querySelector<HTMLElement>('.reply')!.click();
    const answer = () => findAll<HTMLTextAreaElement>(comment.element, 'textarea')[0];
    await until(answer, 'one can reply');
    await staysInside(answer()!);
  });

  it('gets nothing of what is typed in a post and its link', async () => {
    const wall = await (await ActivityWallPage.open({ wall: `page:${uniqueKey()}` })).loaded();

    await staysInside(wall.textarea!);
    await until(() => wall.find('.add'), 'one can add a link');
    wall.find('.add')!.click();
    await until(() => wall.find<HTMLInputElement>('input[type=url]'), 'there is a field for it');
    await staysInside(wall.find<HTMLInputElement>('input[type=url]')!, 'https://news.example/a?b=c#d');
  });

  it('gets nothing of what is typed in the search for people', async () => {
    const finder = await PeopleFinderPage.ready();

    await staysInside(finder.input, 'Jean/Marie #1?');
  });

  it('takes no letter that is typed to choose an order', async () => {
    const subject = uniqueKey();
    await write('ines.carpentier', subject, 'a', 'b');
    const thread = await CommentThreadPage.ready({ subject });
    thread.order!.focus();
    await untilSheltered(thread.order!);

    await type('n');

    expect(host.commands).to.deep.equal([]);
  });

  it('hears Escape, Tab and shortcuts with Control from a field, unless the field used them', async () => {
    const thread = await CommentThreadPage.ready({ subject: uniqueKey() });
    await thread.until(() => thread.canComment, 'one can comment');
    thread.composer.field.focus();
    await thread.until(() => thread.composer.tools.length, 'the tools have come');
    await untilSheltered(thread.composer.field);

    await press('Escape');
    await press('Control+s');
    await press('Control+b');
    await type('sent by its own shortcut');
    await press('Control+Enter');
    await press('Tab');

    const downs = host.commands.filter((command) => command.startsWith('keydown'));
    expect(downs.map((command) => command.slice(8)).filter((key) => !key.endsWith('Control'))).to.deep.equal([
      'Escape',
      'Control+s',
      'Tab',
    ]);
    await thread.untilComment('sent by its own shortcut');
  });

  it('hears the release of every key whose press it heard, and of no other', async () => {
    const thread = await CommentThreadPage.ready({ subject: uniqueKey() });
    await thread.until(() => thread.canComment, 'one can comment');
    thread.composer.field.focus();
    await untilSheltered(thread.composer.field);

    await press('Escape');
    await press('Control+s');
    await type('ab');
    await press('F2');

    const of = (kind: string) =>
      host.commands.filter((command) => command.startsWith(kind)).map((command) => command.replace(/.*[ +]/, ''));
    expect(of('keyup').sort()).to.deep.equal(of('keydown').sort());
  });

  it('takes no key that works the reactions of a like button', async () => {
    const button = await LikeButtonPage.ready({ subject: uniqueKey() });
    await button.openPicker();
    host.commands.length = 0;

    await press('ArrowRight');
    await press('j');
    expect(button.focusedReaction).to.equal('Love');
    await press('Enter');
    await button.untilSaved();
    await press(' ');
    await button.untilSaved(2);

    expect(host.commands).to.deep.equal([]);
    await LikeButtonPage.close();
  });

  it('keeps its dialog when Escape closes a menu or a card of ours', async () => {
    const subject = uniqueKey();
    await write('ines.carpentier', subject, 'by ines');
    const thread = await CommentThreadPage.ready({ subject });
    const name = thread.find('[part=name]')!;
    await thread.until(() => thread.composer.element && thread.canComment, 'all is there');
    name.focus();
    await press('Enter');
    await until(() => findAll(thread.element, '[role=dialog]').some((card) => card.matches(':popover-open')), 'a card');
    host.commands.length = 0;

    await press('Escape');

    await until(() => !findAll(thread.element, ':popover-open').length, 'the card has closed');
    expect(host.commands).to.deep.equal([]);
    expect(hasFocus(focused())).to.equal(true);
  });

  it('does what its own listeners say in its own fields', async () => {
    const page = await fixture<HTMLElement>(html`<main><input /><parvis-activity-wall></parvis-activity-wall></main>`);
    page.querySelector('input')!.focus();

    await type('a');

    expect(host.changes).to.include('input');
  });
});
