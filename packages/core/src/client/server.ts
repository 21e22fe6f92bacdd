/** A token for the `Authorization` header; nothing when the viewer is signed out. */
export type GetToken = () => string | null | undefined | Promise<string | null | undefined>;

/** A page pass for the page of a key, signed by the page's own server; nothing where that lets the reader in no further. */
export type GetPass = (page: string) => string | null | undefined | Promise<string | null | undefined>;

/** What the page's server says of its reader's rights. */
export interface PassSource {
  /** Adds it to operations, each as JSON. */
  addTo(operations: string[]): Promise<string[]>;
  /** Says in the console what is wrong with it, by the answers. */
  explain(answers: readonly { extensions?: unknown }[]): void;
}

/** A server, and how requests to it identify the viewer. */
export interface Server {
  /** Absolute address of the GraphQL endpoint. */
  readonly endpoint: string;
  /** Called before each request. Without it, the browser's own credentials (cookie, proxy) identify the viewer. */
  readonly getToken?: GetToken | undefined;
  /** Called when the server has rejected a token: `getToken` must not return it again. */
  readonly forgetToken?: (() => Promise<void>) | undefined;
  /** What the page's server says of its reader's rights; undefined where it says nothing. */
  readonly passes?: Promise<PassSource> | undefined;
  /** The last responses: when each came (`performance.now()`), and the cursor of the event log that it reflects. */
  readonly answered: [at: number, cursor: string | null][];
}
