import assert from 'node:assert/strict';
import type { Visitor } from './visitor.ts';
import type { Witness } from './witness.ts';

/** Where the story takes place. */
export interface Scene {
  visitor: Visitor;
  witness: Witness;
  /** Of the page, by which the server knows it. */
  key: string;
  /** What all texts of this visit begin with. */
  words: string;
  /** Opens the page again. */
  reload: () => Promise<void>;
}

/** That of the page itself: those of comments are compact, those of posts stand in their foot. */
export const like = 'parvis-like-button:not([variant=compact], footer > *) >> [part=like]';
export const thread = 'parvis-comment-thread';
export const composer = `${thread} >> parvis-composer >> textarea`;
export const body = `${thread} >> parvis-comment >> [part=body]`;
const comments = `${thread} >> parvis-comment`;

/** What people write on any page: the letters of which hosts like to make commands. */
const sentence = 'we make seamless work? gj/#.';

/** The story that every page has to stand: like, comment, find it all again. */
export async function shortStory(scene: Scene): Promise<void> {
  await likes(scene);
  await commentsOnIt(scene);
  await findsItAgain(scene);
}

/** The whole of it. */
export async function wholeStory(scene: Scene): Promise<void> {
  await likes(scene);
  await reacts(scene);
  await commentsOnIt(scene);
  await answers(scene);
  await edits(scene);
  await deletesAndUndoes(scene);
  await posts(scene);
  await findsPeople(scene);
  await opensCard(scene);
  await findsItAgain(scene);
}

async function likes({ visitor, witness, key }: Scene): Promise<void> {
  await visitor.click(like);
  await visitor.untilShown(like.replace('[part=like]', '[part=like][aria-pressed=true]'));
  await witness.until(key, 'like', ({ reaction }) => reaction === 'LIKE');
}

/** By keyboard: the arrow opens the others. */
async function reacts({ visitor, witness, key }: Scene): Promise<void> {
  await visitor.focus(like);
  await visitor.press('ArrowDown');
  await visitor.untilFocused('[role=menuitemradio]');
  assert.deepEqual(await misplaced(visitor), []);
  await visitor.press('ArrowRight', 'Enter');
  await witness.until(key, 'other reaction', ({ reaction }) => reaction !== 'LIKE' && reaction !== null);
}

async function commentsOnIt(scene: Scene): Promise<void> {
  const { witness, key, words } = scene;
  const text = `${words} ${sentence}`;
  await comment(scene, text);
  await witness.until(key, `"${text}"`, ({ texts }) => texts.includes(text));
}

/** Writes a comment, key by key, and sends it. */
export async function comment({ visitor }: Scene, text: string): Promise<void> {
  await visitor.click(composer);
  await visitor.untilFocused('textarea');
  await visitor.type(text);
  assert.equal(await visitor.see((eyes) => (eyes.focused() as HTMLTextAreaElement).value), text);
  await visitor.press('Control+Enter');
  await visitor.untilShown(body, text);
}

async function answers({ visitor, witness, key, words }: Scene): Promise<void> {
  const text = `${words}: an answer`;
  await visitor.click(`${comments} >> .reply`);
  await visitor.untilFocused('textarea');
  await visitor.type(text);
  await visitor.press('Control+Enter');
  await visitor.untilShown(body, text);
  await witness.until(key, 'answer', ({ texts }) => texts.includes(text));
  await visitor.untilFocused('.reply');
}

async function edits({ visitor, witness, key, words }: Scene): Promise<void> {
  await choose(visitor, 1);
  await visitor.untilFocused('textarea');
  await visitor.press('Control+End');
  await visitor.type(' Really');
  await visitor.press('Control+Enter');
  await visitor.untilShown(body, 'Really');
  await witness.until(key, 'change', ({ texts }) => texts.includes(`${words} ${sentence} Really`));
  await visitor.untilFocused('.more');
}

async function deletesAndUndoes({ visitor, witness, key }: Scene): Promise<void> {
  await choose(visitor, 2);
  await visitor.untilFocused('.undo');
  await witness.until(key, 'deletion', ({ texts }) => !texts.some((text) => text.endsWith('Really')));
  await visitor.press('Enter');
  await visitor.untilShown(body, 'Really');
  await witness.until(key, 'undone deletion', ({ texts }) => texts.some((text) => text.endsWith('Really')));
}

/** By keyboard, from the menu of the first comment. */
async function choose(visitor: Visitor, item: number): Promise<void> {
  await visitor.focus(`${comments} >> .more`);
  await visitor.press('Enter');
  await visitor.untilFocused('[role=menuitem]');
  assert.deepEqual(await misplaced(visitor), []);
  for (let i = 0; i < item; i += 1) await visitor.press('ArrowDown');
  await visitor.press('Enter');
}

async function posts({ visitor, words }: Scene): Promise<void> {
  const text = `${words}: a post`;
  await visitor.click('parvis-activity-wall >> textarea');
  await visitor.untilFocused('textarea');
  await visitor.type(text);
  await visitor.press('Control+Enter');
  await visitor.untilShown('parvis-post:not([aria-busy=true]) >> [part=body]', text);
}

async function findsPeople({ visitor }: Scene): Promise<void> {
  await visitor.click('parvis-people-finder >> input');
  await visitor.type('stephane lefevre');
  await visitor.untilShown('parvis-people-finder >> [role=row]', 'Stéphane');
}

async function opensCard({ visitor }: Scene): Promise<void> {
  await visitor.click(`${comments} >> parvis-person-name >> button`);
  await visitor.untilShown('parvis-person-card >> [part=card][aria-busy=false]', 'Paul');
  assert.deepEqual(await misplaced(visitor), []);
  await visitor.press('Escape');
  await visitor.untilGone('parvis-person-card >> [part=card]');
}

async function findsItAgain({ visitor, words, reload }: Scene): Promise<void> {
  await reload();
  await visitor.untilShown(like.replace('[part=like]', '[part=like][aria-pressed=true]'));
  await visitor.untilShown(body, words);
}

/** What is open above the page, and reaches out of the window, or is not beside what opened it. */
export function misplaced(visitor: Visitor): Promise<string[]> {
  return visitor.see((eyes) => {
    const near = 40;
    return eyes.shown('[popover]:popover-open').flatMap((element) => {
      const rect = eyes.box(element);
      const what = `${element.role ?? element.localName} at ${JSON.stringify(rect)}`;
      const isOutside = rect.left < -1 || rect.top < -1 || rect.right > innerWidth + 1 || rect.bottom > innerHeight + 1;
      // It opens from a button of the same widget, which is the nearest of those that say that something opens.
      const gaps = eyes.shown('[aria-haspopup], [part=like]').map((opener) => {
        const from = eyes.box(opener);
        const x = Math.max(0, from.left - rect.right, rect.left - from.right);
        const y = Math.max(0, from.top - rect.bottom, rect.top - from.bottom);
        return Math.hypot(x, y);
      });
      const gap = Math.round(Math.min(...gaps));
      return [
        ...(isOutside ? [`${what} reaches out of the window`] : []),
        ...(gap > near ? [`${what} is ${gap} px away from what opens something`] : []),
      ];
    });
  });
}
