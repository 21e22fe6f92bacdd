export const en = {
  showMore: 'Show more people',
  back: 'Back',
  gone: 'This person is not in the directory.',
  managers: 'Managers',
  reports: (count: number, written: string) => (count === 1 ? 'Manages 1 person' : `Manages ${written} people`),
  languages: 'Speaks',
  activity: 'Latest',
  beAway: 'I am away…',
  changeAbsence: 'Change my absence',
  commented: 'Commented',
  /** The title stands between bidirectional isolates. */
  commentedOn: (title: string) => `Commented on \u2068${title}\u2069`,
  posted: 'Posted',
};

export type PersonDetailStrings = typeof en;
