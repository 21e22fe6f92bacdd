import type { Stage } from '../stage.ts';
import { statesOf } from './state.ts';

const tag = (attributes: string) => `<parvis-follow-button ${attributes}></parvis-follow-button>`;
const of = (key: string) => tag(`subject="${key}"`);

/** A page that the viewer follows. */
async function followedPage(stage: Stage, level: string): Promise<string> {
  const key = stage.newKey();
  await stage.paul.mutate('setFollow', { sourceId: await stage.paul.pageId(key), level }, 'source { id }');
  return key;
}

export const followButtonStates = statesOf('follow-button', {
  skeleton: (stage) => stage.openWhile('waiting', of(stage.newKey())),
  'not followed': (stage) => stage.open(of(stage.newKey())),
  followed: async (stage) => stage.open(of(await followedPage(stage, 'ALL'))),
  'followed for mentions': async (stage) => stage.open(of(await followedPage(stage, 'MENTIONS'))),
  muted: async (stage) => stage.open(of(await followedPage(stage, 'NONE'))),
  compact: async (stage) =>
    stage.open(`${tag(`subject="${stage.newKey()}" variant="compact"`)}
      ${tag(`subject="${await followedPage(stage, 'ALL')}" variant="compact"`)}`),
  'a person': (stage) => stage.open(tag('person="nadia.benali"')),
  'how much to hear': async (stage) => {
    await stage.open(of(await followedPage(stage, 'ANSWERS')));
    await stage.find('[part=follow]').focus();
    await stage.page.keyboard.press('Enter');
    await stage.find('[role=menuitemradio]:focus').waitFor();
  },
  'refused to the signed out': async (stage) => {
    await stage.open(of(stage.newKey()), 'nobody');
    await stage.find('[part=follow]').click();
    await stage.find('[part=notice]').waitFor();
  },
  'not taken': async (stage) => {
    await stage.open(of(stage.newKey()));
    stage.network = 'broken';
    await stage.find('[part=follow]').click();
    await stage.find('[part=notice]').waitFor();
  },
  error: (stage) => stage.openWhile('broken', of(stage.newKey())),
  offline: (stage) => stage.openWhile('offline', of(stage.newKey())),
  forbidden: (stage) => stage.openWhile('forbidden', of(stage.newKey())),
});
