export { webAddress } from './address.ts';
export { mentionedHandles } from './names-in-text.ts';
export { parseRichText } from './parse.ts';
export { isBlank } from './plain-text.ts';
export type { RichText } from './rich-text.ts';
