/** Conditions: CEL expressions, checked when the file is read and evaluated at every decision. */

import type { ASTNode } from '@marcbachmann/cel-js';
import { Environment } from '@marcbachmann/cel-js/evaluator';
import { propertiesIn } from './claims.ts';
import { type CelError, celFault } from './condition-fault.ts';
import { refuse } from './condition-rules.ts';
import { type Facts, factValues, VARIABLES } from './facts.ts';
import type { ConditionFault } from './problem.ts';

/** What an expression said: true, false, or why it could not say. */
export type Verdict = { readonly value: boolean } | { readonly error: string };

/** A checked expression. */
export interface Condition {
  readonly text: string;
  /** Evaluates; never throws. Time is bounded by the lengths of the expression and of the claims. */
  evaluate(facts: Facts): Verdict;
}

/** Compiles the expressions of one file. */
export type Compile = (text: string) => Condition | ConditionFault;

/** Fewer than any honest condition needs, and enough to keep hostile nesting from the stack. */
const LIMITS = { maxAstNodes: 1000, maxDepth: 40, maxListElements: 500, maxCallArguments: 4 } as const;

/**
 * Makes a compiler for the expressions of one file; the environment is built when the first of them is compiled.
 *
 * @param texts - all expressions, for the custom properties that they name
 */
export function conditionCompiler(texts: readonly string[]): Compile {
  const properties = [...new Set(texts.flatMap(propertiesIn))];
  let environment: Environment | undefined;
  return (text) => {
    environment ??= buildEnvironment(properties);
    return compile(environment, text, properties);
  };
}

function buildEnvironment(properties: readonly string[]): Environment {
  const job = { ...VARIABLES.job, ...Object.fromEntries(properties.map((claim) => [claim, 'string'])) };
  return new Environment({ limits: LIMITS })
    .registerVariable({ name: 'job', schema: job })
    .registerVariable({ name: 'grant', schema: VARIABLES.grant })
    .registerVariable({ name: 'request', schema: VARIABLES.request })
    .registerFunction('number(string): int', wholeNumber, { async: false });
}

/** Reads a claim as a number; unlike CEL's own `int`, which makes zero of an empty string, it fails on a claim that the token lacks. */
function wholeNumber(text: string): bigint {
  if (!/^\d{1,18}$/.test(text)) throw new Error(`\`${text.slice(0, 40)}\` is not a whole number`);
  return BigInt(text);
}

function compile(environment: Environment, text: string, properties: readonly string[]): Condition | ConditionFault {
  let program: ReturnType<Environment['parse']>;
  try {
    program = environment.parse(text);
  } catch (error) {
    return celFault(error as CelError, text);
  }
  const refused = refuse(program.ast);
  if (refused) return refused;
  const checked = program.check();
  if (!checked.valid) return celFault(checked.error as CelError, text);
  if (checked.type !== 'bool') {
    return {
      code: 'ERR_POLICY_CEL_TYPE',
      message: `the condition must be true or false, not ${checked.type}`,
      offset: (program.ast as ASTNode).start,
    };
  }
  return { text, evaluate: (facts) => evaluate(program, factValues(facts, properties)) };
}

function evaluate(program: ReturnType<Environment['parse']>, values: object): Verdict {
  try {
    const value: unknown = program(values);
    return typeof value === 'boolean' ? { value } : { error: 'the result is not true or false' };
  } catch (error) {
    return { error: sentence(error) };
  }
}

/** Why it failed, on one line: the library's own words without its drawing of the place. */
function sentence(error: unknown): string {
  const text = (error as Partial<CelError>).summary ?? (error as Error).message;
  return text.slice(0, 1).toLowerCase() + text.slice(1, 200).replaceAll(/\s+/g, ' ');
}
