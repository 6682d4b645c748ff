import {
  wire
} from "./chunk-FCEIJVPZ.js";
import {
  diagnose,
  readIdToken,
  shownClaims,
  statementHolds
} from "./chunk-XTYKOFVZ.js";
import {
  describedIdentity
} from "./chunk-LTRYSC77.js";
import {
  trustText
} from "./chunk-4RDBEBYK.js";
import {
  EXCHANGE_BUDGET,
  withRetries
} from "./chunk-BOGQHJU3.js";
import {
  PROVIDERS,
  grantOf,
  readPolicyFile,
  readTrustPolicy,
  renderCondition,
  textOfFile
} from "./chunk-EAVRIK56.js";
import {
  grantTrust
} from "./chunk-27MWGYOG.js";
import "./chunk-UD2TXTDT.js";
import "./chunk-EBHRQLJY.js";
import "./chunk-SUAM67JL.js";
import "./chunk-SPD3I5TM.js";
import "./chunk-J675GY67.js";
import "./chunk-TUOUR3WF.js";
import {
  logLines
} from "./start.js";
import {
  textOf
} from "./start.js";
import {
  EXIT
} from "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import {
  ConfigError
} from "./start.js";
import "./start.js";

// packages/cli/src/doctor/compare.ts
function compare(against, statements, claims, audience) {
  const holding = statements.filter((statement) => statementHolds(statement, claims));
  const matches = holding.length > 0 && holding.every(({ effect }) => effect === "allow");
  const diagnosis = diagnose({ claims, refusal: { code: "", detail: "" }, audience, statements, permission: true });
  return { against, matches, diagnosis };
}

// packages/cli/src/doctor/role-description.ts
function readRoleDescription(text, file) {
  const { RoleName: name, PermissionsBoundary: boundary } = roleOf(text, file);
  if (typeof name !== "string") throw wrong(file);
  return {
    name,
    statements: readTrustPolicy(text, file),
    warnings: boundary === void 0 || boundary === null ? [uncapped(name)] : []
  };
}
function roleOf(text, file) {
  try {
    const value = JSON.parse(text);
    const role = value?.Role;
    if (typeof role === "object" && role !== null) return role;
  } catch {
  }
  throw wrong(file);
}
function uncapped(name) {
  return {
    message: `role \`${name}\` has no permissions boundary: a revoker that may write its inline policy could give it any permission`,
    help: `set it up with what \`leasehold trust aws\` prints; without a revoker role nobody writes to it, and its leases end by time only`
  };
}
function wrong(file) {
  return new ConfigError(`\`${file}\` is not the output of \`aws iam get-role\``, {
    code: "ERR_ROLE_DESCRIPTION",
    help: "write it with `aws iam get-role --role-name NAME > role.json`"
  });
}

// packages/cli/src/doctor/examine.ts
var DEFAULT_AUDIENCE = "sts.amazonaws.com";
async function examine(input, shell) {
  const grant = await grantNamed(input);
  const audience = textOf(input, "audience") ?? audienceOf(grant, shell) ?? DEFAULT_AUDIENCE;
  const trustPolicy = await trustPolicyNamed(input);
  const role = await roleNamed(input);
  const identity = await describedIdentity(input, Date.now()) ?? await ownIdentity(audience, input, shell);
  const { claims } = identity;
  const verdicts = [
    ...grant ? [compare(`grant \`${grant.id}\``, grantTrust(grant, identity.issuer), claims, audience)] : [],
    ...trustPolicy ? [withCorrection(compare(`trust policy \`${trustPolicy.path}\``, trustPolicy.statements, claims, audience), identity)] : [],
    ...role ? [withCorrection(compare(`role \`${role.name}\``, role.statements, claims, audience), identity)] : []
  ];
  if (textOf(input, "format") === "json") {
    const checks = verdicts.map(({ against, matches, diagnosis: { causes, mismatches, corrected } }) => ({
      against,
      matches,
      causes,
      mismatches,
      corrected
    }));
    shell.out.line(JSON.stringify({ claims: shownClaims(claims), checks, warnings: role?.warnings ?? [] }, null, 2));
  } else {
    printExamination(claims, verdicts, role, shell);
  }
  return verdicts.every(({ matches }) => matches) ? EXIT.clean : EXIT.denied;
}
function withCorrection(verdict, { issuer }) {
  const { corrected } = verdict.diagnosis;
  return corrected.length === 0 ? verdict : { ...verdict, correction: renderCondition(corrected, issuer) };
}
async function grantNamed(input) {
  const id = textOf(input, "grant");
  if (id === void 0) return void 0;
  const path = textOf(input, "file");
  return grantOf(await readPolicyFile(path), id, path);
}
function audienceOf(grant, shell) {
  const provider = PROVIDERS.find(({ id }) => id === grant?.provider);
  return grant && provider?.audience(provider.parse(grant.with, shell.env));
}
async function trustPolicyNamed(input) {
  const path = textOf(input, "trust-policy");
  if (path === void 0) return void 0;
  return { path, statements: readTrustPolicy(await textOfFile(path, "trust policy", "ERR_TRUST_POLICY_FILE"), path) };
}
async function roleNamed(input) {
  const path = textOf(input, "role-description");
  return path === void 0 ? void 0 : readRoleDescription(await textOfFile(path, "role description", "ERR_ROLE_DESCRIPTION"), path);
}
async function ownIdentity(audience, input, shell) {
  const { parts, ports, hasIdentity } = wire({ idTokenFile: textOf(input, "id-token-file"), ledgerFile: void 0 }, shell);
  if (!hasIdentity) {
    throw new ConfigError("this is no job of a CI platform, and none is described", {
      code: "ERR_USAGE",
      help: "give `--claims FILE` with the claims of a job, or `--id-token-file FILE`"
    });
  }
  const token = await withRetries("ID token", () => parts.platform.idToken(audience), EXCHANGE_BUDGET, ports);
  parts.platform.mask(token.reveal());
  return readIdToken(token);
}
function printExamination(claims, verdicts, role, { out }) {
  const shown = Object.entries(shownClaims(claims));
  const width = Math.max(0, ...shown.map(([name]) => name.length));
  out.line(logLines(["this job's claims:", ...shown.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`)]));
  for (const { against, matches, diagnosis, correction } of verdicts) {
    out.line(
      `${matches ? out.paint("green", "yes") : out.paint("red", "no ")} ${against} ${matches ? "lets this job in" : "does not let this job in"}`
    );
    if (!matches) out.line(trustText({ ...diagnosis, claims: {} }, correction));
  }
  for (const { message, help } of role?.warnings ?? [])
    out.line(`${out.paint("yellow", "warning:")} ${message}
  help: ${help}`);
}
export {
  examine
};
