/** A token for the `Authorization` header; nothing when the viewer is signed out. */
export type GetToken = () => string | null | undefined | Promise<string | null | undefined>;

/** A server, and who asks it. */
export interface Server {
  /** Absolute address of the GraphQL endpoint. */
  readonly endpoint: string;
  /** Called before each request. Without it, the browser's own credentials (cookie, proxy) say who asks. */
  readonly getToken?: GetToken | undefined;
  /** Called when the server has refused a token: `getToken` must not answer with it again. */
  readonly forgetToken?: (() => Promise<void>) | undefined;
  /** The last answers: when each came (`performance.now()`), and the place of the log of events that it shows. */
  readonly answered: [at: number, cursor: string | null][];
}
