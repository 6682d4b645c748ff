import {
  knownRule
} from "./chunk-MTBGGNY4.js";
import {
  MERGE_LINE,
  mergesAsUnion
} from "./lint.js";
import {
  textOf
} from "./start.js";
import {
  EXIT
} from "./start.js";
import "./lint.js";
import {
  addToAllowFile,
  allowFileOf,
  parseAllowList,
  printAllowList,
  readAllowFile
} from "./lint.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./lint.js";
import "./start.js";
import {
  _dirname
} from "./start.js";
import "./start.js";
import "./lint.js";
import "./start.js";
import {
  _realpathSync
} from "./start.js";
import {
  ConfigError
} from "./start.js";
import "./start.js";

// packages/cli/src/lint/add-allow-entry.ts
async function addAllowEntry(input, { out, err }) {
  const entry = await entryOf(input);
  const file = allowFileOf(_realpathSync.native(process.cwd()));
  const known = readAllowFile(file);
  const [line = ""] = printAllowList([entry]).split("\n");
  if (printAllowList(known).split("\n").includes(line)) out.line(`${out.paint("green", "there already")} in ${file}`);
  else {
    addToAllowFile(file, [entry]);
    out.line(`${out.paint("green", "added")} to ${file}: ${line}`);
    if (!mergesAsUnion(_dirname(_dirname(file)))) {
      err.line(`to let two branches add entries without a conflict, add \`${MERGE_LINE}\` to .gitattributes`);
    }
  }
  return EXIT.clean;
}
async function entryOf(input) {
  const optional = ["path", "owner", "expires"].flatMap((name) => {
    const value = textOf(input, name);
    return value === void 0 ? [] : [[name, value]];
  });
  const entry = {
    rule: (await knownRule(textOf(input, "rule") ?? "")).rule.id,
    hash: input.positional[0] ?? "",
    reason: textOf(input, "reason") ?? "",
    ...Object.fromEntries(optional)
  };
  const problem = problemOf(entry);
  if (problem === void 0) return entry;
  throw new ConfigError(problem.message.replace("`hash`", "the fingerprint"), {
    code: "ERR_USAGE",
    ...problem.help === void 0 ? {} : { help: problem.help }
  });
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
export {
  addAllowEntry
};
