import type { Stage } from '../stage.ts';
import { statesOf } from './state.ts';

const reactors = ['nadia.benali', 'ines.carpentier', 'karim.haddad', 'emma.rousseau'];
const reactions = ['LIKE', 'LOVE', 'CELEBRATE', 'LIKE'];

const tag = (subject: string, attributes = '') =>
  `<parvis-like-button subject="${subject}" ${attributes}></parvis-like-button>`;

/** A page to which some people have reacted. */
async function likedPage(stage: Stage): Promise<string> {
  const key = stage.newKey();
  const id = await stage.paul.pageId(key);
  for (const [i, handle] of reactors.entries()) await stage.paul.as(handle).react(id, reactions[i]!);
  return key;
}

export const likeButtonStates = statesOf('like-button', {
  skeleton: (stage) => stage.openWhile('waiting', tag(stage.newKey())),
  'liked by nobody': (stage) => stage.open(tag(stage.newKey())),
  'liked by others': async (stage) => stage.open(tag(await likedPage(stage))),
  'liked by the viewer': async (stage) => {
    const key = await likedPage(stage);
    await stage.paul.react(await stage.paul.pageId(key), 'LIKE');
    await stage.open(tag(key));
  },
  'another reaction of the viewer': async (stage) => {
    const key = await likedPage(stage);
    await stage.paul.react(await stage.paul.pageId(key), 'INSIGHTFUL');
    await stage.open(tag(key));
  },
  compact: async (stage) => stage.open(tag(await likedPage(stage), 'variant="compact"')),
  'count alone': async (stage) => stage.open(tag(await likedPage(stage), 'variant="count"')),
  'reactions to choose from': async (stage) => {
    await stage.open(tag(await likedPage(stage)));
    await stage.find('button.like').focus();
    await stage.page.keyboard.press('ArrowDown');
    await stage.find('[role=menuitemradio]:focus').waitFor();
  },
  'who reacted': async (stage) => {
    await stage.open(tag(await likedPage(stage)));
    await stage.find('button.count').click();
    await stage
      .find('parvis-reactors li')
      .nth(reactors.length - 1)
      .waitFor();
  },
  'who reacted, failing': async (stage) => {
    await stage.open(tag(await likedPage(stage)));
    stage.network = 'broken';
    await stage.find('button.count').click();
    await stage.find('parvis-reactors [part=notice]').waitFor();
  },
  'refused to the signed out': async (stage) => {
    await stage.open(tag(await likedPage(stage)), 'nobody');
    await stage.find('button.like').click();
    await stage.find('[part=notice]').waitFor();
  },
  'not taken': async (stage) => {
    await stage.open(tag(await likedPage(stage)));
    stage.network = 'broken';
    await stage.find('button.like').click();
    await stage.find('[part=notice]').waitFor();
  },
  error: (stage) => stage.openWhile('broken', tag(stage.newKey())),
  offline: (stage) => stage.openWhile('offline', tag(stage.newKey())),
  forbidden: (stage) => stage.openWhile('forbidden', tag(stage.newKey())),
});
