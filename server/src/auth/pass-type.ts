/** Whether the `typ` of a token says that it is a page pass, which signs no one in. As media types, in any case. */
export function isPassType(typ: unknown): boolean {
  return typeof typ === 'string' && typ.toLowerCase().replace(/^application\//, '') === 'parvis-pass+jwt';
}
