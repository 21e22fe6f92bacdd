import MagicString from 'magic-string';

const late = '@parvis/core/late-code/late.js';
const imports = /\bimport\(\s*'[^']+'\s*\)/g;
/** What Rollup makes of them: an address, and at times the part that is wanted. */
const wrapped = /\(\(parvisImport\) => parvisImport\(('[^']+')\)(\.then\(function \(\w+\) \{ return [\w.]+; \}\))?\)/g;

/**
 * Hands every `import()` of the widgets to `late()`, which says why: what is `import('./x.js')` in the source is
 * `late('./hash.js')` in the bundle, where Rollup may go on with `.then(…)`. Until then it is in a function, because Rollup
 * knows the names of a module, and not those of what stands for an `import()`. What pages start with, the imports of
 * `parvis.js`, stays.
 *
 * @returns {import('rollup').Plugin}
 */
export function lateImports() {
  return {
    name: 'parvis-late-imports',
    transform(code, id) {
      if (!isWidget(id) || !code.match(imports)) return null;
      const source = new MagicString(code);
      for (const { index, 0: call } of code.matchAll(imports)) {
        source.appendLeft(index, 'parvisLate((parvisImport) => ').appendRight(index + call.length, ')');
      }
      source.prepend(`import { late as parvisLate } from '${late}';\n`);
      return { code: source.toString(), map: source.generateMap({ hires: true }) };
    },
    renderDynamicImport: ({ moduleId, targetModuleId }) =>
      isWidget(moduleId) && targetModuleId ? { left: 'parvisImport(', right: ')' } : null,
    renderChunk(code) {
      const source = new MagicString(code).replaceAll(wrapped, (_, address, part = '') => `(${address})${part}`);
      if (/=> parvisImport\(/.test(source.toString())) this.error('Rollup writes late imports in another way.');
      return { code: source.toString(), map: source.generateMap({ hires: true }) };
    },
  };
}

/** @param {string} id */
function isWidget(id) {
  return /[/\\]packages[/\\](?!loader[/\\]dist[/\\](?:parvis|tags)\.js)[\w-]+[/\\]dist[/\\]/.test(id);
}
