import { setting, text } from '../../platform/settings-table.ts';

/** The settings of people. */
export const peopleSettings = {
  chatUrl: setting('PARVIS_CHAT_URL', {
    takes: [
      'an address with {handle} or {email} in it',
      text.regex(/^(?!javascript:|data:|vbscript:|blob:)[a-z][a-z0-9+.-]*:.*\{(?:handle|email)\}/i),
    ],
    description: 'The chat address of a person, with {handle} or {email} in it.',
  }),
};
