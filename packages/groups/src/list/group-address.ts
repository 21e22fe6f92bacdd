/** The address of a group by a pattern with `{handle}` in it; none where that is no address, but a script. */
export function groupAddress(pattern: string | undefined, handle: string): string | undefined {
  const address = pattern?.replaceAll('{handle}', encodeURIComponent(handle));
  return address && isWeb(address) ? address : undefined;
}

const isWeb = (address: string) =>
  URL.canParse(address, document.baseURI) && /^https?:/.test(new URL(address, document.baseURI).protocol);
