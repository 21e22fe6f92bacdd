import type { Stage } from '../stage.ts';
import { statesOf } from './state.ts';

const tag = '<parvis-notification-settings></parvis-notification-settings>';

/** Paul wants to hear nothing of a page, and of another by mail. */
async function chosen(stage: Stage): Promise<void> {
  const settings = 'settings { mailAvailable }';
  await stage.paul.mutate('muteNotifications', { sourceId: await stage.paul.pageId('canteen') }, settings);
  const placeId = await stage.paul.pageId('quality-news');
  await stage.paul.mutate('setNotificationPreference', { placeId, delivery: 'NEVER' }, settings);
}

export const notificationSettingsStates = statesOf('notification-settings', {
  skeleton: (stage) => stage.openWhile('waiting', tag),
  'nothing chosen': (stage) => stage.open(tag, 'lotte.claes'),
  'places and what is muted': async (stage) => {
    await chosen(stage);
    await stage.open(tag);
    await stage.find('select').first().waitFor();
  },
  'away, and an address that takes no mails': async (stage) => {
    await stage.paul.mutate('setAbsence', { from: '2026-01-01', until: '2027-12-14', zone: 'UTC' }, 'person { id }');
    await stage.page.route(`${stage.address}/graphql`, async (route) => {
      const response = await route.fetch();
      const stop = '"mailStop":{"address":"paul.lefevre@vauclair.example","stoppedAt":"2026-12-03T08:00:00.000Z"}';
      await route.fulfill({ response, body: (await response.text()).replace('"mailStop":null', stop) });
    });
    await stage.open(tag);
    await stage.find('select').first().waitFor();
    await stage.paul.mutate('clearAbsence', {}, 'person { id }');
  },
  'saying when one is away': async (stage) => {
    await stage.open(tag, 'lotte.claes');
    await stage.find('.away button').click();
    await stage.find('#from').waitFor();
  },
  'not stored': async (stage) => {
    await stage.open(tag);
    stage.network = 'broken';
    await stage.find('select').first().selectOption('NEVER');
    await stage.find('[part=notice]').waitFor();
  },
  'signed out': async (stage) => {
    await stage.open(tag, 'nobody');
    await stage.find('[part=notice]').waitFor();
  },
  error: (stage) => stage.openWhile('broken', tag),
  offline: (stage) => stage.openWhile('offline', tag),
});
