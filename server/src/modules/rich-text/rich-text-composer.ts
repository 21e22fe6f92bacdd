import { Refusal } from '../../platform/refusal.ts';
import type { Viewer } from '../../platform/viewer.ts';
import { mentionedHandles, type PeopleByHandle } from './names-in-text.ts';
import { readRichText } from './parse.ts';
import { isBlank } from './plain-text.ts';
import type { RichText } from './rich-text.ts';

/** Who there is to mention. */
export interface Directory {
  /** The people of these handles whom the writer may find. */
  findable(viewer: Viewer, handles: readonly string[]): Promise<PeopleByHandle>;
}

/** Makes rich text of a typed text. */
export class RichTextComposer {
  readonly #directory: Directory;

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  /**
   * @param maxLength - In UTF-16 units, as text fields count.
   * @throws {Refusal} EMPTY, TOO_LONG or, for what no database can keep as it is and for a link without address, INVALID.
   */
  async compose(viewer: Viewer, source: string, maxLength: number): Promise<RichText> {
    if (source.length > maxLength) {
      throw new Refusal('TOO_LONG', `This is ${source.length} characters long; ${maxLength} are allowed.`, ['body']);
    }
    if (!source.isWellFormed() || source.includes('\0')) {
      throw new Refusal('INVALID', 'There are characters in this that cannot be stored.', ['body']);
    }
    if (isBlank(source)) throw new Refusal('EMPTY', 'There is nothing in this to read.', ['body']);
    const handles = mentionedHandles(source);
    const people = handles.length > 0 ? await this.#directory.findable(viewer, handles) : new Map();
    const { richText, hasUnfinishedLink } = readRichText(source, people);
    if (hasUnfinishedLink) {
      throw new Refusal('INVALID', 'A link has no address yet: type it in place of “https://”, or remove the link.', [
        'body',
      ]);
    }
    return richText;
  }
}
