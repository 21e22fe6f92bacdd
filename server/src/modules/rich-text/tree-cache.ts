import { memo } from '../../platform/memo.ts';
import { withRealHosts } from './real-host.ts';
import type { Block } from './rich-text.ts';

const mostTrees = 5_000;

/** In characters of JSON: more than nearly all comments have. With it, what is kept is some tens of megabytes at most. */
export const longestKept = 2_000;

/**
 * Trees by their JSON, shared by all who read them: parsing them again would be a tenth of what a long thread costs. Those
 * of versions before do not say yet where a link leads whose label is another address.
 */
export const treeOf = memo((json: string) => withRealHosts(JSON.parse(json) as Block[]), mostTrees, longestKept);
