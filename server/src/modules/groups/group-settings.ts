import { oneOf, setting } from '../../platform/settings-table.ts';

const creators = oneOf('employees', 'communicators', 'admins');

export const groupSettings = {
  groupCreators: setting('PARVIS_GROUP_CREATORS', {
    takes: creators,
    default: 'employees',
    description:
      'Who may create groups: all employees, communication staff (and administrators), or administrators only.',
  }),
  hiddenGroupCreators: setting('PARVIS_HIDDEN_GROUP_CREATORS', {
    takes: creators,
    default: 'employees',
    description:
      'Who may create hidden groups, which only their members know of. They must be allowed to create groups at all.',
  }),
};
