import MagicString from 'magic-string';
import { definition, findWidgetDocuments, isFragment, standIn } from '../widget-documents.js';

/** Nothing is left to join. */
const joining = /[/\\]core[/\\]dist[/\\]graphql[/\\]graphql\.js$/;
const texts = /[/\\]core[/\\]dist[/\\]graphql[/\\]document-texts\.js$/;

/**
 * Leaves of each document in `` graphql(`…`) `` no more than its id, by which the server knows it, with all parts that packages
 * add to it. The texts are in a file of their own, for servers that do not.
 *
 * @returns {import('rollup').Plugin}
 */
export function graphqlDocuments() {
  /** @type {import('../widget-documents.js').WidgetDocument[]} */
  let documents;
  return {
    name: 'parvis-graphql-documents',
    async buildStart() {
      documents = await findWidgetDocuments();
    },
    transform(code, id) {
      if (joining.test(id)) return { code: 'export const graphql = String, extend = String;', map: null };
      if (texts.test(id)) {
        const byId = Object.fromEntries(documents.map((document) => [document.id, document.text]));
        return { code: `export const documentTexts = ${JSON.stringify(byId)};`, map: null };
      }
      if (id.includes('/node_modules/') || !code.includes('graphql(`')) return null;

      const source = new MagicString(code);
      const file = id.replace(/([/\\])dist([/\\].+)\.js$/, '$1src$2.ts');
      for (const { index, 0: text, 1: name = '', 2: content = '' } of code.matchAll(definition)) {
        const start = index + text.indexOf('graphql(');
        const document = documents.find((known) => known.file === file && known.name === name);
        if (!document && !isFragment(content))
          this.error(`${name} of ${file} is not among the documents of the widgets.`);
        source.update(start, index + text.length, JSON.stringify(document ? standIn(document) : ''));
      }
      return { code: source.toString(), map: source.generateMap({ hires: true }) };
    },
  };
}
