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
