import { resolveTxt } from 'node:dns/promises';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { inTime } from '../../platform/in-time.ts';

/** Asks the DNS, as mailauth does: name and type, answers as lists of strings. */
export type DnsResolver = (name: string, type: string) => Promise<string[][]>;

/** In milliseconds. */
const dnsTimeout = 10_000;

/**
 * Whether the mail has a signature of the domain of its sender that covers all of it. The DNS is asked about domains of the
 * list only: what others put into mails makes us ask nothing.
 */
export async function dkimProves(
  source: Buffer,
  domain: string,
  { dkimDomains, resolver = askForText }: { dkimDomains: readonly string[]; resolver?: DnsResolver },
): Promise<boolean> {
  const speakers = dkimDomains.filter((listed) => domain === listed || domain.endsWith(`.${listed}`));
  if (speakers.length === 0) return false;
  const guarded: DnsResolver = (name, type) => {
    const isOurs = type === 'TXT' && speakers.some((speaker) => name.endsWith(`._domainkey.${speaker}`));
    if (!isOurs) return Promise.reject(Object.assign(new Error('Not asked for.'), { code: 'ENOTFOUND' }));
    return resolver(name, type);
  };
  const verified = await inTime(dnsTimeout, () => dkimVerify(source, { resolver: guarded, strict: true }));
  return (verified?.results ?? []).some(({ status, signingDomain, signatureTimeValid, canonBodyLengthLimited }) => {
    const isWhole = canonBodyLengthLimited !== true && !status.underSized;
    const isSerious = status.testing !== true && signatureTimeValid !== false;
    return status.result === 'pass' && isWhole && isSerious && speakers.includes((signingDomain ?? '').toLowerCase());
  });
}

async function askForText(name: string): Promise<string[][]> {
  return resolveTxt(name);
}
