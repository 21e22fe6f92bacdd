/** @typedef {import('rollup').ManualChunkMeta} Graph */

/**
 * What is loaded together, by the modules that it begins with: a module goes to the first of these that cannot run without it,
 * wherever it is. A name that no module has ends the build, so that none goes its own way because it was moved.
 */
const groups = {
  /**
   * What every page needs before anything shows, and what most widgets have inside: Lit, the client, the like button, names and
   * faces. Pages with nothing but a like button load some of it in vain; all others load less, since two chunks compress worse
   * than one. What registers the tag of the like button is not among them: it would wake tags before parvis.js has said where
   * the server is, and they would ask the page's own host.
   */
  core: [
    'loader/dist/start.js',
    'core/dist/avatar/parvis-avatar.js',
    'core/dist/person/parvis-person-name.js',
    'core/dist/controllers/connection-controller.js',
    'core/dist/controllers/member-list.js',
    'core/dist/localisation/anew.js',
    'core/dist/page/permalink.js',
    'like-button/dist/like-button-element.js',
  ],
  /** What shows when and what people wrote, which like buttons do not. */
  written: [
    'core/dist/relative-time/parvis-relative-time.js',
    'core/dist/rich-text/is-long.js',
    'core/dist/rich-text/render-rich-text.js',
    'core/dist/rich-text/rich-text-styles.js',
  ],
  /** The stream of events: it is there by the time that something of it is needed. */
  events: [
    'loader/dist/once-shown.js',
    'core/dist/client/explain.js',
    'core/dist/announcer/announce-news.js',
    'core/dist/announcer/meanwhile.js',
    'core/dist/localisation/language.js',
  ],
  /** What every write needs. */
  writing: [
    'core/dist/client/mutate.js',
    'core/dist/controllers/catch-up.js',
    'core/dist/page/page-details.js',
    'core/dist/rich-text/plain-tree.js',
  ],
  /** What looks whether anything is unsent, and where that is kept. */
  unsent: ['core/dist/unsent/unsent-places.js', 'core/dist/unsent/wake-unsent.js'],
};

/** Those that are there for the first paint; of others, what a tag needs at once is left out. */
const atFirst = ['core', 'written'];

/** Who lists the tags, and the code of each. */
const loader = 'loader/dist/tags.js';

/** What joins the texts of documents: with their ids in place of them, no module needs it at once. */
const joinsTexts = /[/\\]core[/\\]dist[/\\]graphql[/\\]graphql\.js$/;

/** @type {WeakMap<Graph['getModuleInfo'], Map<string, string>>} */
const known = new WeakMap();

/**
 * Which chunk a module goes to. What is in no group is left to Rollup, which makes one chunk for each widget, for each part that
 * is imported lazily, and for what only some share.
 *
 * @type {import('rollup').GetManualChunk}
 */
export function chunkNames(id, graph) {
  const { getModuleInfo } = graph;
  let names = known.get(getModuleInfo);
  if (!names) known.set(getModuleInfo, (names = nameAll(graph)));
  return names.get(id);
}

/** @param {Graph} graph */
function nameAll(graph) {
  const tags = graph.getModuleInfo(moduleOf(graph, loader))?.dynamicallyImportedIds ?? [];
  const atOnce = new Set(tags.flatMap((tag) => [...closureOf(graph, tag)]));
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const [name, roots] of Object.entries(groups)) {
    for (const id of roots.flatMap((root) => [...closureOf(graph, moduleOf(graph, root))])) {
      if (!names.has(id) && (atFirst.includes(name) || !atOnce.has(id))) names.set(id, name);
    }
  }
  return names;
}

/**
 * A module, and all that it cannot run without.
 *
 * @param {Graph} graph
 * @param {string} root
 */
function closureOf(graph, root) {
  const ids = new Set([root]);
  for (const id of ids) for (const imported of importsOf(graph, id)) if (!joinsTexts.test(imported)) ids.add(imported);
  return ids;
}

/**
 * What a module imports. Of an index that does nothing but name what others have: those that it names.
 *
 * @param {Graph} graph
 * @param {string} id
 * @returns {string[]}
 */
function importsOf(graph, id) {
  return statementsOf(graph, id).flatMap(({ target, names }) =>
    isIndex(graph, target) ? names.flatMap((name) => exporterOf(graph, target, name)) : target,
  );
}

/**
 * @param {Graph} graph
 * @param {string} index
 * @param {string} name
 * @returns {string[]}
 */
function exporterOf(graph, index, name) {
  return statementsOf(graph, index)
    .filter(({ names }) => names.includes(name))
    .flatMap(({ target }) => (isIndex(graph, target) ? exporterOf(graph, target, name) : target));
}

/**
 * @param {Graph} graph
 * @param {string} id
 */
function isIndex({ getModuleInfo }, id) {
  return /[/\\]index\.js$/.test(id) && getModuleInfo(id)?.moduleSideEffects === false;
}

/**
 * The modules that one imports or exports from, each with the names that it takes of it.
 *
 * @param {Graph} graph
 * @param {string} id
 */
function statementsOf({ getModuleInfo }, id) {
  const { ast, importedIds = [] } = getModuleInfo(id) ?? {};
  /** @type {Map<unknown, string[]>} */
  const sources = new Map();
  for (const node of ast?.body ?? []) {
    if (!('source' in node) || !node.source) continue;
    const names = sources.get(node.source.value) ?? [];
    for (const specifier of 'specifiers' in node ? node.specifiers : [])
      names.push(nameOf('imported' in specifier ? specifier.imported : 'local' in specifier ? specifier.local : null));
    sources.set(node.source.value, names);
  }
  return [...sources.values()].map((names, at) => ({ target: importedIds[at] ?? '', names }));
}

/** @param {unknown} node */
function nameOf(node) {
  const { name, value } = /** @type {{ name?: string, value?: string }} */ (node ?? {});
  return name ?? value ?? '';
}

/**
 * @param {Graph} graph
 * @param {string} path - The end of it.
 */
function moduleOf({ getModuleIds }, path) {
  const found = [...getModuleIds()].find((id) => id.replaceAll('\\', '/').endsWith(`/${path}`));
  if (!found) throw new Error(`There is no module ${path}: see scripts/rollup/chunk-names.js.`);
  return found;
}
