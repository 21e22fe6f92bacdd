/** How many trees are kept: those of the comments and posts that people read today. */
const capacity = 5_000;

/** Trees by their JSON, the least lately used gone first: parsing them again is a tenth of what a long thread costs. */
const trees = new Map<string, unknown>();

/** The tree in a JSON text. Shared by all who ask for it, so not to be changed. */
export function parsedTree(json: string): unknown {
  let tree = trees.get(json);
  if (tree === undefined) {
    tree = JSON.parse(json);
    if (trees.size >= capacity) trees.delete(trees.keys().next().value!);
  } else {
    trees.delete(json);
  }
  trees.set(json, tree);
  return tree;
}
