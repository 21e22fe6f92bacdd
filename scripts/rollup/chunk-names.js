const widgetPackage = /[/\\]packages[/\\](?!core[/\\])/;

/** @type {Map<string, boolean>} */
const known = new Map();

/**
 * One chunk, `core`, for what every widget needs: Lit and the part of our core that the smallest of them, the like
 * button, imports. All else is left to Rollup, which makes one chunk for each widget, for each part that is imported
 * lazily, and for what only some widgets share.
 *
 * @type {import('rollup').GetManualChunk}
 */
export function chunkNames(id, { getModuleInfo }) {
  return !widgetPackage.test(id) && likeButtonNeeds(id, getModuleInfo) ? 'core' : undefined;
}

/**
 * @param {string} id
 * @param {import('rollup').GetModuleInfo} getModuleInfo
 * @returns {boolean}
 */
function likeButtonNeeds(id, getModuleInfo) {
  const answer = known.get(id);
  if (answer !== undefined) return answer;

  const importers = getModuleInfo(id)?.importers ?? [];
  const needs = /[/\\]parvis-like-button\.js$/.test(id) || importers.some((i) => likeButtonNeeds(i, getModuleInfo));
  known.set(id, needs);
  return needs;
}
