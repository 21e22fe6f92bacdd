/** A sign-in address that leads back to this page. */
export function signInAddress(signInUrl: string): string {
  const url = new URL(signInUrl, location.href);
  url.searchParams.set('return', location.href);
  return url.href;
}
