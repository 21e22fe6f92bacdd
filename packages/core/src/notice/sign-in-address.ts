/** A sign-in address that leads back to this page: by its path where sign-in is of the same origin, else by its whole address. */
export function signInAddress(signInUrl: string): string {
  const url = new URL(signInUrl);
  const { origin, pathname, search, hash, href } = location;
  url.searchParams.set('return', url.origin === origin ? pathname + search + hash : href);
  return url.href;
}
