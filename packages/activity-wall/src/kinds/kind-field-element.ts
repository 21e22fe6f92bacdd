import { DraftController } from '@parvis/composer';
import { buttonStyles, ClientController, hostStyles, icon, LocaleController } from '@parvis/core';
import { keepInside } from '@parvis/core/isolation/keep-inside.js';
import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { postKinds, type ContentEditor, type PostKind } from './post-kind.js';
import { kindStrings } from './strings/catalogue.js';

/** Another kind was chosen, or none any more. */
export class KindChangeEvent extends Event {
  static readonly type = 'parvis-kind-change';
  constructor() {
    super(KindChangeEvent.type);
  }
}

/**
 * What a post may be beside a text: a button for each kind until one is chosen, then the editor of that kind.
 *
 * @fires {KindChangeEvent} parvis-kind-change - Another kind was chosen, or none any more.
 */
export class KindFieldElement extends LitElement {
  static override styles = [
    hostStyles,
    buttonStyles,
    css`
      :host {
        display: inline-block;
        vertical-align: middle;
      }
      :host([open]) {
        display: block;
      }
      .kinds {
        display: flex;
        flex-wrap: wrap;
        margin-block-start: 4px;
        margin-inline-start: 4px;
      }
    `,
  ];

  /** Under which what has been written is kept until it is sent. */
  @property() draftKey?: string;

  /** Whether there is an editor: it takes a line of its own. */
  @property({ type: Boolean, reflect: true }) open = false;

  @state() private kinds: readonly PostKind[] = [];
  @state() private editor: ContentEditor | undefined;

  readonly #locale = new LocaleController(this, kindStrings);
  readonly #draft = new DraftController(
    this,
    new ClientController(this),
    () => this.draftKey && `${this.draftKey}:content`,
    (draft) => void this.take(JSON.parse(draft) as ContentEditor['content']),
  );

  /** What is written, as `addPost` takes it; undefined for a text. */
  get content(): ContentEditor['content'] | undefined {
    return this.editor?.content;
  }

  /** Whether it can be sent. If not, says why and moves the focus there. */
  checkValidity(): boolean {
    return this.editor?.checkValidity() ?? true;
  }

  /** What was written is sent, or is not wanted. */
  clear(): void {
    this.#choose(undefined);
    this.#draft.keep('');
  }

  /** Goes on with what was written before. */
  async take(content: ContentEditor['content']): Promise<void> {
    const [name = ''] = Object.keys(content);
    const kind = (await postKinds()).find((known) => known.kind === name.toUpperCase());
    if (kind) (await this.#open(kind)).content = content;
  }

  protected override createRenderRoot() {
    return keepInside(super.createRenderRoot());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void postKinds().then((kinds) => (this.kinds = kinds));
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // The page has gone on to another wall.
    if (changed.get('draftKey')) this.#choose(undefined);
  }

  protected override render() {
    const { lang, ready } = this.#locale;
    if (this.editor) {
      return html`<div @input=${this.#onInput} @parvis-content-remove=${this.#onRemove}>${this.editor}</div>`;
    }
    if (!ready || !this.kinds.length) return nothing;
    return html`<div class="kinds">
      ${this.kinds.map(
        (kind) =>
          html`<button type="button" @click=${() => this.#onAdd(kind)}>${icon(kind.icon)}${kind.add(lang)}</button>`,
      )}
    </div>`;
  }

  async #open(kind: PostKind): Promise<ContentEditor> {
    await kind.editor.load();
    const editor = document.createElement(kind.editor.tag) as ContentEditor;
    this.#choose(editor);
    await this.updateComplete;
    return editor;
  }

  #choose(editor: ContentEditor | undefined): void {
    if (this.editor === editor) return;
    this.editor = editor;
    this.open = !!editor;
    this.dispatchEvent(new KindChangeEvent());
  }

  async #onAdd(kind: PostKind): Promise<void> {
    (await this.#open(kind)).focus();
  }

  readonly #onInput = () => {
    this.#draft.keep(JSON.stringify(this.editor!.content));
  };

  readonly #onRemove = async () => {
    this.clear();
    await this.updateComplete;
    this.renderRoot.querySelector('button')?.focus();
  };
}

declare global {
  interface HTMLElementEventMap {
    [KindChangeEvent.type]: KindChangeEvent;
  }
}
