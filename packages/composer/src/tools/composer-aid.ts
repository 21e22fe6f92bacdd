import { html } from 'lit';
import { MentionController } from '../mention/mention-controller.js';
import { ReadersController } from '../readers/readers-controller.js';

/** What helps while one writes: completion of mentions and, below the field, who reads it. */
export class ComposerAid extends MentionController {
  readonly #readers: ReadersController;

  constructor(...[host, area, client, subject]: ConstructorParameters<typeof MentionController>) {
    super(host, area, client, subject);
    this.#readers = new ReadersController(host, client, subject);
  }

  override render() {
    return html`${this.#readers.render()}${super.render()}`;
  }
}
