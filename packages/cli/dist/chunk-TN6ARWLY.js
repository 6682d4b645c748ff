import {
  textOf
} from "./chunk-5QMPNAPT.js";
import {
  EXIT
} from "./chunk-IPZOGJIP.js";
import {
  RULES,
  ruleById
} from "./chunk-6WJX4YXA.js";
import {
  suggest
} from "./chunk-6DOLMXF5.js";
import {
  ConfigError
} from "./chunk-UWWLZZC2.js";

// packages/cli/src/lint/show-rules.ts
function showRules(input, { out }) {
  const id = input.positional[0];
  const json = textOf(input, "format") === "json";
  if (id !== void 0) {
    const rule = knownRule(id);
    if (json) out.line(JSON.stringify(ruleData(rule), null, 2));
    else printRule(rule, out);
    return EXIT.clean;
  }
  const rules = [...RULES].sort((a, b) => a.id < b.id ? -1 : 1);
  if (json) out.line(JSON.stringify(rules.map(ruleData), null, 2));
  else {
    const width = Math.max(...rules.map((rule) => rule.id.length));
    for (const rule of rules) out.line(`${rule.id.padEnd(width)}  ${rule.title}`);
  }
  return EXIT.clean;
}
function knownRule(id) {
  const rule = ruleById(id);
  if (rule) return rule;
  const near = suggest(
    id,
    RULES.map((known) => known.id)
  );
  throw new ConfigError(`there is no rule \`${id}\``, {
    code: "ERR_LINT_RULE_UNKNOWN",
    help: near ? `did you mean \`${near}\`?` : "`leasehold lint rules` lists them"
  });
}
function ruleData({ id, title, description, severity, remedy, reference }) {
  return { id, title, description, severity, remedy, ...reference === void 0 ? {} : { reference } };
}
function printRule({ id, title, description, severity, remedy, reference }, out) {
  out.line(`${out.paint("bold", id)}  ${title}`);
  out.line(`  ${description}`);
  out.line(`  severity: ${severity}`);
  out.line(`  to do: ${remedy.rotate}`);
  if (remedy.provider !== void 0) out.line(`  made needless by: the provider \`${remedy.provider}\` of Leasehold`);
  if (reference !== void 0) out.line(`  reference: ${reference}`);
}

export {
  showRules,
  knownRule
};
