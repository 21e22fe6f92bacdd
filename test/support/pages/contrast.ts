/** The contrast of an element's text with what is painted below it, as WCAG counts it: 1 to 21. */
export function contrastOf(element: Element, backdrop?: string): number {
  const layers: string[] = [];
  for (let node: Element | null = element; node; node = parentOf(node)) {
    layers.unshift(getComputedStyle(node).backgroundColor);
  }
  const below = paint('#fff', ...(backdrop ? [backdrop] : []), ...layers);
  const text = paint('#fff', ...(backdrop ? [backdrop] : []), ...layers, getComputedStyle(element).color);
  const [light, dark] = [luminance(below), luminance(text)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** Red, green and blue of colours on top of each other. */
function paint(...colours: string[]): number[] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  for (const colour of colours) {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
  }
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

function luminance(rgb: number[]): number {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
