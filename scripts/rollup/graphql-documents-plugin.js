import { stripIgnoredCharacters } from 'graphql';
import MagicString from 'magic-string';

// `$` starts a variable of GraphQL; `${` a part of the template that only the run time knows.
const documents = /\bgraphql\(\s*`((?:[^`$]|\$(?!\{))*)`/g;

/**
 * Takes comments, commas and needless white space out of the documents in `` graphql(`…`) ``. They are strings at run
 * time and travel as they are. A document that GraphQL cannot read ends the build.
 *
 * @returns {import('rollup').Plugin}
 */
export function graphqlDocuments() {
  return {
    name: 'parvis-graphql-documents',
    transform(code, id) {
      if (id.includes('/node_modules/') || !code.includes('graphql(`')) return null;

      const source = new MagicString(code);
      for (const { index, 0: call, 1: document = '' } of code.matchAll(documents)) {
        const end = index + call.length - 1;
        source.update(end - document.length, end, stripIgnoredCharacters(document));
      }
      return { code: source.toString(), map: source.generateMap({ hires: true }) };
    },
  };
}
