import type { Stage } from '../stage.ts';
import { beAway } from './away.ts';
import { statesOf } from './state.ts';
import { mutation } from '../../graphql-caller.ts';

const tag = (subject: string, attributes = '') =>
  `<parvis-comment-thread subject="${subject}" ${attributes}></parvis-comment-thread>`;
const article = '/articles/ligne-4-douai/';

const formatted = `Everything that text can be: *emphasis*, **importance**, ~~mistakes~~, \`code\`, [a link](https://example.com/), https://example.com/found, @nadia.benali and #safety.

> Somebody said this.
> - and this
> - and that

1. First
2. Second

\`\`\`
a block of code that is rather long, so long indeed that it cannot be shown on a narrow page without scrolling
\`\`\``;

const long = Array.from(
  { length: 14 },
  (_, i) => `Paragraph ${i + 1}. It has a few sentences. They tell one thing after another, as people do.`,
).join('\n\n');

/** A page with one comment, by the viewer or by somebody else. */
async function commentedPage(stage: Stage, body = 'Is the shuttle of 5.40 still running?', by = stage.paul) {
  const key = stage.newKey();
  const comment = await by.comment(await by.pageId(key), body);
  return { key, comment };
}

async function openMenu(stage: Stage): Promise<void> {
  await stage.find('parvis-comment button.more').first().click();
  await stage.find('parvis-comment [role=menuitem]:focus').waitFor();
}

async function choose(stage: Stage, index: number): Promise<void> {
  await openMenu(stage);
  await stage.find('parvis-comment [role=menuitem]').nth(index).click();
}

async function write(stage: Stage, text: string): Promise<void> {
  const field = stage.find('parvis-composer textarea').first();
  await field.focus();
  await stage.find('parvis-formatting-bar button').first().waitFor();
  await field.pressSequentially(text);
}

export const commentThreadStates = statesOf('comment-thread', {
  skeleton: (stage) => stage.openWhile('waiting', tag(stage.newKey())),
  empty: (stage) => stage.open(tag(stage.newKey())),
  full: (stage) => stage.open(tag(article)),
  'newest first, answers not set in': (stage) => stage.open(tag(article, 'order="newest" depth="0"')),
  'every kind of text': async (stage) => stage.open(tag((await commentedPage(stage, formatted)).key)),
  'composer with its tools': async (stage) => {
    await stage.open(tag(stage.newKey()));
    await write(stage, 'A thank-you');
  },
  'composer near its limit': async (stage) => {
    await stage.open(tag(stage.newKey()));
    await stage.find('parvis-composer textarea').fill('x'.repeat(9_990));
    await stage.find('#left').waitFor();
  },
  'composer past its limit': async (stage) => {
    await stage.open(tag(stage.newKey()));
    await stage.find('parvis-composer textarea').fill('x'.repeat(10_010));
    await stage.find('#left.over').waitFor();
  },
  'a colleague to mention who is away': async (stage) => {
    await beAway(stage, 'marc.delattre', 'chloe.lefebvre', '');
    await stage.open(tag(stage.newKey()));
    await write(stage, 'Could you look at this, @delattre');
    await stage.find('[role=option] parvis-absence .days').waitFor();
  },
  'writing to a colleague who is away': async (stage) => {
    await beAway(stage, 'marc.delattre', 'chloe.lefebvre', '');
    await stage.open(tag(stage.newKey()));
    await write(stage, 'Could you look at this, @marc.delattre ?');
    await stage.find('parvis-composer .away').waitFor();
  },
  'colleagues to mention': async (stage) => {
    await stage.open(tag(stage.newKey()));
    await write(stage, 'Ask @na');
    await stage.find('parvis-composer [role=option]').first().waitFor();
  },
  sending: async (stage) => {
    await stage.open(tag(stage.newKey()));
    await write(stage, 'On its way');
    stage.network = 'waiting';
    await stage.page.keyboard.press('Control+Enter');
    await stage.find('parvis-comment [aria-busy=true]').waitFor();
  },
  'not taken': async (stage) => {
    await stage.open(tag(stage.newKey()));
    await write(stage, 'This will not arrive');
    stage.network = 'broken';
    await stage.page.keyboard.press('Control+Enter');
    await stage.find('parvis-composer [part=notice]').waitFor();
  },
  answering: async (stage) => {
    await stage.open(tag((await commentedPage(stage)).key));
    await stage.find('button.reply').click();
    await stage.find('.replies textarea:focus').waitFor();
  },
  menu: async (stage) => {
    await stage.open(tag((await commentedPage(stage)).key));
    await openMenu(stage);
  },
  editing: async (stage) => {
    await stage.open(tag((await commentedPage(stage)).key));
    await choose(stage, 1);
    await stage.find('parvis-comment textarea:focus').waitFor();
  },
  'deleted, can be undone': async (stage) => {
    await stage.open(tag((await commentedPage(stage)).key));
    await choose(stage, 2);
    await stage.find('button.undo').waitFor();
  },
  'removed, with answers': async (stage) => {
    const { key, comment } = await commentedPage(stage);
    await stage.ines.comment(comment, 'It is.');
    await stage.paul.mutate('deleteComment', { commentId: comment });
    await stage.open(tag(key), 'ines.carpentier');
  },
  edited: async (stage) => {
    const { key, comment } = await commentedPage(stage);
    await stage.paul.mutate('updateComment', { commentId: comment, body: 'Is the shuttle of 5.50 still running?' });
    await stage.open(tag(key));
  },
  'long, folded': async (stage) => stage.open(tag((await commentedPage(stage, long)).key)),
  'long, unfolded': async (stage) => {
    await stage.open(tag((await commentedPage(stage, long)).key));
    await stage.find('parvis-comment button.link').click();
  },
  'linked comment': async (stage) => {
    const { key, comment } = await commentedPage(stage);
    await stage.open(tag(key), 'paul.lefevre', `#comment-${comment}`);
    await stage.find('parvis-comment[linked]').waitFor();
  },
  'deep answers': async (stage) => {
    const { key, comment } = await commentedPage(stage);
    let above = comment;
    for (let depth = 1; depth <= 5; depth++) above = await stage.ines.comment(above, `Answer at depth ${depth}.`);
    await stage.open(tag(key));
  },
  'more to show': async (stage) => {
    const key = stage.newKey();
    const subjectId = await stage.ines.pageId(key);
    const comments = Array.from({ length: 25 }, (_, i) =>
      mutation('addComment', { subjectId, body: `Comment ${i + 1}.` }),
    );
    await stage.ines.batch(comments);
    await stage.open(tag(key));
  },
  'new comment of somebody else': async (stage) => {
    const { key, comment } = await commentedPage(stage);
    await stage.open(tag(key));
    await stage.ines.comment(comment, 'It is, every day.');
    await stage.find('.new').first().waitFor();
  },
  'closed while one writes': async (stage) => {
    const { key } = await commentedPage(stage);
    await stage.open(tag(key));
    await write(stage, 'Wait, I have');
    await stage.ines.mutate('setLocked', { subjectId: await stage.ines.pageId(key), locked: true });
    await stage.page.locator('p.quiet', { hasText: /Your text stays here|Votre texte reste ici/ }).waitFor();
  },
  'changed elsewhere while one edits': async (stage) => {
    const { key, comment } = await commentedPage(stage);
    await stage.open(tag(key));
    await choose(stage, 1);
    await stage.find('parvis-comment textarea:focus').waitFor();
    await stage.paul.mutate('updateComment', { commentId: comment, body: 'Is the shuttle of 5.50 still running?' });
    await stage.page.getByText(/changed elsewhere|modifié ailleurs/).waitFor();
  },
  locked: async (stage) => {
    const { key } = await commentedPage(stage);
    await stage.ines.mutate('setLocked', { subjectId: await stage.ines.pageId(key), locked: true });
    await stage.open(tag(key));
  },
  'to communication staff': async (stage) => stage.open(tag((await commentedPage(stage)).key), 'ines.carpentier'),
  'signed out': async (stage) => stage.open(tag((await commentedPage(stage)).key), 'nobody'),
  error: (stage) => stage.openWhile('broken', tag(stage.newKey())),
  offline: (stage) => stage.openWhile('offline', tag(stage.newKey())),
  forbidden: (stage) => stage.openWhile('forbidden', tag(stage.newKey())),
  'count alone': (stage) => stage.open(`<p><parvis-comment-count subject="${article}"></parvis-comment-count></p>`),
  'count of none': (stage) =>
    stage.open(`<p><parvis-comment-count subject="${stage.newKey()}"></parvis-comment-count></p>`),
});
