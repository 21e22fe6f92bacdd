let region: HTMLElement | undefined;

/**
 * Says `message` to screen readers when they have finished what they are saying. The region stands in the page itself,
 * once: live regions in shadow roots, or made in the moment they speak, are often not heard.
 */
export function announce(message: string, lang?: string): void {
  if (!region?.isConnected) {
    region = document.createElement('div');
    region.setAttribute('role', 'status');
    // By properties: a strict content security policy refuses style attributes.
    Object.assign(region.style, {
      position: 'absolute',
      inlineSize: '1px',
      blockSize: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    });
    document.body.append(region);
  }
  const target = region;
  if (lang) target.lang = lang;
  target.textContent = '';
  // The same words twice are a change only if they were gone in between.
  setTimeout(() => (target.textContent = message), 50);
}
