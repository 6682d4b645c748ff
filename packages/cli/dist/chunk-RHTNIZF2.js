import {
  SET_UP_OPTIONS,
  SUBJECT_CLAIMS,
  inlineValues,
  optionOfClaim
} from "./chunk-M3ZFJDXX.js";
import {
  aws,
  awsTrust,
  grantOf,
  readPolicyFile,
  trustCloudFormation,
  trustJson,
  trustTerraform
} from "./chunk-EAVRIK56.js";
import {
  grantTrust,
  grantTtl
} from "./chunk-27MWGYOG.js";
import "./chunk-UD2TXTDT.js";
import "./chunk-EBHRQLJY.js";
import "./chunk-SUAM67JL.js";
import {
  parseDuration
} from "./chunk-SPD3I5TM.js";
import "./chunk-J675GY67.js";
import {
  listOf,
  textOf
} from "./start.js";
import {
  EXIT
} from "./start.js";
import {
  isGlob
} from "./start.js";
import "./start.js";
import {
  ConfigError
} from "./start.js";
import "./start.js";

// packages/cli/src/trust/print-trust.ts
var RENDERERS = { json: trustJson, terraform: trustTerraform, cloudformation: trustCloudFormation };
var INLINE_GRANT = "inline";
async function printTrust(input, shell) {
  const id = input.positional[0];
  const wanted = id === void 0 ? inlineGrant(input, shell) : await policyGrant(id, input, shell);
  const trust = awsTrust({ ...wanted, form: textOf(input, "form") === "inline" ? "inline" : "boundary" });
  const render = RENDERERS[textOf(input, "format")];
  shell.out.line(render(trust).trimEnd());
  const label = shell.err.paint("yellow", "note:");
  for (const { statement, message } of trust.notEnforced) shell.err.line(`${label} ${statement}: ${message}`);
  for (const note of trust.notes) shell.err.line(`${label} ${note}`);
  return EXIT.clean;
}
async function policyGrant(id, input, shell) {
  const inline = [
    ...Object.keys(inlineValues(input, SET_UP_OPTIONS)),
    ...SUBJECT_CLAIMS.map(optionOfClaim).filter((name) => listOf(input, name).length > 0)
  ];
  if (inline.length > 0) {
    throw new ConfigError(`the grant \`${id}\` cannot be combined with ${inline.map((name) => `\`--${name}\``).join(", ")}`, {
      code: "ERR_USAGE",
      help: "change the grant in the policy file, or leave it out and give everything inline"
    });
  }
  const path = textOf(input, "file");
  const grant = grantOf(await readPolicyFile(path), id, path);
  if (grant.provider !== aws.id) {
    throw new ConfigError(`the grant \`${id}\` is of the provider \`${grant.provider}\``, {
      code: "ERR_USAGE",
      help: "name a grant of the provider `aws`"
    });
  }
  const options = aws.parse(grant.with, shell.env);
  return { grant: id, options, statements: grantTrust(grant, issuerOf(input)), maxTtl: grantTtl(grant).max };
}
function inlineGrant(input, shell) {
  const options = aws.parse(inlineValues(input, SET_UP_OPTIONS), shell.env);
  return {
    grant: INLINE_GRANT,
    options,
    statements: [inlineSubject(input)],
    maxTtl: parseDuration(textOf(input, "ttl"))
  };
}
function inlineSubject(input) {
  const conditions = SUBJECT_CLAIMS.flatMap((claim) => {
    const source = `--${optionOfClaim(claim)}`;
    const values = listOf(input, optionOfClaim(claim));
    return values.length === 0 ? [] : [{ claim, operator: values.some(isGlob) ? "like" : "equals", negated: false, values, source }];
  });
  return { id: INLINE_GRANT, effect: "allow", issuers: [issuerOf(input)], conditions };
}
function issuerOf(input) {
  return textOf(input, "issuer").replace(/^https:\/\//, "");
}
export {
  printTrust
};
