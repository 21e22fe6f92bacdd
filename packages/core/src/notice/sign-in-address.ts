/**
 * A sign-in address that returns to this page: given by its path when sign-in is on the same origin, else by its whole
 * address.
 */
export function signInAddress(signInUrl: string): string {
  const url = new URL(signInUrl);
  const { origin, pathname, search, hash, href } = location;
  url.searchParams.set('return', url.origin === origin ? pathname + search + hash : href);
  return url.href;
}
