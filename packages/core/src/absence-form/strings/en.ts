import type { AbsenceProblem } from '../absence-draft.js';

export const en = {
  title: 'When are you away?',
  from: 'First day',
  until: 'Last day',
  substitute: 'Who stands in? (optional)',
  substituteHint: 'Type a name, then choose with the arrow keys.',
  standsIn: 'Stands in',
  remove: 'Remove',
  removeName: (name: string) => `Remove ${name}`,
  note: 'A few words for colleagues (optional)',
  noteHint: 'Everyone who finds you in the directory sees this.',
  save: 'Save',
  saving: 'Saving…',
  cancel: 'Cancel',
  clear: 'I am not away',
  saved: 'Saved. Colleagues see when you are away.',
  cleared: 'You are no longer shown as away.',
  problems: {
    from: 'Choose the first day.',
    until: 'Choose the last day.',
    order: 'The last day is before the first one.',
    past: 'The last day has passed.',
    long: 'An absence lasts two years at most.',
  } satisfies Record<AbsenceProblem, string>,
};

export type AbsenceStrings = typeof en;
