/** Reads the XML answers of AWS and of servers that speak like it, such as Ceph. */

import { XmlElement as ParsedElement, parseXml } from '@rgrove/parse-xml';

/** An element of an answer; a path that leads nowhere reads as absent, never as an error. */
export interface XmlElement {
  /** The text at a path of element names, or undefined when there is none. */
  text(...path: readonly string[]): string | undefined;
  /** Every element at a path, so that `list('PolicyNames', 'member')` has one entry a member. */
  list(...path: readonly string[]): readonly XmlElement[];
}

/** What went wrong, in the server's words. */
export interface AwsFault {
  /** Such as `AccessDenied`. */
  readonly code: string;
  /** Empty when the server does not explain itself. */
  readonly message: string;
}

/**
 * Reads an answer.
 *
 * @param body - the whole body
 * @param root - name of the outermost element, such as `GetRoleResponse`
 * @returns the outermost element, or undefined when the body is cut off, is not XML (a proxy's HTML page), or has another root
 * @example readXml(body, 'GetRoleResponse')?.text('GetRoleResult', 'Role', 'RoleId')
 */
export function readXml(body: string, root: string): XmlElement | undefined {
  const found = parse(body);
  return found?.name === root ? element([found]) : undefined;
}

/**
 * Reads an error: `<ErrorResponse><Error>` of STS and IAM, `<Error>` of S3 and Ceph, `<Response><Errors><Error>` of EC2.
 *
 * @returns undefined when the body is no such error
 */
export function readFault(body: string): AwsFault | undefined {
  // Ceph may begin an answer before it fails, and then sends two documents in one body: the last one is the error.
  const found = parse(body.slice(Math.max(0, body.lastIndexOf('<?xml'))));
  if (found === undefined) return undefined;
  const path = FAULTS.get(found.name);
  if (path === undefined) return undefined;
  const fault = element([found]);
  const code = fault.text(...path, 'Code');
  return code ? { code, message: fault.text(...path, 'Message') ?? '' } : undefined;
}

/** The outermost element of an error, and the path from it to the code. */
const FAULTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ErrorResponse', ['Error']],
  ['Error', []],
  ['Response', ['Errors', 'Error']],
]);

/** The parser refuses what is not well-formed: a truncated list of policies must not read as a short one. */
function parse(body: string): ParsedElement | undefined {
  try {
    return parseXml(body.trim()).root ?? undefined;
  } catch {
    return undefined;
  }
}

function element(found: readonly ParsedElement[]): XmlElement {
  return {
    text: (...path) => find(found, path)[0]?.text,
    list: (...path) => find(found, path).map((each) => element([each])),
  };
}

function find(from: readonly ParsedElement[], path: readonly string[]): readonly ParsedElement[] {
  return path.reduce((found, name) => found.flatMap((each) => childrenNamed(each, name)), from);
}

function childrenNamed({ children }: ParsedElement, name: string): readonly ParsedElement[] {
  return children.filter((child): child is ParsedElement => child instanceof ParsedElement && child.name === name);
}
