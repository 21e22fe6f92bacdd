import type { GroupVisibility } from './group.js';

/** Who may know of a group: a globe, a lock, an eye that is shut. */
export const VISIBILITY_ICONS: Record<GroupVisibility, string> = {
  PUBLIC: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3.500 12h17M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18',
  PRIVATE: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  HIDDEN: 'M3 10c4 6 14 6 18 0M12 14.500v3M6 13l-1.500 2.500M18 13l1.500 2.500',
};
