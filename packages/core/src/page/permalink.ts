/** The comment or post that the page's address links to. */
export interface Target {
  readonly comment?: string;
  readonly post?: string;
}

// "Comment:" and "Post:" in base64, because pages may use parameters of these names themselves. The first match counts.
const TARGET = /[#?&](comment|post)[-=]((?:Q29t|UG9z)[\w-]+)/;

/** The target of the page's address: `#comment-…` or, where the hash is a route, `?comment=…`; the same for posts. */
export function linkedTarget(): Target {
  const [, kind, id] = TARGET.exec(location.href) ?? [];
  return kind ? { [kind]: id } : {};
}

/** The address of a comment or post on a page. Absolute, because `<base>` would make `#comment-…` lead to another page. */
export function permalink(kind: keyof Target, id: string, address = location.href): string {
  const [page, hash = ''] = address.split(/#(.*)/s) as [string, string?];
  if (!/^!?\//.test(hash)) return `${page}#${kind}-${id}`;
  return `${page.replace(/\?|$/, (mark) => `?${kind}=${id}${mark && '&'}`)}#${hash}`;
}
