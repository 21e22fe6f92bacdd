import type { Stage } from '../stage.ts';
import { statesOf } from './state.ts';

const tag = '<parvis-bell></parvis-bell>';

/** Inès mentions Paul, who looks at his bell. */
async function mentioned(stage: Stage, count = 1): Promise<void> {
  for (let index = 0; index < count; index++)
    await stage.ines.comment(await stage.ines.pageId(stage.newKey()), `Can you have a look, @paul.lefevre? (${index})`);
  await stage.open(tag);
  await stage.find('[part=count]').waitFor();
}

/** Opens the list, and waits until this is in it. */
async function openList(stage: Stage, shown: string): Promise<void> {
  await stage.find('[part=bell]').click();
  await stage.find(`parvis-notification-list ${shown}`).first().waitFor();
}

async function openSettings(stage: Stage, shown: string): Promise<void> {
  await openList(stage, '.foot');
  await stage.find('parvis-notification-list footer .foot').last().click();
  await stage.find(`parvis-notification-settings ${shown}`).first().waitFor();
}

/** Paul wants to hear nothing of a page. */
async function mute(stage: Stage): Promise<void> {
  const sourceId = await stage.paul.pageId('canteen');
  await stage.paul.mutate('muteNotifications', { sourceId }, 'settings { mailAvailable }');
}

export const bellStates = statesOf('bell', {
  skeleton: (stage) => stage.openWhile('waiting', tag),
  'nothing new': async (stage) => {
    await stage.open(tag, 'lotte.claes');
    await stage.find('[part=bell]').waitFor();
  },
  'something new': (stage) => mentioned(stage),
  'the list': async (stage) => {
    await mentioned(stage, 3);
    await openList(stage, 'li');
  },
  'the list is loading': async (stage) => {
    await mentioned(stage);
    stage.network = 'waiting';
    await openList(stage, '.skeleton');
  },
  'the list is empty': async (stage) => {
    await stage.open(tag, 'lotte.claes');
    await openList(stage, '.empty');
  },
  'the list could not be loaded': async (stage) => {
    await mentioned(stage);
    stage.network = 'broken';
    await openList(stage, '[part=notice]');
  },
  'nothing could be marked': async (stage) => {
    await mentioned(stage);
    await openList(stage, 'li');
    stage.network = 'broken';
    await stage.find('parvis-notification-list .toggle').first().click();
    await stage.find('parvis-notification-list [part=notice]').waitFor();
  },
  'the settings': async (stage) => {
    await mute(stage);
    await stage.open(tag);
    await openSettings(stage, 'select');
  },
  'the settings could not be loaded': async (stage) => {
    await stage.open(tag);
    await openList(stage, '.foot');
    stage.network = 'broken';
    await stage.find('parvis-notification-list footer .foot').last().click();
    await stage.find('parvis-notification-settings [part=notice]').waitFor();
  },
  error: async (stage) => {
    stage.network = 'broken';
    await stage.raise(tag);
    await stage.find('[part=bell]').waitFor();
  },
});
