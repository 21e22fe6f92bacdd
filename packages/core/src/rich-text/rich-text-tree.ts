/** Inline content: a string is plain text. */
export type Inline =
  | string
  | { t: 'em' | 'strong' | 'del'; c: Inline[] }
  | { t: 'icode'; v: string }
  | { t: 'a'; href: string; c: Inline[] }
  | { t: 'br' }
  | { t: 'mention'; handle: string; name: string; kind?: 'CONTRACTOR' | 'GUEST' | 'SERVICE' }
  | { t: 'tag'; v: string };

/** A paragraph, quote, list or block of code, as the server parsed it. */
export type Block =
  | { t: 'p'; c: Inline[] }
  | { t: 'quote'; c: Block[] }
  | { t: 'list'; ordered: boolean; start?: number; c: { t: 'item'; c: Block[] }[] }
  | { t: 'code'; v: string; lang?: string };
