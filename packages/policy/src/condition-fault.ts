/** What the expression library says is wrong, in the words of a policy's author. */

import { suggest } from '@leasehold/core';
import type { ASTNode } from '@marcbachmann/cel-js';
import { CLAIMS, suggestClaim } from './claims.ts';
import { VARIABLES } from './facts.ts';
import { type ConditionFault, didYouMean } from './problem.ts';

/** What the library throws. */
export interface CelError {
  readonly code: string;
  readonly summary: string;
  readonly node?: unknown;
  readonly range?: { readonly start: number };
}

/** Turns an error of the parser or of the type checker into a fault with its place. */
export function celFault(error: CelError, text: string): ConditionFault {
  const offset = error.range?.start ?? 0;
  const dashed = dashedClaim(text);
  if (error.code === 'no_such_key') {
    const node = error.node as ASTNode;
    const [owner, name] = [ownerOf(node), /No such key: (.*)/.exec(error.summary)?.[1] ?? ''];
    const message = `\`${owner}\` has no \`${name}\``;
    return { code: 'ERR_POLICY_CEL_NAME', message, help: dashed ?? fieldHelp(owner, name), offset };
  }
  if (error.code === 'unknown_variable') {
    const name = /: (.*)/.exec(error.summary)?.[1] ?? '';
    return { code: 'ERR_POLICY_CEL_NAME', message: `unknown name \`${name}\``, help: dashed ?? nameHelp(name), offset };
  }
  if (error.node !== undefined && (error.node as Partial<ASTNode>).op !== undefined) {
    return { code: 'ERR_POLICY_CEL_TYPE', message: typeMessage(error), help: typeHelp(error.summary), offset };
  }
  return { code: 'ERR_POLICY_CEL_SYNTAX', message: syntaxMessage(error), help: syntaxHelp(text, offset), offset };
}

/** `job.repository-id` is a subtraction to CEL; whoever writes it means the claim. */
function dashedClaim(text: string): string | undefined {
  for (const [, key = ''] of text.matchAll(/\bjob\.([a-z]+(?:-[a-z]+)+)/g)) {
    const definition = CLAIMS.find((known) => known.key === key);
    if (definition) return `in a condition claims are written with \`_\`: \`job.${definition.field}\``;
  }
  return undefined;
}

function ownerOf(node: ASTNode): string {
  const owner = node.op === '.' || node.op === '[]' ? node.args[0] : undefined;
  return owner?.op === 'id' ? owner.args : 'the value';
}

function fieldHelp(owner: string, name: string): string | undefined {
  if (owner === 'job') {
    const field = suggestClaim(name, 'field');
    return field === undefined ? 'the claims of a job are listed in docs/reference/policy.md' : `did you mean \`job.${field}\`?`;
  }
  const fields = Object.hasOwn(VARIABLES, owner) ? Object.keys(VARIABLES[owner as keyof typeof VARIABLES]) : undefined;
  return fields && didYouMean(suggest(name, fields), fields);
}

function nameHelp(name: string): string {
  const field = CLAIMS.find((known) => known.field === name || known.claim === name)?.field;
  if (field !== undefined) return `did you mean \`job.${field}\`?`;
  const names = Object.keys(VARIABLES);
  return didYouMean(suggest(name, names), names);
}

function typeMessage({ summary }: CelError): string {
  const plain = summary.replaceAll('google.protobuf.Duration', 'duration').replaceAll(/\$(?=[a-z])/g, '');
  const overload = /^no such overload: (.*)$/.exec(plain)?.[1] ?? /^found no matching overload for '(.*)'$/.exec(plain)?.[1];
  return overload === undefined ? sentence(plain) : `\`${overload}\` is not defined`;
}

function typeHelp(summary: string): string | undefined {
  if (/Duration .* int|int .*Duration/.test(summary)) return 'compare with a duration: `request.ttl <= duration("10m")`';
  if (/string (?:==|!=) (?:int|bool)|(?:int|bool) (?:==|!=) string/.test(summary))
    return 'claims are text: put the value in quotes';
  if (/string (?:<|>)=? int|int (?:<|>)=? string/.test(summary)) return 'claims are text: convert with `number(job.run_attempt)`';
  return undefined;
}

function syntaxMessage({ code, summary }: CelError): string {
  if (code === 'limit_exceeded') return 'the condition is too large';
  if (summary.endsWith('EOF')) return 'the condition ends too early';
  return sentence(summary);
}

function syntaxHelp(text: string, offset: number): string | undefined {
  const rest = text.slice(offset);
  if (rest.startsWith('=')) return 'compare with `==`';
  if (/^(?:&|and\b)/.test(rest)) return 'write `&&`';
  if (/^(?:\||or\b)/.test(rest)) return 'write `||`';
  if (/^(?:not\b)/.test(rest) || /\bnot\s+$/.test(text.slice(0, offset))) return 'write `!`';
  return undefined;
}

function sentence(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1).replaceAll("'", '`').replaceAll(/\s+/g, ' ');
}
