import { ZodError } from 'zod';
import { UnworkableJob } from './job.ts';

/** What may be kept and logged of an error: messages of libraries and databases repeat what people wrote. */
export function failureOf(error: unknown): string {
  if (error instanceof UnworkableJob) return error.message;
  if (!(error instanceof Error)) return `a ${typeof error} was thrown`;
  const { code } = error as Error & { code?: unknown };
  return typeof code === 'string' ? `${error.name} (${code})` : error.name;
}

/** Where it was thrown, without its message. */
export function framesOf(error: unknown): string[] {
  if (!(error instanceof Error) || !error.stack) return [];
  const { message, stack } = error;
  const frames = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return frames.map((line) => line.trim()).filter((line) => line.startsWith('at '));
}

/** The payload of a job, checked. @throws {UnworkableJob} */
export function parsedPayload<Payload>(text: string, parse: (payload: unknown) => Payload): Payload {
  try {
    return parse(JSON.parse(text));
  } catch (error) {
    throw new UnworkableJob(`This version cannot read the payload: ${complaint(error)}`);
  }
}

function complaint(error: unknown): string {
  // Its message has a piece of the text.
  if (error instanceof SyntaxError) return 'it is not JSON';
  if (error instanceof ZodError)
    return error.issues.map(({ path, message }) => `${path.join('.') || 'payload'}: ${message}`).join('; ');
  return error instanceof Error ? error.message : String(error);
}
