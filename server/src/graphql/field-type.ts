/** The type of a field, as Pothos describes it to plugins. */
export interface FieldType {
  kind: string;
  ref?: unknown;
  type?: unknown;
}

/** Whether it is a scalar or an enum, or a list of those. */
export function isLeafType({ kind, type }: FieldType): boolean {
  if (kind === 'List') return isLeafType(type as FieldType);
  return kind === 'Scalar' || kind === 'Enum';
}
