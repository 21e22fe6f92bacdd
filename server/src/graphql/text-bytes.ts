/** How long the texts are that people wrote, of an entity, a list of them or a connection: what else it has is small. */
export function textBytes(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + textBytes(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  const { edges, node, body } = value as { edges?: unknown; node?: unknown; body?: unknown };
  if (Array.isArray(edges)) return textBytes(edges);
  if (node !== undefined) return textBytes(node);
  if (typeof body !== 'object' || body === null) return 0;
  return Object.values(body).reduce<number>((sum, text) => sum + (typeof text === 'string' ? text.length : 0), 0);
}

/** How long some texts of an object are, or of each object of a list; those in lists of texts too. */
export function shownBytes(value: unknown, names: readonly string[]): number {
  if (typeof value !== 'object' || value === null) return 0;
  let bytes = 0;
  if (Array.isArray(value)) {
    for (const each of value) bytes += shownBytes(each, names);
    return bytes;
  }
  for (const name of names) {
    const text = (value as Record<string, unknown>)[name];
    if (typeof text === 'string') bytes += text.length;
    else if (Array.isArray(text)) bytes += listBytes(text);
  }
  return bytes;
}

function listBytes(texts: readonly unknown[]): number {
  return texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? text.length + 3 : 0), 0);
}
