/** @typedef {[text: string, instead: string]} Cut */

/**
 * What Lit does for browsers of before 2023, for standard decorators, parts of SVG, attributes in JSON and developers, by
 * file. None of it is for anybody here: it is 0.4 KB on every page, and five globals on pages that are not ours. And what
 * it takes for granted of a page.
 *
 * @type {Record<string, Cut[]>}
 */
const cuts = {
  '@lit/reactive-element/css-tag.js': [
    [
      't.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype',
      '!0',
    ],
    ['Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.")', 'Error()'],
    [
      "Error(\"Value passed to 'css' function must be a 'css' function result: \"+t+\". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.\")",
      'Error()',
    ],
  ],
  '@lit/reactive-element/reactive-element.js': [
    ['p=a.reactiveElementPolyfillSupport,', ''],
    // The browser's own Promise, whatever a page has in its place: elements in a template must be there when it is rendered.
    ['new Promise(t=>this.enableUpdating=t)', 'new((async()=>{})().constructor)(t=>this.enableUpdating=t)'],
    ['case Object:case Array:t=null==t?t:JSON.stringify(t)', ''],
    ['case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}', ''],
    [',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")', ''],
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [
      'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
      '',
    ],
    [
      'if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(d("properties"))){const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])}',
      'this.finalized=!0,this._$Ei();',
    ],
  ],
  'lit-html/lit-html.js': [
    ['2===i?"<svg>":3===i?"<math>":""', '""'],
    ['(2===i?"</svg>":3===i?"</math>":"")', '""'],
    [
      'if(this.el=S.createElement(f,e),P.currentNode=this.el.content,2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}',
      'this.el=S.createElement(f,e),P.currentNode=this.el.content;',
    ],
    ['B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");', 'B=0;'],
  ],
  'lit-element/lit-element.js': [
    [',s.litElementHydrateSupport?.({LitElement:i});', ';'],
    ['const o=s.litElementPolyfillSupport;o?.({LitElement:i});', ''],
    ['(s.litElementVersions??=[]).push("4.2.2");', ''],
  ],
};

/**
 * Leaves out of Lit what nobody needs here. Where another version of Lit no longer reads as it did, the build says so.
 *
 * @returns {import('rollup').Plugin}
 */
export function leanLit() {
  return {
    name: 'parvis-lean-lit',
    transform(code, id) {
      const file = Object.keys(cuts).find((name) => id.replaceAll('\\', '/').endsWith(`/node_modules/${name}`));
      if (!file) return null;
      for (const [text, instead] of /** @type {Cut[]} */ (cuts[file])) {
        if (!code.includes(text))
          this.error(`${file} no longer has “${text.slice(0, 60)}…”: see scripts/rollup/lean-lit-plugin.js`);
        code = code.replace(text, () => instead);
      }
      return { code, map: null };
    },
  };
}
