import {
  problemsText
} from "./chunk-4RDBEBYK.js";
import "./chunk-UD2TXTDT.js";
import "./chunk-SPD3I5TM.js";
import "./start.js";
import {
  checkRules
} from "./lint.js";
import {
  textOf
} from "./start.js";
import {
  EXIT
} from "./start.js";
import "./lint.js";
import "./lint.js";
import "./lint.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import {
  RULES_FOLDER,
  scannerSource
} from "./lint.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./lint.js";
import "./start.js";
import {
  _realpathSync
} from "./start.js";
import "./start.js";
import "./start.js";

// packages/cli/src/rules/print-checked-rules.ts
var EXAMPLE = "ERR_RULES_EXAMPLE";
async function printCheckedRules(input, shell) {
  const cwd = _realpathSync.native(process.cwd());
  const paths = input.positional.filter((path) => path !== void 0);
  const sources = paths.length === 0 ? [scannerSource({ cwd })] : paths.map((rules) => scannerSource({ cwd, rules }));
  const parts = await Promise.all(sources.map(checkRules));
  const checked = { rules: parts.flatMap(({ rules }) => rules), problems: parts.flatMap(({ problems }) => problems) };
  if (textOf(input, "format") === "json") {
    shell.out.line(JSON.stringify({ valid: checked.problems.length === 0, ...checked }, null, 2));
  } else print(checked, shell);
  if (checked.problems.length === 0) return EXIT.clean;
  return checked.problems.every(({ code }) => code === EXAMPLE) ? EXIT.denied : EXIT.usage;
}
function print({ rules, problems }, { out, err }) {
  if (problems.length > 0) {
    err.line(problemsText(problems));
    return;
  }
  if (rules.length === 0) out.line(`there are no custom rules in ${RULES_FOLDER}`);
  for (const rule of rules) printRule(rule, out);
}
function printRule({ id, title, file, line, positive, negative }, out) {
  const examples = `${positive} ${positive === 1 ? "example" : "examples"} found, ${negative} passed over`;
  out.line(`${out.paint("green", "ok")} ${file}:${line}  ${id}  ${title}: ${examples}`);
}
export {
  printCheckedRules
};
