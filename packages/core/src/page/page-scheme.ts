// Loaded when the page is idle.
import { LocaleController, localised } from '../localisation/locale-controller.js';

/** The luminance on which black and white text have the same contrast. */
const MIDDLE = 0.18;

/** Hosts whose `color-scheme` is set here, because the page sets none. */
const followers = new Set<HTMLElement>();
let isScheduled = false;

/**
 * Follows pages that are dark without saying so by `color-scheme`: widgets there get their dark colours. What counts is the
 * page's background colour or, where the background is an image, its text colour.
 */
export function followScheme(): void {
  LocaleController.onConnect = schedule;
  const themes = new MutationObserver(schedule);
  for (const element of [document.documentElement, document.body]) themes.observe(element, { attributes: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', schedule);
  // A page may fade between two themes.
  addEventListener('transitionend', ({ propertyName }) => /color|background/.test(propertyName) && schedule());
  schedule();
}

function schedule(): void {
  if (isScheduled) return;
  isScheduled = true;
  requestAnimationFrame(() => {
    isScheduled = false;
    look();
  });
}

/** Writes all styles first, then reads all, so that the browser computes the page's styles only once. */
function look(): void {
  for (const host of followers) host.style.colorScheme = '';
  followers.clear();
  const known = new Map<Element, boolean>();
  for (const host of localised) {
    const root = host.getRootNode();
    // A widget inside of another one inherits its colours.
    if (root instanceof ShadowRoot && (localised as ReadonlySet<Element>).has(root.host)) continue;
    if (getComputedStyle(host).colorScheme !== 'normal') continue;
    const parent = parentOf(host) ?? host;
    const isDark = known.get(parent) ?? isOnDark(host);
    known.set(parent, isDark);
    if (isDark) followers.add(host);
  }
  for (const host of followers) host.style.colorScheme = 'dark';
}

function isOnDark(host: Element): boolean {
  const layers: string[] = [];
  for (let element: Element | null = host; element; element = parentOf(element)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    if (backgroundImage !== 'none') return luminance([getComputedStyle(host).color]) > MIDDLE;
    layers.unshift(backgroundColor);
  }
  return luminance(['#fff', ...layers]) < MIDDLE;
}

/** The parent as painted, across shadow roots. */
function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/**
 * The luminance of colours painted on top of each other, the last one uppermost: 0 for black, 1 for white. A canvas
 * understands every CSS colour.
 */
function luminance(colours: readonly string[]): number {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return 1;
  for (const colour of colours) {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
  }
  const [red = 255, green = 255, blue = 255] = context.getImageData(0, 0, 1, 1).data;
  const linear = (value: number) => (value / 255) ** 2.2;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
