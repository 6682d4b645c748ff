import {
  addToAllowFile,
  allowFileOf,
  parseAllowList,
  printAllowList,
  readAllowFile
} from "./chunk-M6MMKUTC.js";
import "./chunk-GQMAHGBV.js";
import "./chunk-4JRZUI5T.js";
import {
  require_node_fs
} from "./chunk-VBYCCROS.js";
import {
  knownRule
} from "./chunk-TN6ARWLY.js";
import {
  textOf
} from "./chunk-5QMPNAPT.js";
import {
  EXIT
} from "./chunk-IPZOGJIP.js";
import "./chunk-6WJX4YXA.js";
import "./chunk-UG7343YP.js";
import "./chunk-6DOLMXF5.js";
import "./chunk-GGBVD4R2.js";
import {
  ConfigError
} from "./chunk-UWWLZZC2.js";
import {
  __toESM
} from "./chunk-CZ7CSFO4.js";

// packages/cli/src/lint/add-allow-entry.ts
var import_node_fs = __toESM(require_node_fs(), 1);
function addAllowEntry(input, { out }) {
  const entry = entryOf(input);
  const file = allowFileOf(import_node_fs.realpathSync.native(process.cwd()));
  const known = readAllowFile(file);
  const [line = ""] = printAllowList([entry]).split("\n");
  if (printAllowList(known).split("\n").includes(line)) out.line(`${out.paint("green", "there already")} in ${file}`);
  else {
    addToAllowFile(file, [entry]);
    out.line(`${out.paint("green", "added")} to ${file}: ${line}`);
  }
  return EXIT.clean;
}
function entryOf(input) {
  const optional = ["path", "owner", "expires"].flatMap((name) => {
    const value = textOf(input, name);
    return value === void 0 ? [] : [[name, value]];
  });
  const entry = {
    rule: knownRule(textOf(input, "rule") ?? "").id,
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
