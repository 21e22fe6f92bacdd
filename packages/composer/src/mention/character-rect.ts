const TEXT = [
  'direction',
  'font',
  'letter-spacing',
  'line-height',
  'overflow-wrap',
  'padding',
  'tab-size',
  'text-align',
];

/** Where a field shows the character at `index`, in the window. Fields do not tell: a copy of the text does. */
export function characterRect(area: HTMLTextAreaElement, index: number): DOMRect {
  const style = getComputedStyle(area);
  const copy = document.createElement('div');
  for (const name of TEXT) copy.style.setProperty(name, style.getPropertyValue(name));
  Object.assign(copy.style, {
    position: 'absolute',
    inlineSize: `${area.clientWidth}px`,
    visibility: 'hidden',
    whiteSpace: 'pre-wrap',
  });
  const character = document.createElement('span');
  character.append(area.value.charAt(index));
  copy.append(area.value.slice(0, index), character);
  area.after(copy);
  const [from, to] = [copy.getBoundingClientRect(), character.getBoundingClientRect()];
  copy.remove();
  const { left, top, width } = area.getBoundingClientRect();
  // Beneath a zoom of the page, a field counts what it has scrolled in pixels of its own.
  const scrolled = area.scrollTop * (width / area.offsetWidth);
  return new DOMRect(left + to.left - from.left, top + to.top - from.top - scrolled, to.width, to.height);
}
