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
    mention: 'Mention somebody',
  },
  control: 'Ctrl',
  /** Name of the list of people to mention. */
  people: 'People',
  whom: 'Type a name.',
  found: (n: number) => (n === 1 ? '1 person found. Enter takes it.' : `${n} people found. Up and down to choose.`),
};

export type ToolStrings = typeof en;
