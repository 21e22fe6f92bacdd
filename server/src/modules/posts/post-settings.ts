import { integer, setting } from '../../platform/settings-table.ts';

/** The settings of posts. */
export const postSettings = {
  postMaxLength: setting('PARVIS_POST_MAX_LENGTH', {
    takes: integer(1, 100_000, 'characters'),
    default: '20000',
    description: 'How long a post may be, in characters.',
  }),
};
