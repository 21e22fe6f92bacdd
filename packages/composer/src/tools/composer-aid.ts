import { html } from 'lit';
import { AwayController } from '../away/away-controller.js';
import { MentionController } from '../mention/mention-controller.js';
import { ReadersController } from '../readers/readers-controller.js';

/** What helps while one writes: completion of mentions and, below the field, who reads it and who is away. */
export class ComposerAid extends MentionController {
  readonly #readers: ReadersController;
  readonly #away: AwayController;

  constructor(...[host, area, client, subject]: ConstructorParameters<typeof MentionController>) {
    super(host, area, client, subject);
    this.#readers = new ReadersController(host, client, subject);
    this.#away = new AwayController(host, area, client, () => this.isOpen);
  }

  override render() {
    return html`${this.#readers.render()}${this.#away.render()}${super.render()}`;
  }
}
