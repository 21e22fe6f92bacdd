/** Why what a sign-in gives as a user name is none, in words for whoever runs the server. */
export class BadUserName extends Error {
  override readonly name = 'BadUserName';
}

/** What programs write where they have no name. Each would be one employee, shared by all who have none. */
const placeholders = new Set(
  'null nil none undefined unknown anonymous anonymoususer nobody unauthenticated'.split(' '),
);

const longest = 200;

/** Letters of any script, digits, and what user names and mail addresses have between them; no list, DN or template. */
const userName = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}._+'’!#&~@-]| (?! ))*(?<! )$/u;

/** One mailbox, without a name beside it. */
const mailAddress = /^[^\s@,;:<>()[\]"\\|]+@[^\s@,;:<>()[\]"\\|]+$/;

/**
 * A user name as directory and handles have it, without the domain or realm that a sign-in puts beside it.
 *
 * @param domains - Those that are taken away: `CORP\jane`, `corp/jane` and `jane@CORP` are `jane` then.
 * @throws {BadUserName}
 */
export function readUserName(given: string, domains: readonly string[]): string {
  const name = withoutDomain(given, domains);
  if (name.length > longest) throw new BadUserName(`it has more than ${longest} characters`);
  if (isPlaceholder(name)) throw new BadUserName('it is what programs write where there is no name');
  if (!isPlainly(name))
    throw new BadUserName('it has letters that cannot be seen, or that stand for others (full-width, Kelvin sign …)');
  if (!userName.test(name) || name.split('@').length > 2 || name.endsWith('@'))
    throw new BadUserName('it is neither a user name nor one mail address');
  return name;
}

export function isPlaceholder(name: string): boolean {
  return placeholders.has(name.toLowerCase());
}

/** A mail address as it can be believed; null for anything else, such as several of them. */
export function readMailAddress(given: unknown): string | null {
  if (typeof given !== 'string') return null;
  const address = given.replace(/^ +| +$/g, '');
  return address.length <= longest && mailAddress.test(address) && isPlainly(address) ? address : null;
}

function withoutDomain(given: string, domains: readonly string[]): string {
  const isListed = (domain: string) => domains.some((one) => one.toLowerCase() === domain.toLowerCase());
  let name = given;
  const [, domain, rest] = /^([\p{L}\p{N}._-]+)[\\/](.+)$/u.exec(given) ?? [];
  if (domain && rest) {
    if (!isListed(domain)) throw new BadUserName(`the domain “${domain}” is not among those of PARVIS_LOGIN_DOMAINS`);
    name = rest;
  }
  const at = name.lastIndexOf('@');
  return at > 0 && isListed(name.slice(at + 1)) ? name.slice(0, at) : name;
}

/** Whether a text has but one reading: no letter of it is hidden, or the same as another one. */
function isPlainly(text: string): boolean {
  return (
    text.isWellFormed() && text === text.normalize('NFKC') && !/\p{Default_Ignorable_Code_Point}|\p{Cc}/u.test(text)
  );
}
