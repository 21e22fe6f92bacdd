import { integer, parsed, setting } from '../../../platform/settings-table.ts';

/** The settings of notifications by mail. */
export const mailingSettings = {
  mailDelay: setting('PARVIS_MAIL_DELAY', {
    takes: integer(0, 1_440, 'minutes'),
    default: '20',
    description:
      'How long a notification waits to be seen before it is sent by mail. What comes meanwhile is in the same mail.',
  }),
  mailBudget: setting('PARVIS_MAIL_BUDGET', {
    takes: integer(0, 1_000, 'mails'),
    default: '10',
    description: 'How many mails of notifications one person gets in a day. What comes after them is in the digest.',
  }),
  notificationSettingsUrl: setting('PARVIS_NOTIFICATION_SETTINGS_URL', {
    takes: parsed('an http or https address', (given) => {
      if (!URL.canParse(given) || !/^https?:/.test(given)) throw new Error('It is no such address.');
      return new URL(given).href;
    }),
    description:
      'The page of your intranet on which people choose how notifications come to them. Mails link to it; without it, they have links only to get fewer of them.',
  }),
};
