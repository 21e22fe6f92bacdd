import { type HttpAnswer, privateHeaders } from './exchange.ts';

/** The same answer, for this reader alone, whatever made it. */
export function privateAnswer(answer: HttpAnswer): HttpAnswer {
  Object.assign(answer.headers, privateHeaders);
  return answer;
}
