import { announce, LocaleController, QueryController, type ParvisClient } from '@parvis/core';
import { html, nothing, type LitElement } from 'lit';
import { toolStrings } from '../tools/strings/catalogue.js';
import { READERS } from './readers-operations.js';

/** Not in the sheet of the field, which is there from the first paint. */
const MARGIN = 'margin: 6px 14px 0';

interface Readers {
  readonly kind: string;
  readonly name: string | null;
}

/** Says who reads what is written, where that are not all. */
export class ReadersController {
  readonly #query: QueryController<readonly [ParvisClient, string], Readers | undefined>;
  readonly #locale: LocaleController<typeof toolStrings.en>;

  constructor(host: LitElement, client: () => ParvisClient, subject: () => string | undefined) {
    this.#locale = new LocaleController(host, toolStrings);
    this.#query = new QueryController(host, {
      args: () => {
        const id = subject();
        return id ? ([client(), id] as const) : undefined;
      },
      load: async ([client, id]) => {
        // Without it, one writes all the same.
        const found = await client.load(READERS, id).catch(() => undefined);
        const readers = found && 'readers' in found ? found.readers : undefined;
        const said = this.#sentence(readers);
        if (said) announce(said, this.#locale.lang);
        return readers;
      },
    });
  }

  render() {
    const said = this.#sentence(this.#query.value);
    return said ? html`<div class="left" .style=${MARGIN} .textContent=${said}></div>` : nothing;
  }

  #sentence(readers: Readers | undefined): string | undefined {
    const { text } = this.#locale;
    if (readers?.kind !== 'SOME') return undefined;
    return readers.name ? text.membersRead(readers.name) : text.someRead;
  }
}
