/** A field of the header of a mail, its lines joined. */
export interface HeaderField {
  /** In lower case. */
  name: string;
  value: string;
}

/** Longer headers are read up to here: no mail of a person has one. */
const maxHeader = 256 * 1024;

/**
 * The fields of a mail from top to bottom, read strictly: what mail servers and libraries may understand in different
 * ways, such as a space before the colon, counts as the field that it looks like.
 */
export function headerFields(source: Buffer): HeaderField[] {
  const text = source.subarray(0, maxHeader).toString('latin1');
  const end = /\r?\n\r?\n|\r\r/.exec(text)?.index ?? text.length;
  const unfolded = text.slice(0, end).replace(/(?:\r\n|\r|\n)(?=[ \t])/g, '');
  return unfolded.split(/\r\n|\r|\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    if (colon < 1) return [];
    return [{ name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() }];
  });
}

export function valuesOf(fields: readonly HeaderField[], name: string): string[] {
  return fields.filter((field) => field.name === name).map(({ value }) => value);
}

export function firstValue(fields: readonly HeaderField[], name: string): string | null {
  return fields.find((field) => field.name === name)?.value ?? null;
}

/** The ids of mails in a field, without brackets. */
export function idsIn(value: string | null, most = 100): string[] {
  return [...(value ?? '').matchAll(/<([^<>\s]{1,400})>/g)].slice(0, most).map(([, id]) => id!);
}
