/** What a person typed, as an http or https address; nothing if it can be none. Most leave `https://` out. */
export function webAddress(typed: string): string | undefined {
  // Chromium takes spaces for a part of a host.
  if (/\s/.test(typed)) return undefined;
  const address = /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).href : undefined;
}
