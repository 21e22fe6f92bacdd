import { embeddersTags } from './manifest.js';

/** @typedef {Awaited<ReturnType<typeof embeddersTags>>[number]} Tag */

const origin = '// Made from custom-elements.json.\n';

/**
 * What makes editors and frameworks know our tags: files of `@parvis/loader`, and by which entry each is found.
 *
 * @returns {Promise<Record<string, { text: string, entry: string }>>}
 */
export async function frameworkFiles() {
  const tags = await embeddersTags();
  return {
    'react.d.ts': { text: reactTypes(tags), entry: './react' },
    'vue.d.ts': { text: vueTypes(tags), entry: './vue' },
    'vscode.html-custom-data.json': { text: customData(tags), entry: './vscode.html-custom-data.json' },
  };
}

/** @param {Tag[]} tags */
function reactTypes(tags) {
  const lines = tags.map((tag) => {
    const events = eventsOf(tag).map(({ name, type }) => `'on${name}'?: (event: ${type}) => void`);
    return `      '${tag.tagName}': Tag<${tag.name}, { ${[...attributesOf(tag), ...events].join('; ')} }>;`;
  });
  return `${origin}import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${imports(tags)}
type Tag<Element, Own> = Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, keyof Own> & Own & { class?: string };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${lines.join('\n')}
    }
  }
}
`;
}

/**
 * In camel case, as which the compiler of Vue looks for what templates write with hyphens.
 *
 * @param {Tag[]} tags
 */
function vueTypes(tags) {
  const lines = tags.map((tag) => {
    const events = eventsOf(tag).map(({ name, type }) => `'${camelCase(`on-${name}`)}'?: (event: ${type}) => void`);
    return `    '${tag.tagName}': Tag<{ ${[...attributesOf(tag).map(camelCase), ...events].join('; ')} }>;`;
  });
  return `${origin}import type { HTMLAttributes, PublicProps } from 'vue';
${imports(tags)}
type Tag<Own> = new () => { $props: Own & Omit<HTMLAttributes, keyof Own> & PublicProps };

declare module 'vue' {
  interface GlobalComponents {
${lines.join('\n')}
  }
}
`;
}

/** @param {string} name */
function camelCase(name) {
  return name.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

/** @param {Tag[]} tags */
function customData(tags) {
  const data = tags.map(({ tagName, description, attributes = [] }) => ({
    name: tagName,
    description,
    attributes: attributes.map(({ name, description: about, type }) => {
      const values = Array.from((type?.text ?? '').matchAll(/'([^']+)'/g), ([, value]) => ({ name: value }));
      return { name, description: about, ...(values.length > 0 ? { values } : {}) };
    }),
  }));
  return `${JSON.stringify({ version: 1.1, tags: data }, null, 2)}\n`;
}

/**
 * The classes of elements and events, from the packages that have them.
 *
 * @param {Tag[]} tags
 */
function imports(tags) {
  /** @type {Map<string, Set<string>>} */
  const byPackage = new Map();
  for (const tag of tags) {
    const names = byPackage.get(tag.package) ?? new Set();
    for (const name of [tag.name, ...eventsOf(tag).map(({ type }) => type)]) names.add(name);
    byPackage.set(tag.package, names);
  }
  return Array.from(
    byPackage,
    ([source, names]) => `import type { ${[...names].sort().join(', ')} } from '${source}';\n`,
  ).join('');
}

/**
 * Attributes rather than properties: a framework may write them before the code of the tag has come.
 *
 * @param {Tag} tag
 */
function attributesOf({ name, attributes = [] }) {
  return attributes.map((attribute) => `'${attribute.name}'?: ${name}['${attribute.fieldName ?? attribute.name}']`);
}

/** @param {Tag} tag */
function eventsOf({ events = [] }) {
  return events.map(({ name, type }) => ({ name, type: type.text }));
}
