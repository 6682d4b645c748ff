/** A session policy as its author wrote it, checked before AWS sees it. */

import { ConfigError, suggest } from '@leasehold/core';
import { actionFault, resourceFault } from './action.ts';
import { jsonFault } from './json-fault.ts';

/** One statement of a policy, as it will be sent. */
export type PolicyStatement = Readonly<Record<string, unknown>>;

const VERSION = '2012-10-17';
const DOCUMENT_KEYS = ['Version', 'Id', 'Statement'];
const STATEMENT_KEYS = ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];

/**
 * Reads the statements of `session-policy`.
 *
 * @param raw - JSON text, or the same as data
 * @throws ConfigError `ERR_AWS_SESSION_POLICY` with the line and column, or the statement, that is wrong
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readSessionPolicy(raw: unknown): readonly PolicyStatement[] {
  const document = typeof raw === 'string' ? readJson(raw) : raw;
  if (!isRecord(document))
    throw wrong('`session-policy` is not a policy', `write \`{"Version": "${VERSION}", "Statement": [...]}\``);
  knownKeys(document, DOCUMENT_KEYS, '`session-policy`');
  if (document.Version !== VERSION) {
    throw wrong(
      document.Version === undefined
        ? '`session-policy` has no `Version`'
        : `\`session-policy\` has the version \`${String(document.Version)}\``,
      `write \`"Version": "${VERSION}"\``,
    );
  }
  const statements = Array.isArray(document.Statement) ? document.Statement : [document.Statement];
  if (document.Statement === undefined || statements.length === 0) {
    throw wrong('`session-policy` has no `Statement`', 'a policy without statements allows nothing');
  }
  return statements.map((statement: unknown, index) => readStatement(statement, `statement ${index + 1} of \`session-policy\``));
}

function readJson(text: string): unknown {
  const fault = jsonFault(text);
  if (!fault) return JSON.parse(text);
  throw wrong(
    `\`session-policy\` is not JSON: line ${fault.line}, column ${fault.column}: expected ${fault.expected}`,
    'JSON has double quotes, no comments, and no comma after the last entry',
  );
}

function readStatement(statement: unknown, where: string): PolicyStatement {
  if (!isRecord(statement)) throw wrong(`${where} is not an object`, 'a statement has `Effect`, `Action` and `Resource`');
  for (const key of ['Principal', 'NotPrincipal']) {
    if (key in statement)
      throw wrong(`${where} has \`${key}\``, 'take it out: a session policy is always about the session itself');
  }
  knownKeys(statement, STATEMENT_KEYS, where);
  const effect = statement.Effect;
  if (effect !== 'Allow' && effect !== 'Deny') {
    throw wrong(
      effect === undefined ? `${where} has no \`Effect\`` : `${where} has the effect \`${String(effect)}\``,
      'write `Allow` or `Deny`',
    );
  }
  if (statement.Sid !== undefined && !/^[0-9A-Za-z]*$/.test(String(statement.Sid))) {
    throw wrong(`${where} has the name \`${String(statement.Sid)}\``, '`Sid` takes letters and digits only');
  }
  for (const action of oneOf(statement, 'Action', where)) {
    const fault = action === '*' ? undefined : actionFault(action);
    if (fault) throw wrong(`${where}: ${fault.message}`, fault.help);
  }
  for (const resource of oneOf(statement, 'Resource', where)) {
    const fault = resourceFault(resource);
    if (fault) throw wrong(`${where}: ${fault.message}`, fault.help);
  }
  const condition = statement.Condition;
  if (condition !== undefined && !(isRecord(condition) && Object.values(condition).every(isRecord))) {
    throw wrong(`${where} has a \`Condition\` that is not one`, 'write `"Condition": {"StringEquals": {"key": "value"}}`');
  }
  return statement;
}

/** The values of `Action` or `NotAction`, of which there must be exactly one. */
function oneOf(statement: Readonly<Record<string, unknown>>, name: string, where: string): readonly string[] {
  const value = statement[name];
  const other = statement[`Not${name}`];
  if (value !== undefined && other !== undefined)
    throw wrong(`${where} has both \`${name}\` and \`Not${name}\``, 'take one of them out');
  const list = [value ?? other].flat();
  if (value === undefined && other === undefined) throw wrong(`${where} has no \`${name}\``, `add \`${name}\``);
  if (list.length > 0 && list.every((word): word is string => typeof word === 'string')) return list;
  throw wrong(`${where} has no text in \`${name}\``, `\`${name}\` is one text or a list of them`);
}

function knownKeys(value: Readonly<Record<string, unknown>>, known: readonly string[], where: string): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const meant = suggest(key, known);
    throw wrong(
      `${where} has the unknown key \`${key}\``,
      meant ? `did you mean \`${meant}\`?` : `the keys are ${known.map((each) => `\`${each}\``).join(', ')}`,
    );
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(message: string, help: string): ConfigError {
  return new ConfigError(message, { code: 'ERR_AWS_SESSION_POLICY', help });
}
