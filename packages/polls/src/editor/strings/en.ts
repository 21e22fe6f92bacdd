export const en = {
  poll: 'Poll',
  choice: (number: number) => `Answer ${number}`,
  add: 'Add an answer',
  remove: (number: number) => `Remove answer ${number}`,
  multiple: 'People may choose several answers',
  ends: 'Last day to vote (optional)',
  removePoll: 'Remove the poll',
  tooFew: 'Write at least two answers.',
  double: 'This answer is there already.',
  past: 'Choose today or a later day.',
};

export type PollEditorStrings = typeof en;
