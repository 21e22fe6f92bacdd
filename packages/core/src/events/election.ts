/** What becomes of a tab. */
export interface Candidate {
  lead(): void;
  /** Another tab leads now. */
  follow(): void;
}

/** Makes one of several tabs their leader, and another one when it goes. */
export interface Election {
  /** The leader does not answer: this tab takes its place. */
  takeOver(): void;
  leave(): void;
}
