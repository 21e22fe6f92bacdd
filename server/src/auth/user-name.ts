/** A sign-in's user name is invalid; the message is for administrators. */
export class BadUserName extends Error {
  override readonly name = 'BadUserName';
}

/** What programs send instead of a missing name. Each would become one entry, shared by all people without a name. */
const placeholders = new Set(
  'null nil none undefined unknown anonymous anonymoususer nobody unauthenticated'.split(' '),
);

const longest = 200;

/**
 * Letters of any script, digits, and the characters that user names and mail addresses contain; no list, DN or template.
 */
const userName = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}._+'’!#&~@-]| (?! ))*(?<! )$/u;

/** One mail address, without a display name. */
const mailAddress = /^[^\s@,;:<>()[\]"\\|]+@[^\s@,;:<>()[\]"\\|]+$/;

/**
 * A user name as the directory has it, without the domain or realm of the sign-in.
 *
 * @param domains - Those to remove: `CORP\jane`, `corp/jane` and `jane@CORP` become `jane`.
 * @throws {BadUserName}
 */
export function readUserName(given: string, domains: readonly string[]): string {
  const name = withoutDomain(given, domains);
  if (name.length > longest) throw new BadUserName(`it has more than ${longest} characters`);
  if (isPlaceholder(name)) throw new BadUserName('it is a placeholder for a missing name');
  if (!isPlainly(name))
    throw new BadUserName(
      'it has invisible characters, or characters that stand for others (full-width, Kelvin sign …)',
    );
  if (!userName.test(name) || name.split('@').length > 2 || name.endsWith('@'))
    throw new BadUserName('it is neither a user name nor one mail address');
  return name;
}

export function isPlaceholder(name: string): boolean {
  return placeholders.has(name.toLowerCase());
}

/** A valid mail address; null for anything else, such as a list of them. */
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

/** Whether a text can be read in only one way: it has no invisible characters, and none that stand for others. */
function isPlainly(text: string): boolean {
  return (
    text.isWellFormed() && text === text.normalize('NFKC') && !/\p{Default_Ignorable_Code_Point}|\p{Cc}/u.test(text)
  );
}
