import {
  diagnose
} from "./chunk-PWXW624F.js";
import {
  trustSummary,
  trustText
} from "./chunk-XXTGK5XT.js";
import "./chunk-GGBVD4R2.js";
import "./chunk-UD2TXTDT.js";
import {
  ConfigError
} from "./chunk-B2VIMS6I.js";
import {
  require_node_fs
} from "./chunk-BHDNSI5Y.js";
import {
  __toESM
} from "./chunk-TRTQSARU.js";

// actions/lease/src/explain.ts
var import_node_fs = __toESM(require_node_fs(), 1);
import { join } from "node:path";
async function explain(refusal, inputs, prepared, shell) {
  const { error, identity } = refusal;
  const { provider, options } = prepared.ask;
  const statements = identity && knownTrust(inputs, prepared, identity, shell);
  const event = await eventOf();
  const diagnosis = diagnose({
    ...identity ? { claims: identity.claims } : {},
    refusal: { code: error.code, detail: error.message },
    audience: provider.audience(options),
    ...statements ? { statements } : {},
    permission: shell.env.ACTIONS_ID_TOKEN_REQUEST_URL !== void 0,
    ...event ? { event } : {}
  });
  const correction = identity && diagnosis.corrected.length > 0 ? provider.trust.render(diagnosis.corrected, identity.issuer) : void 0;
  return { log: trustText(diagnosis, correction), summary: trustSummary(diagnosis, correction) };
}
function knownTrust(inputs, prepared, identity, shell) {
  if (inputs.trustPolicyFile === void 0) return prepared.trust?.(identity.issuer);
  return readTrust(inputs.trustPolicyFile, prepared.ask.provider, shell);
}
function readTrust(file, provider, shell) {
  let text;
  try {
    text = (0, import_node_fs.readFileSync)(join(shell.env.GITHUB_WORKSPACE ?? ".", file), "utf8");
  } catch (cause) {
    throw new ConfigError(`the trust policy file \`${file}\` cannot be read`, {
      code: "ERR_TRUST_FILE",
      help: "check the path given as `trust-policy-file`, and that the repository is checked out before this step",
      cause
    });
  }
  return provider.trust.read(text, file);
}
async function eventOf() {
  const { context } = await import("./chunk-3KSX7PFO.js");
  const pull = context.payload.pull_request;
  if (!context.eventName) return void 0;
  const head = pull?.head?.repo?.full_name;
  const base = context.payload.repository?.full_name;
  return { name: context.eventName, fork: pull !== void 0 && head !== base };
}
export {
  explain
};
