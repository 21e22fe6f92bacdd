import { type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/** How often an operation asks for each field of its root, under any name. Those of introspection do not count. */
export function rootFields(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  counts = new Map<string, number>(),
): ReadonlyMap<string, number> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value;
      if (!name.startsWith('__')) counts.set(name, (counts.get(name) ?? 0) + 1);
    } else {
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)!;
      rootFields(inner.selectionSet, fragments, counts);
    }
  }
  return counts;
}
