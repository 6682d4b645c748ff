import {
  MERGE_LINE,
  mergesAsUnion
} from "./lint.js";
import {
  isExpired,
  parseAllowList,
  printAllowList
} from "./lint.js";
import {
  ConfigError
} from "./start.js";

// packages/cli/src/lint/usable-entry.ts
function usableEntry(entry) {
  const problem = problemOf(entry) ?? pastOf(entry);
  if (problem === void 0) return entry;
  throw new ConfigError(problem.message.replace("`hash`", "the fingerprint"), {
    code: "ERR_USAGE",
    ...problem.help === void 0 ? {} : { help: problem.help }
  });
}
function pastOf(entry) {
  if (!isExpired(entry, Date.now())) return void 0;
  return { message: "`expires` is a day that is over", help: "name the last day on which it is allowed" };
}
function problemOf(entry) {
  try {
    parseAllowList(printAllowList([entry]), "command line");
    return void 0;
  } catch (error) {
    if (error instanceof ConfigError && error.problems[0]) return error.problems[0];
    throw error;
  }
}
function suggestUnion(top, err) {
  if (mergesAsUnion(top)) return;
  err.line(`to let two branches add entries without a conflict, add \`${MERGE_LINE}\` to .gitattributes`);
}

export {
  usableEntry,
  suggestUnion
};
