/** How a member's element is created and updated. */
export interface Member<E extends Element> {
  create: () => E;
  update: (element: E, id: string) => void;
}

/**
 * Keeps the items of a list in step with ids: each id keeps its element, and an element that stays is never moved, so that
 * readers keep their scroll position and writers their text. Lit's `repeat` can reorder; these lists only grow at their
 * ends and lose members, which takes a quarter of its code.
 */
export class MemberList<E extends HTMLElement> {
  readonly #member: Member<E>;
  readonly #items = new Map<string, { item: HTMLLIElement; element: E }>();

  constructor(member: Member<E>) {
    this.#member = member;
  }

  /** The element of a member. */
  get(id: string | undefined): E | undefined {
    return id === undefined ? undefined : this.#items.get(id)?.element;
  }

  /** Makes `list` contain one item for each id, in their order. */
  sync(list: Element | null, ids: readonly string[]): void {
    if (!list) return this.#items.clear();
    for (const [id, { item }] of this.#items) {
      if (ids.includes(id)) continue;
      item.remove();
      this.#items.delete(id);
    }
    let next: Element | null = list.firstElementChild;
    for (const id of ids) {
      const { item, element } = this.#items.get(id) ?? this.#make(id);
      this.#member.update(element, id);
      if (item === next) next = next.nextElementSibling;
      else list.insertBefore(item, next);
    }
  }

  #make(id: string) {
    const made = { item: document.createElement('li'), element: this.#member.create() };
    made.item.append(made.element);
    this.#items.set(id, made);
    return made;
  }
}
