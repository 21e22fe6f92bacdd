import { boolean, integer, listOf, network, oneOf, setting, text, webAddress } from './platform/settings-table.ts';

/** Who may come in, and how they say who they are. */
export const signInSettings = {
  auth: setting('PARVIS_AUTH', {
    takes: listOf(oneOf('demo', 'proxy', 'jwt', 'anonymous'), 'ways to sign in'),
    default: 'anonymous',
    description: 'How to find out who is asking; the first way that knows the person wins.',
  }),
  anonymous: setting('PARVIS_ANONYMOUS', {
    takes: oneOf('none', 'read'),
    default: 'none',
    description:
      'What those who are not signed in see: nothing, or what every employee may read. Needs `anonymous` in PARVIS_AUTH.',
  }),
  provision: setting('PARVIS_PROVISION', {
    takes: boolean,
    default: 'true',
    description: 'Whether somebody who signs in by `proxy` or `jwt` and is not in the directory yet is added to it.',
  }),
  loginDomains: setting('PARVIS_LOGIN_DOMAINS', {
    takes: listOf(['a domain such as CORP, or a realm', text.regex(/^[\p{L}\p{N}._-]+$/u)], 'domains'),
    default: '',
    description:
      'The domains and realms that are taken away from user names: `CORP\\jane`, `corp/jane` and `jane@CORP` are `jane` then. With any other domain in front, people are refused.',
  }),
  signInUrl: setting('PARVIS_SIGN_IN_URL', {
    takes: webAddress,
    description: 'Where somebody who is signed out can sign in. Widgets show it as a link.',
  }),
  proxyHeader: setting('PARVIS_PROXY_HEADER', {
    takes: ['the name of an HTTP header', text.regex(/^[\w-]+$/).toLowerCase()],
    default: 'X-Remote-User',
    description: 'The header in which the sign-in proxy gives the handle or e-mail address of the person.',
  }),
  proxyNameHeader: setting('PARVIS_PROXY_NAME_HEADER', {
    takes: ['the name of an HTTP header', text.regex(/^[\w-]+$/).toLowerCase()],
    description:
      'The header in which the sign-in proxy gives the name of the person, as UTF-8 or percent-encoded. Used when they are added to the directory. Name one only if your proxy always sets or clears it. Without it, no name is taken.',
  }),
  proxyEmailHeader: setting('PARVIS_PROXY_EMAIL_HEADER', {
    takes: ['the name of an HTTP header', text.regex(/^[\w-]+$/).toLowerCase()],
    description:
      'The header in which the sign-in proxy gives the e-mail address of the person, which it has proved. Name one only if your proxy always sets or clears it. Without it, no address is taken.',
  }),
  trustedProxies: setting('PARVIS_TRUSTED_PROXIES', {
    takes: listOf(network, 'addresses'),
    default: '',
    description:
      'The addresses of your proxies. The headers of sign-in are taken from these alone, and so is `X-Forwarded-For`, by which limits tell apart the addresses of those who are signed out.',
  }),
  jwtIssuer: setting('PARVIS_JWT_ISSUER', {
    takes: ['the `iss` of tokens', text],
    description: 'The issuer that a token must name.',
  }),
  jwtAudience: setting('PARVIS_JWT_AUDIENCE', {
    takes: ['the `aud` of tokens', text],
    description: 'The audience that a token must name.',
  }),
  jwtJwksUrl: setting('PARVIS_JWT_JWKS_URL', {
    takes: webAddress,
    description: 'Where the public keys of the issuer are (JWKS).',
  }),
  jwtSecret: setting('PARVIS_JWT_SECRET', {
    takes: ['a secret of at least 32 characters', text.min(32)],
    secret: true,
    description:
      'The secret shared with the issuer, for tokens signed by HMAC (HS256, HS384, HS512). Instead of PARVIS_JWT_JWKS_URL.',
  }),
  jwtHandleClaim: setting('PARVIS_JWT_HANDLE_CLAIM', {
    takes: ['the name of a claim', text],
    default: 'preferred_username',
    description:
      'The claim that holds the handle or login name. `sub` is taken where there is neither this nor an e-mail address.',
  }),
  jwtEmailClaim: setting('PARVIS_JWT_EMAIL_CLAIM', {
    takes: ['the name of a claim', text],
    default: 'email',
    description: 'The claim that holds the e-mail address.',
  }),
  jwtEmailTrusted: setting('PARVIS_JWT_EMAIL_TRUSTED', {
    takes: boolean,
    default: 'false',
    description:
      'Whether the issuer has proved the e-mail addresses in its tokens. If so, people are found by them, except where `email_verified` is not true. If not, nobody is.',
  }),
  jwtNameClaim: setting('PARVIS_JWT_NAME_CLAIM', {
    takes: ['the name of a claim', text],
    default: 'name',
    description: 'The claim that holds the name of the person, used when they are added to the directory.',
  }),
  jwtClockTolerance: setting('PARVIS_JWT_CLOCK_TOLERANCE', {
    takes: integer(0, 600, 'seconds'),
    default: '60',
    description: 'How far the clock of the issuer may differ from the clock of this server, in seconds.',
  }),
};
