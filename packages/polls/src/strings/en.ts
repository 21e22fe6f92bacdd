export const en = {
  chooseOne: 'Choose an answer',
  chooseSeveral: 'Choose one or more answers',
  vote: 'Vote',
  change: 'Change my vote',
  takeBack: 'Take back my vote',
  yours: 'Your vote',
  results: 'Results',
  votes: (count: number) => (count === 1 ? '1 vote' : `${count} votes`),
  voters: (count: number) => (count === 1 ? '1 person voted' : `${count} people voted`),
  ends: (when: string) => `ends ${when}`,
  closed: 'closed',
  close: 'Close the poll',
  confirmClose: 'Close this poll? Nobody can vote after that.',
  keepOpen: 'Keep it open',
  voted: 'Vote recorded.',
  takenBack: 'Vote taken back.',
  closedNow: 'The poll is closed.',
};

export type PollStrings = typeof en;
