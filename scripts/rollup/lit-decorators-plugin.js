import MagicString from 'magic-string';

/** What TypeScript makes of a decorator of Lit before a field. One with brackets in its options is left to Lit. */
const decorated =
  /__decorate\(\[\s*(property|state|query|queryAll)\(([^()]*)\)\s*\], (\w+)\.prototype, "(\w+)", void 0\);/g;
const imports = /^import \{ ([\w, ]+) \} from ['"](?:tslib|lit\/decorators\.js)['"];$/gm;

/**
 * Writes what the decorators of Lit come to, so that no page loads what decorates: `@property({ type: Number }) depth` becomes
 * `X.createProperty("depth", { type: Number })`, and `@query` a getter.
 *
 * @returns {import('rollup').Plugin}
 */
export function litDecorators() {
  return {
    name: 'parvis-lit-decorators',
    transform(code, id) {
      if (id.includes('/node_modules/') || !code.includes('__decorate([')) return null;
      const source = new MagicString(code);
      source.replaceAll(decorated, (_, kind, options, element, name) => plain(kind, options, element, name));
      removeUnused(source, code);
      return { code: source.toString(), map: source.generateMap({ hires: true }) };
    },
  };
}

/**
 * @param {string} kind
 * @param {string} options
 * @param {string} element
 * @param {string} name
 */
function plain(kind, options, element, name) {
  switch (kind) {
    case 'query':
      return getter(element, name, `this.renderRoot?.querySelector(${options}) ?? null`);
    case 'queryAll':
      return getter(element, name, `(this.renderRoot ?? new DocumentFragment()).querySelectorAll(${options})`);
    case 'state':
      return `${element}.createProperty("${name}", { state: true });`;
    default:
      return `${element}.createProperty("${name}"${options && `, ${options}`});`;
  }
}

/**
 * @param {string} element
 * @param {string} name
 * @param {string} value
 */
function getter(element, name, value) {
  return `Object.defineProperty(${element}.prototype, "${name}", { get() { return ${value}; } });`;
}

/**
 * What is imported goes into the chunk, used or not.
 *
 * @param {MagicString} source
 * @param {string} code
 */
function removeUnused(source, code) {
  const written = source.toString();
  for (const { index, 0: statement, 1: names = '' } of code.matchAll(imports)) {
    if (!names.split(', ').some((name) => written.includes(`${name}(`))) source.remove(index, index + statement.length);
  }
}
