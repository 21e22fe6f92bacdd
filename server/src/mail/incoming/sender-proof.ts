import { domainOf, parseDomain } from '../mail-address.ts';
import { parseAuthenticationResults } from './authentication-results.ts';
import { dkimProves, type DnsResolver } from './dkim-proof.ts';
import { type HeaderField, firstValue } from './header-fields.ts';
import type { SenderProof } from './incoming-mail.ts';
import type { PlainSender } from './sender.ts';

/** What we believe about senders. */
export interface ProofOptions {
  /** The mail server whose checks are believed; null for none. */
  authservId: string | null;
  /** The domains whose signatures are checked here. */
  dkimDomains: readonly string[];
  resolver?: DnsResolver;
}

/** How it is proved that a mail comes from the address that it names. */
export async function proofOf(
  source: Buffer,
  fields: readonly HeaderField[],
  sender: PlainSender | null,
  options: ProofOptions,
): Promise<SenderProof | null> {
  if (!sender || sender.doubt !== null) return null;
  const domain = domainOf(sender.address);
  const said = headerSays(fields, domain, options.authservId);
  if (said === 'proved') return 'header';
  if (said === 'refuted') return null;
  return (await dkimProves(source, domain, options)) ? 'dkim' : null;
}

/**
 * Only the first field counts: mail servers write theirs above what the mail brought along.
 *
 * - `proved`: the server checked, and the result is about the domain of the sender.
 * - `refuted`: it checked, and the mail does not come from there.
 */
function headerSays(
  fields: readonly HeaderField[],
  domain: string,
  authservId: string | null,
): 'proved' | 'refuted' | 'nothing' {
  const value = firstValue(fields, 'authentication-results');
  const parsed = authservId === null || value === null ? null : parseAuthenticationResults(value);
  if (parsed?.authservId !== authservId?.toLowerCase() || !parsed) return 'nothing';
  const dmarc = parsed.results.filter(({ method }) => method === 'dmarc');
  if (dmarc.some(({ result }) => result === 'fail' || result === 'permerror')) return 'refuted';
  const proves = parsed.results.some(({ method, result, properties }) => {
    if (result !== 'pass') return false;
    const property = (name: string) => properties.get(name) ?? null;
    if (method === 'dmarc') return property('header.from') === domain;
    if (method === 'dkim') return speaksFor(property('header.d') ?? afterAt(property('header.i')), domain);
    return method === 'spf' && speaksFor(afterAt(property('smtp.mailfrom') ?? property('smtp.mail')), domain);
  });
  return proves ? 'proved' : 'nothing';
}

function afterAt(address: string | null): string | null {
  return address && address.slice(address.lastIndexOf('@') + 1);
}

/**
 * Whether a domain may speak for the one of a sender: the same, or one above it, whose owner made it. Not one below it,
 * which may be lent to a sender of newsletters: there, only DMARC of the company's mail server decides.
 */
export function speaksFor(speaker: string | null, domain: string): boolean {
  const parsed = speaker === null ? null : parseDomain(speaker);
  if (!parsed?.includes('.')) return false;
  return domain === parsed || domain.endsWith(`.${parsed}`);
}
