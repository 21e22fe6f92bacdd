import { webAddress } from './address.ts';
import type { Block, Inline, Link } from './rich-text.ts';

const written = /(?:https?:\/\/|\bwww\.)[^\s/?#]+/giu;
const bareHost = /^(?:\p{L}|\p{N})[\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)*\.(\p{L}{2,63})(?::\d+)?(?:[/?#]\S*)?$/u;
const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** What looks like a host and is the name of a file, as links on an intranet often have. */
const fileEndings = new Set(
  'csv doc docx gif htm html jpeg jpg json md mp odp ods odt pdf png ppt pptx py rtf svg ts txt xls xlsx xml zip'.split(
    ' ',
  ),
);

/** A label that is no longer than this is looked at: a longer one is no address. */
const longestLabel = 2000;

/**
 * Where the label of a link is an address that leads elsewhere, the label with the host that the link really leads to:
 * `https://intranet.example (evil.example)`. A label that says so already stays as it is, so that this can be done twice.
 */
export function withRealHosts(blocks: readonly Block[]): Block[] {
  return blocks.map((block): Block => {
    switch (block.t) {
      case 'p':
        return { ...block, c: block.c.map(inlineWithRealHost) };
      case 'quote':
        return { ...block, c: withRealHosts(block.c) };
      case 'list':
        return { ...block, c: block.c.map((item) => ({ ...item, c: withRealHosts(item.c) })) };
      default:
        return block;
    }
  });
}

function inlineWithRealHost(inline: Inline): Inline {
  if (typeof inline === 'string' || !('c' in inline)) return inline;
  if (inline.t !== 'a') return { ...inline, c: inline.c.map(inlineWithRealHost) };
  const real = hostOf(inline.href);
  const label = labelOf(inline);
  if ([label, `http://${label}`].some((address) => webAddress(address) === inline.href)) return inline;
  if (real === null || label.endsWith(`(${real})`) || hostsIn(label).every((host) => host === real)) return inline;
  return { ...inline, c: [...inline.c, ` (${real})`] };
}

/** The hosts that a label makes one believe in, or its mail address. */
function hostsIn(label: string): string[] {
  if (label.length > longestLabel) return [];
  if (mail.test(label)) return [label.toLowerCase()];
  const hosts = [...label.matchAll(written)].map(([address]) => hostOf(address) ?? address);
  if (hosts.length > 0) return hosts;
  const ending = bareHost.exec(label)?.[1];
  return ending && (/[/?#]/.test(label) || !fileEndings.has(ending)) ? [hostOf(label) ?? label] : [];
}

/** What a reader sees, without what hides between its letters. */
function labelOf({ c }: Link): string {
  return c
    .map(visible)
    .join('')
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim();
}

function visible(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  if (inline.t === 'icode') return inline.v;
  return 'c' in inline ? inline.c.map(visible).join('') : ' ';
}

function hostOf(address: string): string | null {
  if (/^mailto:/i.test(address)) return decoded(address.slice('mailto:'.length).replace(/\?.*$/s, '')).toLowerCase();
  const whole = /^https?:/i.test(address) ? address : `http://${address}`;
  return URL.canParse(whole) ? new URL(whole).host.replace(/^www\./, '') : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
