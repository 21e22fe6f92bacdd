import { filesIn, readContent } from '../content.ts';
import type { PageTalk, WallTalk } from './talk.ts';
import { parseTalk } from './talk-file.ts';

const talks = filesIn('talks').map((file) => parseTalk(readContent(file)));

/** What is said and liked on the pages of the demo. */
export const pageTalks: readonly PageTalk[] = talks.filter((talk) => 'page' in talk);

export const wallTalks: readonly WallTalk[] = talks.filter((talk) => 'wall' in talk);
