/** The font of the reader's system: nothing is loaded. Outlook for Windows takes Segoe UI. */
const family = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Noto Sans',Helvetica,Arial,sans-serif";

/** @param size - In pixels. */
export function font(size: number, lineHeight = 1.5): string {
  return `font-family:${family};font-size:${size}px;line-height:${Math.round(size * lineHeight)}px`;
}
