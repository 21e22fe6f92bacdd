import { settled } from '../browser.ts';
import type { Stage } from '../stage.ts';
import { statesOf } from './state.ts';
import { mutation } from '../../graphql-caller.ts';

const tag = (wall: string, attributes = '') =>
  `<parvis-activity-wall wall="${wall}" ${attributes}></parvis-activity-wall>`;

/** The wall of a page, with one post on it. */
async function wallWithPost(stage: Stage, by = stage.paul, linkUrl?: string) {
  const wall = `page:${stage.newKey()}`;
  const post = await by.addPost(
    wall,
    'The **north car park** opens again on Friday. Ask @nadia.benali. #parking',
    linkUrl,
  );
  return { wall, post };
}

async function choose(stage: Stage, name: RegExp): Promise<void> {
  await stage.find('parvis-post button.more').first().click();
  await stage.page.getByRole('menuitem', { name }).click();
}

export const activityWallStates = statesOf('activity-wall', {
  skeleton: (stage) => stage.openWhile('waiting', tag('company')),
  empty: (stage) => stage.open(tag(`page:${stage.newKey()}`)),
  'empty, signed out': (stage) => stage.open(tag(`page:${stage.newKey()}`), 'nobody'),
  full: (stage) => stage.open(tag('company', 'page-size="6"')),
  'with a link': async (stage) =>
    stage.open(tag((await wallWithPost(stage, stage.paul, 'https://example.com/car-park')).wall)),
  pinned: async (stage) => {
    const { wall, post } = await wallWithPost(stage, stage.ines);
    await stage.ines.mutate('setPinned', { postId: post, pinned: true });
    await stage.open(tag(wall));
  },
  edited: async (stage) => {
    const { wall, post } = await wallWithPost(stage);
    await stage.paul.mutate('updatePost', { postId: post, body: 'The north car park opens on Monday.' });
    await stage.open(tag(wall));
  },
  'composer with its tools': async (stage) => {
    await stage.open(tag(`page:${stage.newKey()}`));
    await stage.find('parvis-post-form textarea').focus();
    await stage.find('parvis-formatting-bar button').first().waitFor();
    await stage.find('parvis-link-field button.add').waitFor();
  },
  'composer with a link that is none': async (stage) => {
    await stage.open(tag(`page:${stage.newKey()}`));
    await stage.find('parvis-post-form textarea').fill('Look at this');
    await stage.find('parvis-link-field button.add').click();
    await stage.find('parvis-link-field input:focus').waitFor();
    await stage.page.keyboard.type('not an address');
    await stage.page.keyboard.press('Tab');
    await stage.find('#refusal').waitFor();
  },
  sending: async (stage) => {
    await stage.open(tag(`page:${stage.newKey()}`));
    await stage.find('parvis-post-form textarea').fill('On its way');
    stage.network = 'waiting';
    await stage.page.keyboard.press('Control+Enter');
    await stage.find('parvis-post[aria-busy=true]').waitFor();
  },
  'not taken': async (stage) => {
    await stage.open(tag(`page:${stage.newKey()}`));
    await stage.find('parvis-post-form textarea').fill('This will not arrive');
    stage.network = 'broken';
    await stage.page.keyboard.press('Control+Enter');
    await stage.find('parvis-composer [part=notice]').waitFor();
  },
  'new posts of others': async (stage) => {
    const { wall } = await wallWithPost(stage);
    await stage.open(tag(wall));
    for (const n of [1, 2, 3]) await stage.ines.addPost(wall, `News ${n}.`);
    await stage.page.getByRole('button', { name: /3 new posts|3 nouveaux messages/ }).waitFor();
  },
  'changed elsewhere while one edits': async (stage) => {
    const { wall, post } = await wallWithPost(stage);
    await stage.open(tag(wall));
    await choose(stage, /Edit|Modifier/);
    await stage.find('parvis-post-editor textarea').waitFor();
    await stage.paul.mutate('updatePost', { postId: post, body: 'The north car park opens on Monday.' });
    await stage.page.getByText(/changed elsewhere|modifié ailleurs/).waitFor();
  },
  menu: async (stage) => {
    await stage.open(tag((await wallWithPost(stage)).wall));
    await stage.find('parvis-post button.more').click();
    await stage.find('parvis-post [role=menuitem]:focus').waitFor();
  },
  'menu of communication staff': async (stage) => {
    await stage.open(tag((await wallWithPost(stage)).wall), 'ines.carpentier');
    await stage.find('parvis-post button.more').click();
    await stage.find('parvis-post [role=menuitem]:focus').waitFor();
  },
  editing: async (stage) => {
    await stage.open(tag((await wallWithPost(stage)).wall));
    await choose(stage, /Edit|Modifier/);
    await stage.find('parvis-post-editor textarea').waitFor();
  },
  'deletion to be confirmed': async (stage) => {
    await stage.open(tag((await wallWithPost(stage)).wall), 'ines.carpentier');
    await choose(stage, /Delete|Supprimer/);
    await stage.find('#question').waitFor();
  },
  'deleted, can be undone': async (stage) => {
    await stage.open(tag((await wallWithPost(stage)).wall));
    await choose(stage, /Delete|Supprimer/);
    await stage.page.getByRole('button', { name: /Undo|Annuler/ }).waitFor();
  },
  'discussion open': async (stage) => {
    const { wall, post } = await wallWithPost(stage);
    await stage.ines.comment(post, 'At last!');
    await stage.open(tag(wall));
    await stage.find('button.discuss').click();
    await stage.find('parvis-comment').waitFor();
    await settled(stage.page);
  },
  'discussion closed': async (stage) => {
    const { wall, post } = await wallWithPost(stage);
    await stage.ines.mutate('setLocked', { subjectId: post, locked: true });
    await stage.open(tag(wall));
  },
  'linked post': async (stage) => {
    const { wall, post } = await wallWithPost(stage);
    const posts = Array.from({ length: 12 }, (_, i) => mutation('addPost', { wallKey: wall, body: `News ${i}.` }));
    await stage.ines.batch(posts);
    await stage.open(tag(wall, 'page-size="2"'), 'paul.lefevre', `#post-${post}`);
    await stage.find('#linked').waitFor();
  },
  'card of the author': async (stage) => {
    await stage.open(tag((await wallWithPost(stage, stage.ines)).wall));
    await stage.find('parvis-post header [part=name]').click();
    await stage.find('parvis-person-card [aria-busy=false] .contacts').waitFor();
  },
  'signed out': async (stage) => stage.open(tag((await wallWithPost(stage)).wall), 'nobody'),
  error: (stage) => stage.openWhile('broken', tag('company')),
  offline: (stage) => stage.openWhile('offline', tag('company')),
  forbidden: (stage) => stage.openWhile('forbidden', tag('company')),
});
