import { integer, setting } from '../../platform/settings-table.ts';

/** The settings of all that people write. */
export const subjectSettings = {
  editWindow: setting('PARVIS_EDIT_WINDOW', {
    takes: integer(0, 2_147_483_647, 'seconds'),
    default: '86400',
    description: 'How long after writing it the author may edit a comment or post, in seconds.',
  }),
};
