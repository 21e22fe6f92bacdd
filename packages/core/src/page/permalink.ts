/** The comment or post that an address of the page leads to. */
export interface Target {
  readonly comment?: string;
  readonly post?: string;
}

// "Comment:" and "Post:" in base64: pages may have parameters of these names themselves. The first one counts.
const TARGET = /[#?&](comment|post)[-=]((?:Q29t|UG9z)[\w-]+)/;

/** What the page's address leads to: by `#comment-…` or, where the hash is a route, `?comment=…`; and the same for posts. */
export function linkedTarget(): Target {
  const [, kind, id] = TARGET.exec(location.href) ?? [];
  return kind ? { [kind]: id } : {};
}

/** The address of a comment or post on a page. Absolute, because `<base>` would send `#comment-…` to another page. */
export function permalink(kind: keyof Target, id: string, address = location.href): string {
  const [page, hash = ''] = address.split(/#(.*)/s) as [string, string?];
  if (!/^!?\//.test(hash)) return `${page}#${kind}-${id}`;
  return `${page.replace(/\?|$/, (mark) => `?${kind}=${id}${mark && '&'}`)}#${hash}`;
}
