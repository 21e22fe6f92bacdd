/** Why a pass counts as none, for the developers of the page. */
export const passFaults = {
  TOO_LONG: 'The pass is longer than 8 KB: name fewer pages.',
  MALFORMED: 'The pass is no signed JSON web token in the compact form, of three parts with dots between them.',
  WRONG_TYPE: 'The header of the pass has no typ of “parvis-pass+jwt”. A token of a sign-in is no pass.',
  WRONG_ALGORITHM: 'The pass is not signed with HS256, HS384 or HS512.',
  CRITICAL_HEADER: 'The header of the pass has a crit, which the server does not support.',
  UNKNOWN_KEY: 'The iss of the pass is not the name of a key in PARVIS_PASS_KEYS.',
  BAD_SIGNATURE: 'The pass is not signed with the secret that PARVIS_PASS_KEYS has for its iss.',
  OTHER_AUDIENCE: 'The aud of the pass is not this server: it must be what PARVIS_PASS_AUDIENCE says.',
  BAD_TIMES: 'The pass needs an iat and a later exp, both numbers of seconds since 1970.',
  NOT_YET_VALID:
    'The iat or nbf of the pass is more than 60 seconds ahead: check the clock of the server that signs it.',
  EXPIRED:
    'The pass has expired. Sign one for each view of a page, and give getPass to configureParvis for long views.',
  LASTS_TOO_LONG: 'The pass is valid for more than 12 hours: its exp may be at most 12 hours after its iat.',
  BAD_SUBJECT: 'The sub of the pass must be the user name of the person, a text of 1 to 255 characters.',
  BAD_PAGES: 'The pages of the pass must be a list of 1 to 100 page keys: addresses with their origin, or plain names.',
  TOO_MANY_PAGES: 'The pass names more than 100 pages.',
  RELATIVE_PAGE: 'A page of the pass begins with “/”: write the whole address, with https:// and the host.',
  BAD_MAY: 'The may of the pass must be “read” or “write”.',
} as const;

export type PassFault = keyof typeof passFaults;

/** Why a pass that is in order grants nothing. */
export const grantFaults = {
  SIGNED_OUT: 'Nobody is signed in: a pass is worth something together with the sign-in of its person alone.',
  OTHER_PERSON:
    'The pass is of another person than the one who is signed in. If a cache keeps the page, it must not keep the pass with it.',
  UNKNOWN_PAGE: 'The pass names a page that this server does not take: see PARVIS_ORIGINS.',
  OTHER_PAGES: 'The pass names a page for which its key may not sign: see the patterns of PARVIS_PASS_KEYS.',
} as const;

export type GrantFault = keyof typeof grantFaults;
