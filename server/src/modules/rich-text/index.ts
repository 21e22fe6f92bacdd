export { webAddress } from './address.ts';
export { mentionsIn } from './mentions.ts';
export { mentionedHandles, type PeopleByHandle } from './names-in-text.ts';
export { parseRichText } from './parse.ts';
export { isBlank } from './plain-text.ts';
export type { RichText } from './rich-text.ts';
export { type Directory, RichTextComposer } from './rich-text-composer.ts';
