/** What becomes of a tab. */
export interface Candidate {
  lead(): void;
  /** Another tab leads now. */
  follow(): void;
}

/** Makes one of several tabs their leader, and another one when it goes. */
export interface Election {
  /** How often to make sure that there is a leader, in ms. One that has not answered by the next time is none. */
  readonly timeout: number;
  /** The leader does not answer: this tab takes its place. */
  takeOver(): void;
  disconnect(): void;
}
