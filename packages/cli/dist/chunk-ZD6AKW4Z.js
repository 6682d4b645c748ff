import {
  textOf
} from "./start.js";
import {
  EXIT
} from "./start.js";
import {
  placedRules,
  readyRules
} from "./lint.js";
import {
  scannerSource
} from "./lint.js";
import {
  suggest
} from "./start.js";
import {
  RULES
} from "./lint.js";
import {
  _realpathSync
} from "./start.js";
import {
  ConfigError
} from "./start.js";

// packages/cli/src/lint/show-rules.ts
async function showRules(input, { out }) {
  const id = input.positional[0];
  const json = textOf(input, "format") === "json";
  if (id !== void 0) {
    const known = await knownRule(id);
    if (json) out.line(JSON.stringify(ruleData(known), null, 2));
    else printRule(known, out);
    return EXIT.clean;
  }
  const rules = (await allRules()).toSorted((a, b) => a.rule.id < b.rule.id ? -1 : 1);
  if (json) out.line(JSON.stringify(rules.map(ruleData), null, 2));
  else {
    const width = Math.max(...rules.map(({ rule }) => rule.id.length));
    for (const { rule, file } of rules) {
      out.line(`${rule.id.padEnd(width)}  ${rule.title}${file === void 0 ? "" : `  (${file})`}`);
    }
  }
  return EXIT.clean;
}
async function allRules() {
  const source = scannerSource({ cwd: _realpathSync.native(process.cwd()) });
  await readyRules(source);
  return [...RULES.map((rule) => ({ rule })), ...placedRules(source).map(({ rule, at: { file } }) => ({ rule, file }))];
}
async function knownRule(id) {
  const rules = await allRules();
  const found = rules.find(({ rule }) => rule.id === id);
  if (found) return found;
  const near = suggest(
    id,
    rules.map(({ rule }) => rule.id)
  );
  throw new ConfigError(`there is no rule \`${id}\``, {
    code: "ERR_LINT_RULE_UNKNOWN",
    help: near ? `did you mean \`${near}\`?` : "`leasehold lint rules` lists them"
  });
}
function ruleData({ rule, file }) {
  const { id, title, description, severity, remedy, reference } = rule;
  return {
    id,
    title,
    description,
    severity,
    remedy,
    ...reference === void 0 ? {} : { reference },
    ...file === void 0 ? {} : { file }
  };
}
function printRule({ rule, file }, out) {
  const { id, title, description, severity, remedy, reference } = rule;
  out.line(`${out.paint("bold", id)}  ${title}`);
  out.line(`  ${description}`);
  out.line(`  severity: ${severity}`);
  out.line(`  to do: ${remedy.rotate}`);
  if (remedy.provider !== void 0) out.line(`  made needless by: the provider \`${remedy.provider}\` of Leasehold`);
  if (reference !== void 0) out.line(`  reference: ${reference}`);
  if (file !== void 0) out.line(`  custom rule of: ${file}`);
}

export {
  showRules,
  knownRule
};
