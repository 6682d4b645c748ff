import {
  suggestUnion,
  usableEntry
} from "./chunk-I3BL373I.js";
import {
  knownRule
} from "./chunk-ZD6AKW4Z.js";
import "./lint.js";
import {
  textOf
} from "./start.js";
import {
  EXIT
} from "./start.js";
import "./lint.js";
import "./lint.js";
import {
  addToAllowFile,
  allowFileOf,
  printAllowList,
  readAllowFile
} from "./lint.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./lint.js";
import {
  _dirname
} from "./start.js";
import "./start.js";
import "./start.js";
import "./lint.js";
import "./start.js";
import {
  _realpathSync
} from "./start.js";
import "./start.js";
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
    suggestUnion(_dirname(_dirname(file)), err);
  }
  return EXIT.clean;
}
async function entryOf(input) {
  const optional = ["path", "owner", "expires"].flatMap((name) => {
    const value = textOf(input, name);
    return value === void 0 ? [] : [[name, value]];
  });
  return usableEntry({
    rule: (await knownRule(textOf(input, "rule") ?? "")).rule.id,
    hash: input.positional[0] ?? "",
    reason: textOf(input, "reason") ?? "",
    ...Object.fromEntries(optional)
  });
}
export {
  addAllowEntry
};
