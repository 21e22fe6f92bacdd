import { type ConnectionController, type MemberList, words } from '@parvis/core';
import { html, type LitElement } from 'lit';

/** The list that a button reads more of. */
interface Growing {
  readonly host: LitElement;
  readonly list: ConnectionController;
  readonly members: MemberList<HTMLElement>;
}

/** A button that reads more of a list, on one of its sides, and leads the keyboard to the first that came. */
export function moreButton({ host, list, members }: Growing, side: 'more' | 'previous', label: string) {
  const onClick = async () => {
    const [first] = await list[side]();
    await host.updateComplete;
    members.get(first)?.focus();
  };
  return html`<button class="show" type="button" ?disabled=${!!list.loading} @click=${onClick}>
    ${words(label)}
  </button>`;
}
