import { fromRoot } from '../paths.js';

const own = '\0parvis-decorators';

/**
 * Lit's decorators serve both kinds that TypeScript knows. Ours are of the one kind, `experimentalDecorators`, for which a
 * few lines do, in half a kilobyte less on every page.
 *
 * @returns {import('rollup').Plugin}
 */
export function legacyDecorators() {
  return {
    name: 'parvis-legacy-decorators',
    resolveId: (source, importer) =>
      source === 'lit/decorators.js' && importer?.startsWith(fromRoot('packages')) ? own : null,
    load: (id) =>
      id === own
        ? `
export const property = (options) => (proto, name) => proto.constructor.createProperty(name, options);
export const state = () => property({ state: true, attribute: false });
const getter = (read) => (selector) => () => ({ get() { return read(this.renderRoot, selector); }, configurable: true });
export const query = getter((root, selector) => root?.querySelector(selector) ?? null);
export const queryAll = getter((root, selector) => root?.querySelectorAll(selector) ?? []);
`
        : null,
  };
}
