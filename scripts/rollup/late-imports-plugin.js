import MagicString from 'magic-string';

const late = '@parvis/core/late-code/late.js';
const imports = /\bimport\(\s*'[^']+'\s*\)/g;

/**
 * Hands every `import()` of the widgets to `late()`, which says why: what is `import('./x.js')` in the source is
 * `late((load) => load('./hash.js'))` in the bundle, where Rollup may go on with `.then(…)`. The loader's own imports stay:
 * they are what pages start with.
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
  };
}

/** @param {string} id */
function isWidget(id) {
  return /[/\\]packages[/\\](?!loader)[\w-]+[/\\]dist[/\\]/.test(id);
}
