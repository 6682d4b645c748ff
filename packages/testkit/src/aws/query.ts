/** The query protocol of STS and IAM: parameters in, XML out. */

import type { Authorise, Question } from './authorise.ts';
import { AwsFailure } from './failure.ts';
import type { Session } from './world.ts';
import { type XmlValue, xmlDocument } from './xml.ts';

/** Who asks, and from where. */
export interface Caller {
  readonly session: Session;
  /** Answers by throwing when this caller may not do it. */
  authorise(question: Pick<Question, 'action' | 'resource' | 'shown' | 'context'>): Promise<void>;
}

/** One action of a service: the content of its `…Result` element, nothing for actions that answer none. */
export type QueryAction = (parameters: URLSearchParams, caller: Caller) => Promise<XmlValue | undefined>;

/** Binds a session to the question of each action. */
export function newCaller(session: Session, authorise: Authorise, from: Pick<Question, 'sourceIp' | 'userAgent'>): Caller {
  return { session, authorise: (question) => authorise(session, { ...question, ...from }) };
}

/** The body of a success. */
export function queryAnswer(action: string, namespace: string, requestId: string, result: XmlValue | undefined): string {
  return xmlDocument(`${action}Response`, namespace, {
    [`${action}Result`]: result,
    ResponseMetadata: { RequestId: requestId },
  });
}

/** The body of a refusal. */
export function queryError(namespace: string, requestId: string, failure: AwsFailure): string {
  return xmlDocument('ErrorResponse', namespace, {
    Error: { Type: failure.status < 500 ? 'Sender' : 'Receiver', Code: failure.code, Message: failure.message },
    RequestId: requestId,
  });
}

/**
 * Reads a parameter that must be there.
 *
 * @throws AwsFailure `ValidationError`
 */
export function required(parameters: URLSearchParams, name: string): string {
  const value = parameters.get(name);
  if (value !== null && value !== '') return value;
  const member = name.charAt(0).toLowerCase() + name.slice(1);
  throw new AwsFailure(
    400,
    'ValidationError',
    `1 validation error detected: Value ${value === null ? 'null' : "''"} at '${member}' failed to satisfy constraint: Member must not be null`,
  );
}
