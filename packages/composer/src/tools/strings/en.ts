export const en = {
  formatting: 'Formatting',
  tools: {
    bold: 'Bold',
    italic: 'Italic',
    strike: 'Strikethrough',
    link: 'Link',
    list: 'List',
    quote: 'Quote',
    code: 'Code',
    mention: 'Mention someone',
  },
  control: 'Ctrl',
  /** Name of the list of people to mention. */
  people: 'People',
  whom: 'Type a name.',
  /** Who reads what one writes, where that are not all. */
  membersRead: (group: string) => `Only members of ${group} see this.`,
  someRead: 'Only those who may open this page see this.',
  found: (n: number) =>
    n === 1 ? '1 person found. Press Enter to choose.' : `${n} people found. Use the up and down arrows to choose.`,
};

export type ToolStrings = typeof en;
