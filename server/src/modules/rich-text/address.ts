// Control characters hide what an address is from people and from filters; format characters turn its letters around.
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** A web address as browsers will read it, or null where it is none, or one made to deceive. */
export function webAddress(text: string): string | null {
  if (invisible.test(text) || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  // https://intranet.example@elsewhere.example leads elsewhere.
  return url.username || url.password ? null : url.href;
}

/** The address of a link in a text: http, https or mailto, null for anything else. */
export function linkAddress(text: string): string | null {
  return webAddress(text) ?? mailAddress(text);
}

function mailAddress(text: string): string | null {
  return !invisible.test(text) && /^mailto:[^@\s?]+@[^@\s?]+/i.test(text) && URL.canParse(text)
    ? new URL(text).href
    : null;
}
