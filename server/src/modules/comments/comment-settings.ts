import { integer, setting } from '../../platform/settings-table.ts';

/** The settings of comments. */
export const commentSettings = {
  commentMaxLength: setting('PARVIS_COMMENT_MAX_LENGTH', {
    takes: integer(1, 100_000, 'characters'),
    default: '10000',
    description: 'How long a comment may be, in characters.',
  }),
};
