/**
 * Fits the manifest to how we write elements: `define('parvis-…', XElement)` registers a tag, `@example` belongs to
 * the documentation of a class, and only what is described to embedders is offered to them.
 *
 * @returns {import('@custom-elements-manifest/analyzer').Plugin}
 */
export function registrations() {
  /** @type {Map<string, string>} */
  const tags = new Map();

  return {
    name: 'parvis-registrations',
    collectPhase({ ts, node }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
      const [tag, element] = node.arguments;
      if (tag && element && ts.isStringLiteral(tag)) tags.set(element.getText(), tag.text);
    },
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isClassDeclaration(node)) return;
      const declaration = moduleDoc.declarations?.find(
        (/** @type {{ name: string }} */ { name }) => name === node.name?.text,
      );
      const examples = ts.getJSDocTags(node).filter(({ tagName }) => tagName.text === 'example');
      if (declaration && examples.length > 0) {
        Object.assign(declaration, { examples: examples.map(({ comment }) => ts.getTextOfJSDocComment(comment)) });
      }
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) publish(module, tags);
      customElementsManifest.modules = customElementsManifest.modules
        .filter(({ declarations = [] }) => declarations.length > 0)
        .sort((one, other) => (one.path < other.path ? -1 : 1));
    },
  };
}

/**
 * @param {import('custom-elements-manifest/schema.js').Module} module
 * @param {Map<string, string>} tags
 */
function publish(module, tags) {
  const exports = module.exports ?? [];
  for (const declaration of module.declarations ?? []) {
    const tag = tags.get(declaration.name);
    if (declaration.kind !== 'class' || !tag) continue;

    const element = /** @type {Partial<import('custom-elements-manifest/schema.js').CustomElement>} */ (declaration);
    element.tagName = tag;
    element.customElement = true;
    element.members = element.members?.filter((member) => !member.privacy && !member.name.startsWith('#'));
    // Those without a description were only seen being dispatched, and are seen a second time where @fires says more.
    element.events = element.events?.filter((event) => event.name && event.description);
    exports.push({
      kind: 'custom-element-definition',
      name: tag,
      declaration: { name: declaration.name, module: module.path },
    });
  }
}
