// What writing needs and reading does not: loaded as one file with the first focus.
import '../formatting/parvis-formatting-bar.js';
import '@parvis/core/avatar/parvis-avatar.js';

export { MentionController } from '../mention/mention-controller.js';
