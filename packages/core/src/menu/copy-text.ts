/** Puts `text` on the clipboard. Plain-http intranets have no `navigator.clipboard`; a copy command they do have. */
export async function copyText(text: string): Promise<void> {
  if (window.isSecureContext) {
    try {
      return await navigator.clipboard.writeText(text);
    } catch {
      // A frame may not be allowed to: the command may.
    }
  }
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', onCopy, { once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy);
}

/** Who a reader is and where they come from. `session=5` may be a page, and stays. */
const THEIRS = /(?<=[?&])[^=&#]*(?:token|sess\w*id|utm_|clid)[^=&#]*(?:=[^&#]*)?(?:&|(?=#|$))/gi;

/** The page's address as it may be given to others: without what readers and trackers have added to it. */
export const sharedAddress = (address = location.href): string =>
  address.replace(THEIRS, '').replace(/[?&]+(?=#|$)/g, '');
