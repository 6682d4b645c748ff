/** Counts the steps of every regular expression that runs meanwhile. */

import { patternTree } from './pattern-tree.ts';
import { type Attempt, stepMatcher } from './test-steps.ts';

/** Runs the work, and tells how many steps its regular expressions took; those over Unicode are counted by the length of their text. */
export function stepsOf(work: () => void): number {
  const exec = RegExp.prototype.exec;
  const matchers = new Map<string, (text: string, from?: number) => Attempt>();
  let steps = 0;

  function count(pattern: RegExp, text: string): void {
    if (pattern.unicode || pattern.unicodeSets || pattern.multiline) {
      steps += text.length;
      return;
    }
    const key = `${pattern.flags}/${pattern.source}`;
    const matcher = matchers.get(key) ?? stepMatcher(patternTree(pattern));
    matchers.set(key, matcher);
    for (let at = pattern.global || pattern.sticky ? pattern.lastIndex : 0; at <= text.length; at++) {
      const { length, steps: taken } = matcher(text, at);
      steps += taken;
      if (pattern.sticky || length !== undefined) return;
    }
  }

  RegExp.prototype.exec = function counted(text: string): RegExpExecArray | null {
    // What the counting itself needs is not counted.
    RegExp.prototype.exec = exec;
    try {
      count(this, String(text));
    } finally {
      RegExp.prototype.exec = counted;
    }
    return exec.call(this, text);
  };
  try {
    work();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return steps;
}
