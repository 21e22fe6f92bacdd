import type { PostKind } from '@parvis/activity-wall';
import type { Capability } from '@parvis/core';
import { byLanguage } from '@parvis/core/localisation/language.js';
import { pollEvents } from './live/poll-events.js';

// All of them here: a sentence is less than a file for it.
const add = byLanguage({ en: 'Add a poll', fr: 'Ajouter un sondage' });

const poll: PostKind = {
  kind: 'POLL',
  icon: 'M5 20V10M12 20V4M19 20v-7',
  add,
  view: { tag: 'parvis-poll', load: () => import('./parvis-poll.js') },
  editor: { tag: 'parvis-poll-editor', load: () => import('./editor/parvis-poll-editor.js') },
};

export const polls: Capability = { live: pollEvents, postKinds: [poll] };
