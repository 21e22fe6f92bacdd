/**
 * @typedef {import('custom-elements-manifest/schema.js').CustomElement & { examples?: string[] }} Element - As
 * `manifest-registrations.js` completes it.
 */

/**
 * The page of a tag in docs/, in Markdown.
 *
 * @param {Partial<Element>} element
 */
export function tagPage(element) {
  const { attributes = [], members = [], events = [], slots = [], cssParts = [], cssProperties = [] } = element;
  const fields = members.filter((member) => member.kind === 'field' && !member.static && !('attribute' in member));
  const methods = members.filter((member) => member.kind === 'method' && !member.static);

  const sections = [
    `# \`<${element.tagName}>\``,
    element.description,
    ...(element.examples ?? [`<${element.tagName}></${element.tagName}>`]).map(
      (example) => `\`\`\`html\n${example}\n\`\`\``,
    ),
    table(
      'Attributes',
      ['Attribute', 'Type', 'Default', ''],
      attributes,
      ({ name, type, default: value, description }) => [
        code(name),
        code(type?.text.replace(/ \| undefined$/, '')),
        code(value),
        description,
      ],
    ),
    table('Properties', ['Property', 'Type', 'Default', ''], fields, (field) => [
      code(field.name),
      code('type' in field ? field.type?.text : ''),
      code('default' in field ? field.default : ''),
      field.description,
    ]),
    table('Methods', ['Method', ''], methods, (method) => [code(signature(method)), method.description]),
    table('Events', ['Event', 'Type', ''], events, ({ name, type, description }) => [
      code(name),
      code(type.text),
      description,
    ]),
    table('Slots', ['Slot', ''], slots, ({ name, description }) => [name ? code(name) : '(default)', description]),
    table('Parts', ['Part', ''], cssParts, ({ name, description }) => [code(name), description]),
    table('Custom properties', ['Property', 'Default', ''], cssProperties, ({ name, default: value, description }) => [
      code(name),
      code(value),
      description,
    ]),
    '<!-- Made from the JSDoc of the element by `npm run docs`. -->',
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

/**
 * @template Row
 * @param {string} title
 * @param {string[]} head
 * @param {Row[]} rows
 * @param {(row: Row) => (string | undefined)[]} cells
 */
function table(title, head, rows, cells) {
  if (rows.length === 0) return '';
  const lines = [head, head.map(() => '---'), ...rows.map((row) => cells(row).map(cell))];
  return [`## ${title}`, '', ...lines.map((line) => `| ${line.join(' | ')} |`)].join('\n');
}

/** @param {string | undefined} text */
function cell(text = '') {
  return text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}

/** @param {string | undefined} text */
function code(text) {
  return text ? `\`${text}\`` : '';
}

/** @param {import('custom-elements-manifest/schema.js').ClassMember} method */
function signature(method) {
  const parameters = 'parameters' in method ? (method.parameters ?? []) : [];
  return `${method.name}(${parameters.map(({ name, optional }) => (optional ? `${name}?` : name)).join(', ')})`;
}
