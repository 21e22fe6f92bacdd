// What writing needs and reading does not: loaded as one file with the first focus.
import '../formatting/parvis-formatting-bar.js';
import '@parvis/core/avatar/parvis-avatar.js';
// Not with the first error: that may be that the network is gone.
import '@parvis/core/notice/parvis-notice.js';

export { unfinished } from '../formatting/unfinished.js';
export { ComposerAid } from './composer-aid.js';
