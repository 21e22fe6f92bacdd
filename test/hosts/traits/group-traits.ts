// Groups, by keyboard alone.
import assert from 'node:assert/strict';
import { misplaced, type Scene } from '../../support/hosts/story.ts';
import type { Visitor } from '../../support/hosts/visitor.ts';

const list = 'parvis-group-list';
const inList = `${list} >> parvis-group`;
const onPage = 'section > parvis-group';

interface Words {
  lang: string;
  discover: string;
  join: string;
  member: string;
  left: string;
  owner: string;
}

const words: readonly Words[] = [
  {
    lang: 'fr',
    discover: 'Découvrir',
    join: 'Rejoindre',
    member: 'Vous en êtes membre',
    left: 'Vous avez quitté le groupe.',
    owner: 'Vous en êtes propriétaire',
  },
  {
    lang: 'en',
    discover: 'Discover',
    join: 'Join',
    member: 'You are a member',
    left: 'You have left the group.',
    owner: 'You are an owner',
  },
];

/** Finds a group, joins it, writes there and leaves it; then makes one. In both languages. */
export async function livesInGroups(scene: Scene): Promise<void> {
  for (const text of words) {
    await scene.visitor.goto(`/groups?lang=${text.lang}`);
    await scene.visitor.untilSettled();
    await joinsAndLeaves(scene, text);
    await makesOne(scene, text);
  }
}

async function joinsAndLeaves({ visitor, words }: Scene, text: Words): Promise<void> {
  await visitor.focus(`${list} >> .scopes button`);
  await tabTo(visitor, 'button', text.discover);
  await visitor.press('Enter');
  await tabTo(visitor, 'input[type=search]');
  await visitor.type('english c');
  await visitor.untilShown(`${list} >> .open`, 'English corner');
  await visitor.until('one is found', (eyes, at) => eyes.shown(at).length === 1, `${list} >> .open`);
  await tabTo(visitor, '.open');
  await visitor.press('Enter');
  await visitor.untilFocused('.back');
  await visitor.untilShown(`${inList} >> .name`, 'English corner');

  await visitor.untilShown(`${inList} >> .primary`, text.join);
  await tabTo(visitor, '.primary', text.join);
  await visitor.press('Enter');
  await visitor.untilShown(`${inList} >> .role`, text.member);
  await visitor.untilShown(`${onPage} >> .role`, text.member);
  await visitor.untilShown(`${inList} >> textarea`);
  const post = `${words}, ${text.lang}: j’y suis /`;
  await tabTo(visitor, 'textarea');
  await visitor.type(post);
  await visitor.press('Control+Enter');
  await visitor.untilShown(`${inList} >> parvis-post:not([aria-busy=true]) >> [part=body]`, post);

  await tabTo(visitor, '.more', '', 'Shift+Tab');
  await visitor.press('Enter');
  await visitor.untilFocused('[role=menuitem]');
  assert.deepEqual(await misplaced(visitor), []);
  await visitor.press('End', 'Enter');
  await visitor.untilFocused('.safe');
  await visitor.press('Shift+Tab', 'Enter');
  await visitor.untilShown(`${inList} >> .primary`, text.join);
  await visitor.untilShown(`${onPage} >> .primary`, text.join);
  await visitor.untilShown('parvis-announcer, [role=status]', text.left);
  await tabTo(visitor, '.back', '', 'Shift+Tab');
  await visitor.press('Enter');
  await visitor.untilFocused('.open, [type=search]');
}

async function makesOne({ visitor, words }: Scene, text: Words): Promise<void> {
  const name = `${words} ${text.lang} gj/`;
  await tabTo(visitor, '.create', '', 'Shift+Tab');
  await visitor.press('Enter');
  await visitor.untilFocused('#name');
  await visitor.type(name);
  await tabTo(visitor, 'button.primary');
  await visitor.press('Enter');
  await visitor.untilShown(`${inList} >> .role`, text.owner);
  await visitor.untilFocused('.back');
  await visitor.press('Enter');
  await visitor.untilFocused('.open, [type=search]');
  await visitor.untilShown(`${list} >> .open`, name);
}

/** Presses Tab until the keyboard is there. */
async function tabTo(visitor: Visitor, selector: string, text = '', key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await visitor.press(key);
    const at = await visitor.see(
      (eyes, wanted, read) => {
        const element = eyes.focused();
        const isIt = element.matches(wanted) && element.textContent.includes(read);
        return isIt ? '' : `${element.localName}.${element.className}`;
      },
      selector,
      text,
    );
    if (!at) return;
    passed.push(at);
  }
  throw new Error(`${key} never comes to ${selector} ${text}: ${passed.join(' ')}`);
}
