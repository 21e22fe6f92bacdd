import type { PostKind } from '@parvis/activity-wall';
import type { Capability } from '@parvis/core';
import { pollEvents } from './live/poll-events.js';

const poll: PostKind = {
  kind: 'POLL',
  icon: 'M5 20V10M12 20V4M19 20v-7',
  // In both languages: one sentence is less than a file for it.
  add: (lang) => (/^fr\b/i.test(lang) ? 'Ajouter un sondage' : 'Add a poll'),
  view: { tag: 'parvis-poll', load: () => import('./parvis-poll.js') },
  editor: { tag: 'parvis-poll-editor', load: () => import('./editor/parvis-poll-editor.js') },
};

export const polls: Capability = { live: pollEvents, postKinds: [poll] };
