import {
  onlyExpires
} from "./chunk-AEIJFMNJ.js";
import {
  ConfigError,
  InternalError,
  LeaseholdError,
  Secret,
  UpstreamError,
  formatDuration,
  retryAfter
} from "./chunk-5CWWJ6Z7.js";
import "./chunk-CZ7CSFO4.js";

// imported:node:os
var builtin = process.getBuiltinModule("node:os");
var pick = (name2) => builtin[name2];
var _EOL = /* @__PURE__ */ pick("EOL");

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + _EOL);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first2 = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first2) {
              first2 = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// rare:node:crypto
var randomUUID = (...args) => process.getBuiltinModule("node:crypto").randomUUID(...args);

// imported:node:fs
var builtin2 = process.getBuiltinModule("node:fs");
var pick2 = (name2) => builtin2[name2];
var _appendFileSync = /* @__PURE__ */ pick2("appendFileSync");
var _chmodSync = /* @__PURE__ */ pick2("chmodSync");
var _closeSync = /* @__PURE__ */ pick2("closeSync");
var _existsSync = /* @__PURE__ */ pick2("existsSync");
var _lstatSync = /* @__PURE__ */ pick2("lstatSync");
var _mkdirSync = /* @__PURE__ */ pick2("mkdirSync");
var _openSync = /* @__PURE__ */ pick2("openSync");
var _readdirSync = /* @__PURE__ */ pick2("readdirSync");
var _readFileSync = /* @__PURE__ */ pick2("readFileSync");
var _renameSync = /* @__PURE__ */ pick2("renameSync");
var _rmSync = /* @__PURE__ */ pick2("rmSync");
var _writeFileSync = /* @__PURE__ */ pick2("writeFileSync");
var _constants = /* @__PURE__ */ pick2("constants");

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!_existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  _appendFileSync(filePath, `${toCommandValue(message)}${_EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${_EOL}${convertedValue}${_EOL}${delimiter}`;
}

// imported:node:path
var builtin3 = process.getBuiltinModule("node:path");
var pick3 = (name2) => builtin3[name2];
var _join = /* @__PURE__ */ pick3("join");
var _dirname = /* @__PURE__ */ pick3("dirname");

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function exportVariable(name2, val) {
  const convertedVal = toCommandValue(val);
  process.env[name2] = convertedVal;
  const filePath = process.env["GITHUB_ENV"] || "";
  if (filePath) {
    return issueFileCommand("ENV", prepareKeyValueMessage(name2, val));
  }
  issueCommand("set-env", { name: name2 }, convertedVal);
}
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function getInput(name2, options) {
  const val = process.env[`INPUT_${name2.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val) {
    throw new Error(`Input required and not supplied: ${name2}`);
  }
  if (options && options.trimWhitespace === false) {
    return val;
  }
  return val.trim();
}
function setOutput(name2, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name2, value));
  }
  process.stdout.write(_EOL);
  issueCommand("set-output", { name: name2 }, toCommandValue(value));
}
function setFailed(message) {
  process.exitCode = ExitCode.Failure;
  error(message);
}
function debug(message) {
  issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function saveState(name2, value) {
  const filePath = process.env["GITHUB_STATE"] || "";
  if (filePath) {
    return issueFileCommand("STATE", prepareKeyValueMessage(name2, value));
  }
  issueCommand("save-state", { name: name2 }, toCommandValue(value));
}
function getState(name2) {
  return process.env[`STATE_${name2}`] || "";
}

// packages/core/src/ending.ts
var ENDING_KINDS = ["revoked", "denied", "ungranted", "expires"];

// packages/core/src/grant.ts
var ACCESS_LEVELS = ["read", "write", "admin"];

// packages/core/src/lease.ts
var DELIVERIES = ["env", "file", "output"];

// packages/core/src/ledger.ts
var LEDGER_EVENTS = ["requested", "denied", "issued", "delivered", "revoked", "verified", "failed", "restored"];

// packages/lease/src/events.ts
function ledgerEvent(event, known, run, at, detail = {}) {
  const { subject, ending, expiresAt } = known;
  return {
    version: 1,
    time: new Date(at).toISOString(),
    event,
    lease: known.leaseId,
    provider: known.provider,
    target: subject.target,
    ...given({
      grant: subject.grant,
      purpose: subject.purpose,
      owner: subject.owner,
      access: subject.access,
      reason: subject.reason
    }),
    breakGlass: subject.breakGlass,
    run,
    identity: subject.identity,
    ...given({
      name: known.name,
      expires: expiresAt === void 0 ? void 0 : new Date(expiresAt).toISOString(),
      ending: ending?.kind,
      timeBoxed: ending?.timeBoxed,
      credential: known.credential,
      delivery: known.delivery
    }),
    ...detail
  };
}
function given(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== void 0));
}

// packages/lease/src/mint.ts
async function mintToken(audience2, parts) {
  const token = await parts.platform.idToken(audience2);
  parts.platform.mask(token.reveal());
  const identity = parts.readIdToken(token);
  return { token, identity, issuedAt: identity.issuedAt, expiresAt: identity.expiresAt };
}

// packages/lease/src/environment.ts
function unlayer(layer, current, others) {
  const restore2 = {};
  const rebased = /* @__PURE__ */ new Map();
  const foreign = [];
  for (const [name2, value] of Object.entries(layer.set)) {
    const before = layer.previous[name2] ?? null;
    const above = lowestAbove(layer, name2, others);
    if (above) {
      const base = rebased.get(above.id) ?? above.layer;
      rebased.set(above.id, { ...base, previous: { ...base.previous, [name2]: before } });
    } else if (current(name2) === value) {
      restore2[name2] = before ?? void 0;
    } else {
      foreign.push(name2);
    }
  }
  return { restore: restore2, rebased, foreign };
}
function lowestAbove(layer, name2, others) {
  const above = [...others].filter(([, other]) => other.at > layer.at && Object.hasOwn(other.set, name2));
  const [lowest] = above.sort(([, a], [, b]) => a.at - b.at);
  return lowest && lowest[1].previous[name2] === layer.set[name2] ? { id: lowest[0], layer: lowest[1] } : void 0;
}
var LAYER_FILE = "environment.json";
function printLayer(layer) {
  return JSON.stringify(layer);
}
function parseLayer(text4) {
  if (text4 === void 0) return void 0;
  try {
    const layer = JSON.parse(text4);
    return typeof layer.at === "number" && layer.set && layer.previous ? layer : void 0;
  } catch {
    return void 0;
  }
}

// packages/lease/src/layers.ts
async function otherLayers(leaseId, platform) {
  const layers = /* @__PURE__ */ new Map();
  for (const id of await platform.folders()) {
    const layer = id === leaseId ? void 0 : parseLayer(
      await platform.folder(id).read(LAYER_FILE).catch(() => void 0)
    );
    if (layer) layers.set(id, layer);
  }
  return layers;
}

// packages/lease/src/record.ts
var STATE_KEY = "lease";
function parseRecord(text4) {
  try {
    const record2 = JSON.parse(text4);
    if (record2.version === 1 && typeof record2.leaseId === "string" && typeof record2.expiresAt === "number") return record2;
  } catch {
  }
  throw new InternalError("the state that main saved for the post step cannot be read", {
    code: "ERR_STATE",
    help: "the lease lives until its time box or expiry; its name starts with `lh-` and carries the run and the attempt"
  });
}

// packages/lease/src/publish.ts
var CREDENTIAL_FILE = "credential.json";

// packages/lease/src/release.ts
var END_BUDGET_MS = 5e4;
var LAST_WORD_MS = 3e3;
async function release(record2, provider, parts, ports) {
  const { platform } = parts;
  const folder = platform.folder(record2.leaseId);
  const corrected = { ...ports, clock: issuersClock(ports.clock, record2.skewMs) };
  const note = (event, detail, known = record2) => platform.record(parts.ledgerLine(ledgerEvent(event, known, platform.run, corrected.clock.now(), detail)));
  const ended = await end(record2, provider, await credentialOf(folder), parts, corrected);
  const about = { verified: ended.verified, detail: ended.detail, ...ended.code ? { code: ended.code } : {} };
  let put;
  try {
    if (ended.outcome === "failed") await note("failed", about, { ...record2, expiresAt: ended.liveUntil ?? record2.expiresAt });
    else if (ended.outcome !== "expires") await note("revoked", about);
    if (ended.verified) await note("verified", about);
  } finally {
    put = await restore(record2, parts).finally(() => folder.remove());
  }
  const { restored, foreign } = put;
  const names = restored.length === 0 ? "no variable had to be restored" : `restored ${restored.join(", ")}`;
  const ledger = await note("restored", { detail: ended.outcome === "expires" ? `${ended.detail}; ${names}` : names });
  return { ended, restored, foreign, ledger };
}
async function credentialOf(folder) {
  const kept = await folder.read(CREDENTIAL_FILE).catch(() => void 0);
  return kept === void 0 ? void 0 : new Secret(kept);
}
async function end(record2, provider, credential, parts, ports) {
  const deadline2 = ports.clock.now() + END_BUDGET_MS;
  const order = {
    handle: record2.handle,
    credential,
    expiresAt: record2.expiresAt,
    audience: record2.audience,
    mint: (audience2) => mintToken(audience2, parts),
    deadline: deadline2
  };
  const over = new AbortController();
  const late = ports.clock.sleep(END_BUDGET_MS + LAST_WORD_MS, over.signal).then(() => broken(record2, "the ending did not finish in time", "ERR_END_BUDGET"));
  try {
    return await Promise.race([provider.end(order, ports), late]);
  } catch (error2) {
    if (error2 instanceof LeaseholdError) return broken(record2, error2.message, error2.code, error2.help);
    return broken(record2, `the ending broke off: ${error2 instanceof Error ? error2.name : "unknown failure"}`, "ERR_INTERNAL");
  } finally {
    over.abort();
  }
}
function broken(record2, detail, code2, help) {
  return {
    outcome: "failed",
    kind: record2.ending.kind,
    verified: false,
    detail,
    liveUntil: record2.expiresAt,
    code: code2,
    ...help ? { help } : {}
  };
}
async function restore(record2, parts) {
  const { platform } = parts;
  const layer = parseLayer(await platform.folder(record2.leaseId).read(LAYER_FILE));
  if (!layer) return { restored: [], foreign: [] };
  const others = await otherLayers(record2.leaseId, platform);
  const { restore: back, rebased, foreign } = unlayer(layer, (name2) => platform.variable(name2), others);
  for (const [id, changed] of rebased) await platform.folder(id).write(LAYER_FILE, printLayer(changed));
  for (const [name2, value] of Object.entries(back)) platform.exportVariable(name2, value);
  return { restored: Object.keys(back), foreign };
}
function issuersClock(clock, skewMs) {
  return { now: () => clock.now() - skewMs, sleep: (ms, signal) => clock.sleep(ms, signal) };
}

// node_modules/jose/dist/webapi/lib/buffer_utils.js
var encoder = new TextEncoder();
var decoder = new TextDecoder();
var strictDecoder = new TextDecoder("utf-8", { fatal: true });
var UINT32_RANGE = 2 ** 32;
function decodeBase64(encoded, url = false) {
  if (Uint8Array.fromBase64)
    return Uint8Array.fromBase64(encoded, { alphabet: url ? "base64url" : "base64" });
  if (url) {
    if (encoded.includes("+") || encoded.includes("/"))
      throw new TypeError("Invalid base64url");
    encoded = encoded.replace(/-/g, "+").replace(/_/g, "/");
  }
  const binary = atob(encoded), bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++)
    bytes[i] = binary.charCodeAt(i);
  return bytes;
}

// node_modules/jose/dist/webapi/util/base64url.js
var invalid = "The input to be decoded is not correctly encoded.";
function decode(input) {
  try {
    return decodeBase64(typeof input == "string" ? input : decoder.decode(input), true);
  } catch (cause) {
    throw new TypeError(invalid, { cause });
  }
}

// node_modules/jose/dist/webapi/util/errors.js
var JOSEError = class extends Error {
  static code = "ERR_JOSE_GENERIC";
  code = "ERR_JOSE_GENERIC";
  constructor(message, options) {
    super(message, options), this.name = this.constructor.name, Error.captureStackTrace?.(this, this.constructor);
  }
};
var JWTInvalid = class extends JOSEError {
  static code = "ERR_JWT_INVALID";
  code = "ERR_JWT_INVALID";
};

// node_modules/jose/dist/webapi/lib/validate.js
function isObject(input) {
  if (typeof input != "object" || input === null || Object.prototype.toString.call(input) !== "[object Object]")
    return false;
  const prototype = Object.getPrototypeOf(input);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

// node_modules/jose/dist/webapi/util/decode_jwt.js
function decodeJwt(jwt) {
  if (typeof jwt != "string")
    throw new JWTInvalid("JWTs must use Compact JWS serialization, JWT must be a string");
  const { 1: encodedPayload, length } = jwt.split(".");
  if (length === 5)
    throw new JWTInvalid("Only JWTs using Compact JWS serialization can be decoded");
  if (length !== 3)
    throw new JWTInvalid("Invalid JWT");
  if (!encodedPayload)
    throw new JWTInvalid("JWTs must contain a payload");
  let claimsSetBytes;
  try {
    claimsSetBytes = decode(encodedPayload);
  } catch (cause) {
    throw new JWTInvalid("Failed to base64url decode the payload", { cause });
  }
  let claimsSet;
  try {
    claimsSet = JSON.parse(strictDecoder.decode(claimsSetBytes));
  } catch (cause) {
    throw new JWTInvalid("Failed to parse the decoded payload as JSON", { cause });
  }
  if (!isObject(claimsSet))
    throw new JWTInvalid("Invalid JWT Claims Set");
  return claimsSet;
}

// packages/oidc/src/read-id-token.ts
function readIdToken(token) {
  const claims = decode2(token);
  if (claims === void 0) throw malformed("what the platform gave as an ID token is not a signed JWT");
  return {
    issuer: text(claims, "iss"),
    subject: text(claims, "sub"),
    audience: audience(claims),
    issuedAt: seconds(claims, "iat"),
    expiresAt: seconds(claims, "exp"),
    claims
  };
}
function decode2(token) {
  try {
    return decodeJwt(token.reveal());
  } catch {
    return void 0;
  }
}
function text(claims, name2) {
  const value = claims[name2];
  if (typeof value === "string" && value !== "") return value;
  throw malformed(`the ID token has no \`${name2}\``);
}
function seconds(claims, name2) {
  const value = claims[name2];
  if (typeof value === "number" && Number.isFinite(value) && value > 0) return Math.floor(value);
  throw malformed(`the ID token has no \`${name2}\``);
}
function audience(claims) {
  const value = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
  const names = value.filter((name2) => typeof name2 === "string" && name2 !== "");
  if (names.length > 0 && names.length === value.length) return names;
  throw malformed("the ID token has no `aud`");
}
function malformed(message) {
  return new UpstreamError(message, {
    code: "ERR_ID_TOKEN_MALFORMED",
    help: "check what answers at `ACTIONS_ID_TOKEN_REQUEST_URL`: it must be the token endpoint of the CI platform, not a proxy or a login page",
    retryable: false
  });
}

// packages/providers/src/aws/aws-ending.ts
var awsEnding = {
  id: "aws",
  end: async (order, ports) => {
    if (order.handle.revokerRole === void 0) return onlyExpires(order, ports.clock.now());
    const { endAws } = await import("./chunk-JBS5KNKD.js");
    return endAws(order, ports);
  }
};

// packages/providers/src/catalogue.ts
var ENDINGS = [awsEnding];

// packages/report/src/plain.ts
var UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;
function oneLine(text4) {
  return text4.replaceAll(UNPRINTABLE, " ").trim();
}
function logLines(lines) {
  return lines.map((line) => guarded(line)).join("\n");
}
function guarded(line) {
  const indent = /^ */.exec(line)?.[0] ?? "";
  return indent + oneLine(line).replace(/^::/, ": :").replaceAll(/##(?=\[|vso\[)/g, "# #");
}

// packages/report/src/markdown.ts
var MEANINGFUL = /[&<>`|\\*_~[\]#@:$]/g;
var UNSAFE_IN_CODE = /[`|\\<>&]/;
function text2(words) {
  return oneLine(words).replaceAll(MEANINGFUL, entity);
}
function code(words) {
  const line = oneLine(words);
  if (line === "") return "<code> </code>";
  return UNSAFE_IN_CODE.test(line) ? `<code>${text2(line)}</code>` : `\`${line}\``;
}
function sentence(words) {
  return oneLine(words).split("`").map(
    (part, index, parts) => index % 2 === 0 ? plainText(part) : index + 1 === parts.length ? plainText(`\`${part}`) : code(part)
  ).join("");
}
function plainText(words) {
  return words.replaceAll(/[&<>`|\\*_~[\]#@$]|:(?=\/\/)/g, entity);
}
function entity(character) {
  return `&#${character.charCodeAt(0)};`;
}
function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
function blocks(...parts) {
  return `${parts.filter((part) => part !== "").join("\n\n")}
`;
}

// packages/report/src/instant.ts
function formatInstant(ms) {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? "an unknown time" : `${date.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
function formatUntil(ms, now) {
  const seconds2 = Math.round((ms - now) / 1e3);
  return `${formatInstant(ms)} (${seconds2 < 0 ? `${formatDuration(-seconds2)} ago` : `in ${formatDuration(seconds2)}`})`;
}

// packages/report/src/lease.ts
function title({ subject }) {
  return code(subject.grant ?? subject.target);
}
function name({ subject }) {
  return subject.grant === void 0 ? subject.target : `${subject.grant} (${subject.target})`;
}
function breakGlassAlert({ subject }) {
  if (!subject.breakGlass) return "";
  return `> [!CAUTION]
> **BREAK-GLASS**: an emergency grant was used. Reason: ${subject.reason ? text2(subject.reason) : "none given"}`;
}
function breakGlassLine({ subject }) {
  return `BREAK-GLASS: an emergency grant was used; reason: ${subject.reason ?? "none given"}`;
}

// packages/report/src/end.ts
function endSummary(record2, ended, names, now) {
  const live = liveLine(record2, ended, now);
  const rows = [
    ["Outcome", `**${outcome(ended)}**`],
    ["Detail", sentence(ended.detail)],
    ...live === void 0 ? [] : [["May still work until", live]],
    ...ended.help === void 0 ? [] : [["Next step", sentence(ended.help)]],
    ...ended.code === void 0 ? [] : [["Code", code(ended.code)]],
    ...names.restored.length === 0 ? [] : [["Restored", names.restored.map(code).join(", ")]],
    ...names.foreign.length === 0 ? [] : [["Left alone, changed by others", names.foreign.map(code).join(", ")]]
  ];
  return blocks(
    `### End of ${title(record2)}`,
    breakGlassAlert(record2),
    ended.outcome === "failed" ? `> [!CAUTION]
> **The lease did not end as promised.**${live === void 0 ? "" : ` The credential may still work until ${live}.`}` : "",
    table(["Lease", code(record2.leaseId)], rows)
  );
}
function endText(record2, ended, names, now) {
  const live = liveLine(record2, ended, now);
  return logLines([
    ...record2.subject.breakGlass ? [breakGlassLine(record2)] : [],
    `${outcome(ended)}: ${name(record2)}, lease ${record2.leaseId}${live === void 0 ? "" : `; the credential may still work until ${live}`}`,
    `  ${ended.detail}${ended.code === void 0 ? "" : ` (${ended.code})`}`,
    ...ended.help === void 0 ? [] : [`  help: ${ended.help}`],
    ...variablesLine(names)
  ]);
}
function outcome({ outcome: reached, kind, verified }) {
  switch (reached) {
    case "ended":
      return verified ? `${kind} and verified dead` : `${kind}, unverified`;
    case "already-dead":
      return verified ? "dead before its ending, verified" : "dead before its ending, unverified";
    case "expires":
      return "left to expire, as announced";
    case "failed":
      return "NOT ENDED";
  }
}
function liveLine({ expiresAt }, { liveUntil, verified }, now) {
  const until = liveUntil ?? (verified ? void 0 : expiresAt);
  return until === void 0 || until <= now ? void 0 : formatUntil(until, now);
}
function variablesLine({ restored, foreign }) {
  const told = [
    ...restored.length === 0 ? [] : [`restored ${restored.join(", ")}`],
    ...foreign.length === 0 ? [] : [`left ${foreign.join(", ")} alone, changed by others`]
  ];
  return told.length === 0 ? [] : [`  ${told.join("; ")}`];
}

// packages/report/src/problems.ts
function problemsText(problems) {
  return logLines(
    problems.flatMap(({ at, message, code: code2, help }) => [
      `${at.file}:${at.line}:${at.column}: ${message} [${code2}]`,
      ...help === void 0 ? [] : [`  help: ${help}`]
    ])
  );
}

// packages/report/src/scrub.ts
var RUN = /[A-Za-z0-9_.~+/=-]{20,}/g;
var JWT_START = "eyJ";
var JWT_LENGTH = 20;
var WORD = /[A-Za-z0-9+/_-]/;
var SECRET_KEY = /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/g;
var LONG_RUN = /[A-Za-z0-9+/=_-]{100,}/g;
var PREFIXED = /(?<![A-Za-z0-9])(?:gh[opsur]_|github_pat_|glpat-|hv[bsr]\.|npm_|pypi-AgE|xox[abeprs]-|AIza|ya29\.)[A-Za-z0-9_.-]{16,}/g;
var PRIVATE_KEY = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g;
function scrubTokens(value) {
  return value.replaceAll(PRIVATE_KEY, "***").replaceAll(PREFIXED, "***").replaceAll(RUN, withoutJwt);
}
function withoutJwt(run) {
  let start = run.indexOf(JWT_START);
  if (start < 0 || run.length - start < JWT_LENGTH) return run;
  while (start > 0 && WORD.test(run[start - 1])) start--;
  return `${run.slice(0, start)}***`;
}
function scrub(value) {
  return scrubTokens(value).replaceAll(SECRET_KEY, (run) => isMixed(run) ? "***" : run).replaceAll(LONG_RUN, "***");
}
function isMixed(run) {
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9]/.test(run);
}

// packages/report/src/error.ts
var DEEPEST_CAUSE = 3;
function errorText(error2) {
  const lines = logLines([
    `${[error2.message, ...causes(error2)].join(": ")} [${error2.code}]`,
    ...error2.help === void 0 ? [] : [`  help: ${error2.help}`]
  ]);
  const problems = error2 instanceof ConfigError ? error2.problems : [];
  const [first2] = problems;
  if (first2 === void 0) return scrubTokens(lines);
  const list = problemsText(problems);
  return scrubTokens(error2.message.includes(first2.message) ? list : `${lines}
${list}`);
}
function causes(error2) {
  const found = [];
  for (let cause = error2.cause; cause instanceof Error && found.length < DEEPEST_CAUSE; cause = cause.cause) {
    if (cause.message !== "" && !error2.message.includes(cause.message)) found.push(cause.message);
  }
  return found;
}

// packages/report/src/ledger-schema.ts
var LONGEST_TEXT = 4096;
var INSTANT = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{3})?Z$";
function text3(description, more = {}) {
  return { type: "string", description, maxLength: LONGEST_TEXT, ...more };
}
function record(description, properties, required) {
  return { type: "object", description, properties, required, additionalProperties: false };
}
var EXPECTED = {
  type: "array",
  description: "Values of which one would have matched.",
  items: text3("One value or pattern.")
};
var FREE_TEXT = /* @__PURE__ */ new Set(["purpose", "reason", "detail"]);
var LEDGER_SCHEMA = record(
  "One event in the life of a lease. It holds the hash of the credential, never the credential.",
  {
    version: { const: 1, description: "Version of this format." },
    time: text3("When, ISO 8601 in UTC.", { pattern: INSTANT }),
    event: { type: "string", enum: LEDGER_EVENTS, description: "What happened." },
    lease: text3("Id of the lease.", { pattern: "^[0-9A-Za-z._-]{1,64}$" }),
    provider: text3("Id of the provider.", { pattern: "^[a-z][a-z0-9-]{0,63}$" }),
    target: text3("What is reached, such as a role."),
    grant: text3("Entry of the policy file; absent when everything stood in the workflow."),
    purpose: text3("Why the grant exists."),
    owner: text3("Who answers for the grant."),
    access: { type: "string", enum: ACCESS_LEVELS, description: "How far the grant reaches." },
    reason: text3("Why this job asked."),
    breakGlass: { type: "boolean", description: "Whether an emergency grant was used." },
    run: record(
      "The run that asked.",
      {
        platform: text3("Two letters.", { pattern: "^[a-z]{2}$" }),
        run: text3("Id of the run."),
        attempt: text3("Attempt of the run.")
      },
      ["platform", "run", "attempt"]
    ),
    identity: {
      type: "object",
      description: "Claims of the job's ID token that may be shown.",
      additionalProperties: text3("Value of one claim.")
    },
    name: text3("Name of the lease on the other side, such as a session name."),
    expires: text3("When the credential stops to work at the latest, ISO 8601 in UTC.", { pattern: INSTANT }),
    ending: { type: "string", enum: ENDING_KINDS, description: "How the lease ends." },
    timeBoxed: { type: "boolean", description: "Whether an expiry below the provider's minimum is enforced." },
    credential: record(
      "What may be known of the credential.",
      {
        hash: text3("Base64 of its SHA-256.", { pattern: "^[A-Za-z0-9+/]{43}=$" }),
        publicId: text3("The provider's public name for it, such as an access key id.", { pattern: "^[A-Za-z0-9._:/-]{1,128}$" })
      },
      ["hash"]
    ),
    verified: { type: "boolean", description: "Dead after having been alive, by the same caller." },
    detail: text3("One sentence for a person."),
    code: text3("Stable code of a failure or a refusal.", { pattern: "^ERR_[A-Z0-9_]+$" }),
    mismatches: {
      type: "array",
      description: "Claims that did not match.",
      items: record(
        "One claim.",
        {
          claim: text3("Name of the claim."),
          actual: text3("What the token says; absent when the claim is."),
          expected: EXPECTED,
          source: text3("Where the expectation stands.")
        },
        ["claim", "expected", "source"]
      )
    },
    delivery: { type: "string", enum: DELIVERIES, description: "How the credential was handed over." }
  },
  ["version", "time", "event", "lease", "provider", "target", "breakGlass", "run", "identity"]
);
var REQUIRED_BY_EVENT = {
  denied: ["detail"],
  issued: ["name", "expires", "ending", "credential"],
  delivered: ["delivery"],
  verified: ["verified"],
  failed: ["detail"]
};

// packages/report/src/ledger-check.ts
function ledgerProblem(event) {
  return problem(LEDGER_SCHEMA, event, "event") ?? missing(event, requiredBy(event), "event");
}
function requiredBy(event) {
  const name2 = isObject2(event) ? event.event : void 0;
  return typeof name2 === "string" && Object.hasOwn(REQUIRED_BY_EVENT, name2) ? REQUIRED_BY_EVENT[name2] ?? [] : [];
}
function problem(schema, value, path) {
  if (schema.const !== void 0 && value !== schema.const) return `\`${path}\` must be ${schema.const}`;
  if (schema.type !== void 0 && typeOf(value) !== schema.type) return `\`${path}\` must be of type ${schema.type}`;
  if (typeof value === "string") return textProblem(schema, value, path);
  if (Array.isArray(value))
    return first(value, (item, index) => schema.items && problem(schema.items, item, `${path}[${index}]`));
  return isObject2(value) ? missing(value, schema.required ?? [], path) ?? objectProblem(schema, value, path) : void 0;
}
function textProblem({ enum: names, pattern, maxLength }, value, path) {
  if (names && !names.includes(value)) return `\`${path}\` must be one of ${names.join(", ")}`;
  if (maxLength !== void 0 && value.length > maxLength && [...value].length > maxLength) return `\`${path}\` is too long`;
  return pattern !== void 0 && !new RegExp(pattern, "u").test(value) ? `\`${path}\` is not of its form` : void 0;
}
function objectProblem({ properties = {}, additionalProperties }, value, path) {
  return first(Object.entries(value), ([name2, item]) => {
    const known = Object.hasOwn(properties, name2) ? properties[name2] : additionalProperties;
    if (known === false) return `\`${path}\` has a field that is not of the ledger`;
    return known && problem(known, item, `${path}.${Object.hasOwn(properties, name2) ? name2 : "*"}`);
  });
}
function missing(value, required, path) {
  const name2 = isObject2(value) ? required.find((field) => !Object.hasOwn(value, field)) : void 0;
  return name2 && `\`${path}.${name2}\` is missing`;
}
function first(items, find) {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== void 0) return found;
  }
  return void 0;
}
function isObject2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function typeOf(value) {
  return Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
}

// packages/report/src/ledger.ts
function ledgerLine(event) {
  const clean = cleaned(event, "");
  const problem2 = ledgerProblem(clean);
  if (problem2 !== void 0)
    throw new InternalError(`the ledger event has not the shape of one: ${problem2}`, { code: "ERR_LEDGER_EVENT" });
  return JSON.stringify(clean);
}
function cleaned(value, field) {
  if (field === "hash") return value;
  if (typeof value === "string") return cut(FREE_TEXT.has(field) ? scrub(value) : scrubTokens(value));
  if (Array.isArray(value)) return value.map((item) => cleaned(item, field));
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== void 0);
  return Object.fromEntries(entries.map(([name2, item]) => [name2, cleaned(item, name2)]));
}
function isPlain(value) {
  return typeof value === "object" && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
}
function cut(text4) {
  return text4.length <= LONGEST_TEXT ? text4 : `${text4.slice(0, LONGEST_TEXT - 1).toWellFormed()}…`;
}

// actions/lease/src/end.ts
async function end2(state, shell) {
  const record2 = parseRecord(state);
  const provider = ENDINGS.find(({ id }) => id === record2.provider);
  if (!provider) {
    throw new InternalError(
      `the lease \`${record2.leaseId}\` is of the provider \`${record2.provider}\`, which this version does not know`,
      {
        code: "ERR_STATE",
        help: `its name on the provider's side is \`${record2.name}\``
      }
    );
  }
  const { platform, ports } = shell;
  const released = await release(record2, provider, { platform, readIdToken, ledgerLine }, ports);
  const { ended } = released;
  const text4 = endText(record2, ended, released, ports.clock.now());
  await platform.summarize(endSummary(record2, ended, released, ports.clock.now()));
  if (ended.outcome !== "failed") return ports.log.info(text4);
  if (record2.onRevokeFailure === "warn") return ports.log.warning(text4);
  setFailed(text4);
}

// packages/platforms/src/append-line.ts
function appendLine(path, line) {
  _mkdirSync(_dirname(path), { recursive: true, mode: 448 });
  _appendFileSync(path, `${line}
`, { mode: 384 });
}

// packages/platforms/src/export-variable.ts
function exportVariable2(name2, value, file) {
  if (file && !/[\r\n]/.test(value)) appendLine(file, `${name2}=${value}`);
  else exportVariable(name2, value);
}

// packages/platforms/src/id-token.ts
var TIMEOUT_MS = 1e4;
async function requestIdToken(endpoint, audience2, ports) {
  return judgeIdToken(await ports.http(idTokenRequest(endpoint, audience2)), ports.clock.now());
}
function idTokenRequest(endpoint, audience2) {
  if (!endpoint.url || !endpoint.bearer) {
    throw new ConfigError("this job may not ask for an ID token", {
      code: "ERR_ID_TOKEN_PERMISSION",
      help: "add `permissions: { contents: read, id-token: write }` to the job; with a reusable workflow the caller must grant it too; pull requests from forks never get one"
    });
  }
  const url = new URL(endpoint.url);
  url.searchParams.set("audience", audience2);
  return {
    method: "GET",
    url: url.href,
    headers: { authorization: `Bearer ${endpoint.bearer.reveal()}`, accept: "application/json; api-version=2.0" },
    timeoutMs: TIMEOUT_MS
  };
}
function judgeIdToken(response, now) {
  const { status } = response;
  if (status === 200) {
    const token = tokenOf(response.body);
    if (token) return new Secret(token);
    throw new UpstreamError("the ID token service answered without a token", {
      code: "ERR_ID_TOKEN_ANSWER",
      retryable: true,
      status,
      help: "try again; if it stays so, look at the status page of the CI platform"
    });
  }
  if (status === 429 || status >= 500) {
    const wait = retryAfter(response.headers["retry-after"], now);
    throw new UpstreamError(`the ID token service answered ${status}`, {
      code: "ERR_ID_TOKEN_UNAVAILABLE",
      retryable: true,
      status,
      ...wait === void 0 ? {} : { retryAfterMs: wait },
      help: "try again later; many jobs asking at once are slowed down"
    });
  }
  throw new UpstreamError(`the ID token service refused this job with ${status}`, {
    code: "ERR_ID_TOKEN_REFUSED",
    retryable: false,
    status,
    help: "a job that has already completed gets no more tokens; else check `permissions: id-token: write` on the job and on its caller"
  });
}
function tokenOf(body) {
  try {
    const value = JSON.parse(body)?.value;
    return typeof value === "string" && value !== "" ? value : void 0;
  } catch {
    return void 0;
  }
}

// packages/platforms/src/private-folder.ts
var NAME = /^[0-9A-Za-z][0-9A-Za-z._-]{0,127}$/;
function leaseRoot(temp) {
  return _join(temp, "leasehold");
}
function leaseFolders(temp) {
  const root = leaseRoot(temp);
  if (!_existsSync(root)) return [];
  return _readdirSync(root, { withFileTypes: true }).flatMap(
    (entry) => entry.isDirectory() && NAME.test(entry.name) ? [entry.name] : []
  );
}
function privateFolder(temp, leaseId) {
  const root = leaseRoot(temp);
  const path = _join(root, named(leaseId));
  return {
    path,
    write: async (name2, content) => {
      const partial = _join(path, `.${named(name2)}.partial`);
      makePrivate(root);
      makePrivate(path);
      _rmSync(partial, { force: true });
      const file = _openSync(partial, _constants.O_WRONLY | _constants.O_CREAT | _constants.O_EXCL | _constants.O_NOFOLLOW, 384);
      try {
        _writeFileSync(file, content);
      } finally {
        _closeSync(file);
      }
      _renameSync(partial, _join(path, name2));
    },
    read: async (name2) => {
      try {
        return _readFileSync(_join(path, named(name2)), "utf8");
      } catch (error2) {
        if (error2.code === "ENOENT") return void 0;
        throw error2;
      }
    },
    remove: async () => _rmSync(path, { recursive: true, force: true })
  };
}
function named(name2) {
  if (NAME.test(name2)) return name2;
  throw new InternalError("a lease or a file of it has a name that leads out of its private folder", {
    code: "ERR_PRIVATE_FOLDER"
  });
}
function makePrivate(path) {
  _mkdirSync(path, { recursive: true, mode: 448 });
  const found = _lstatSync(path);
  const foreign = process.getuid !== void 0 && found.uid !== process.getuid();
  if (!found.isDirectory() || foreign) {
    throw new InternalError(`\`${path}\` is not a folder of this user`, {
      code: "ERR_PRIVATE_FOLDER",
      help: "another user or program made it; remove it, or give the job a temporary folder of its own"
    });
  }
  if ((found.mode & 63) !== 0) _chmodSync(path, 448);
}

// packages/platforms/src/github.ts
function github(env, ports, ledgerFile) {
  const temp = env.RUNNER_TEMP ?? "/tmp";
  const ledger = ledgerFile ?? _join(temp, "leasehold-ledger.jsonl");
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
  const exported = /* @__PURE__ */ new Map();
  return {
    id: "github",
    title: "GitHub Actions",
    run: { platform: "gh", run: env.GITHUB_RUN_ID ?? "0", attempt: env.GITHUB_RUN_ATTEMPT ?? "1" },
    runUrl: env.GITHUB_SERVER_URL && `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`,
    idToken: (audience2) => requestIdToken({ url, bearer: bearer ? new Secret(bearer) : void 0 }, audience2, ports),
    mask: (value) => setSecret(value),
    setOutput: (name2, value) => setOutput(name2, value),
    // The runner has no way to take a variable away; an empty one is what the SDKs read as absent.
    exportVariable: (name2, value = "") => {
      exported.set(name2, value);
      exportVariable2(name2, value, env.GITHUB_ENV);
    },
    variable: (name2) => exported.get(name2) ?? env[name2],
    remember: (key, value) => saveState(key, value),
    recall: (key) => getState(key) || void 0,
    // The same append as `core.summary`, which loads `node:fs/promises` and all streams when a step starts.
    summarize: async (markdown) => {
      if (env.GITHUB_STEP_SUMMARY) appendLine(env.GITHUB_STEP_SUMMARY, markdown);
    },
    folder: (leaseId) => privateFolder(temp, leaseId),
    folders: async () => leaseFolders(temp),
    record: async (line) => {
      appendLine(ledger, line);
      return ledger;
    }
  };
}

// packages/platforms/src/print-line.ts
var STDOUT = 1;
function printLine(line) {
  try {
    _writeFileSync(STDOUT, `${line}
`);
  } catch {
    process.stdout.write(`${line}
`);
  }
}

// packages/platforms/src/github-log.ts
var COMMAND = /^([\s\u0085]*)(::|##\[)/gm;
function withoutCommands(text4) {
  return text4.replace(COMMAND, "$1​$2").replaceAll("##[", "##​[");
}
function githubLog(print = printLine) {
  return {
    debug: (line) => debug(line),
    info: (line) => print(withoutCommands(line)),
    notice: (line) => notice(line),
    warning: (line) => warning(line),
    error: (line) => error(line)
  };
}

// packages/platforms/src/ca-bundle.ts
var loaded = /* @__PURE__ */ new Set();
async function useCaBundle(path) {
  if (loaded.has(path)) return;
  const pem = readPem(path);
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
  if (!certificates) {
    throw new ConfigError(`the file \`${path}\` of \`AWS_CA_BUNDLE\` holds no certificate`, {
      code: "ERR_CA_BUNDLE",
      help: "give a PEM file with at least one `BEGIN CERTIFICATE` block"
    });
  }
  const tls = await import("node:tls");
  if (typeof tls.setDefaultCACertificates !== "function") {
    throw new ConfigError(`this Node (${process.version}) cannot trust \`AWS_CA_BUNDLE\` at run time`, {
      code: "ERR_CA_BUNDLE",
      help: "set `NODE_EXTRA_CA_CERTS` to the same file instead, or run Node 22.19 or newer"
    });
  }
  try {
    tls.setDefaultCACertificates([...tls.getCACertificates("default"), ...certificates]);
  } catch (cause) {
    throw new ConfigError(`the file \`${path}\` of \`AWS_CA_BUNDLE\` holds a certificate that cannot be read`, {
      code: "ERR_CA_BUNDLE",
      help: "look at it with `openssl x509 -noout -text`, and take the broken block away",
      cause
    });
  }
  loaded.add(path);
}
function readPem(path) {
  try {
    return _readFileSync(path, "utf8");
  } catch (cause) {
    throw new ConfigError(`the file \`${path}\` of \`AWS_CA_BUNDLE\` cannot be read`, {
      code: "ERR_CA_BUNDLE",
      help: "give the path of a PEM file, or take the variable away",
      cause
    });
  }
}

// packages/platforms/src/node-http.ts
var MAX_BODY_BYTES = 2 * 1024 * 1024;
function nodeHttp(env) {
  return async (request) => {
    const { HttpClient } = await import("./chunk-5FXPCM76.js");
    if (env.AWS_CA_BUNDLE) await useCaBundle(env.AWS_CA_BUNDLE);
    const signal = AbortSignal.timeout(request.timeoutMs);
    const client = new HttpClient(void 0, [deadline(signal)], { allowRedirects: false, allowRetries: false });
    try {
      const { message } = await client.request(request.method, request.url, request.body ?? "", { ...request.headers });
      return { status: message.statusCode ?? 0, headers: flatten(message), body: await readBody(message) };
    } catch (error2) {
      throw failure(request, error2, signal.aborted);
    }
  };
}
function deadline(signal) {
  return {
    prepareRequest: (options) => {
      options.signal = signal;
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error("no authentication is handled here"))
  };
}
function flatten(message) {
  const headers = {};
  for (const [name2, value] of Object.entries(message.headers)) {
    if (value !== void 0) headers[name2] = Array.isArray(value) ? value.join(", ") : value;
  }
  return headers;
}
async function readBody(message) {
  const chunks = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) {
      message.destroy();
      throw new Error("the answer is too large");
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
function failure(request, error2, late) {
  const host = new URL(request.url).host;
  const reason = nodeCode(error2);
  if (late) {
    return new UpstreamError(`\`${host}\` did not answer within ${request.timeoutMs / 1e3} s`, {
      code: "ERR_UPSTREAM_TIMEOUT",
      retryable: true,
      help: "check that the runner may reach this host, and the proxy variables `HTTPS_PROXY` and `NO_PROXY`"
    });
  }
  if (reason === "aborted") {
    return new UpstreamError(`\`${host}\` closed the connection in the middle of its answer`, {
      code: "ERR_UPSTREAM_TRUNCATED",
      retryable: true,
      help: "try again; if it stays so, something between the runner and this host cuts connections"
    });
  }
  const certificate = /CERT|SELF_SIGNED|ISSUER|TLS|SSL/.test(reason);
  return new UpstreamError(`\`${host}\` could not be reached: ${reason}`, {
    code: certificate ? "ERR_UPSTREAM_CERTIFICATE" : "ERR_UPSTREAM_UNREACHABLE",
    retryable: !certificate,
    help: certificate ? "set `NODE_EXTRA_CA_CERTS` or `AWS_CA_BUNDLE` to a file with the certificate authority that signed it" : "check the host name, and the proxy variables `HTTPS_PROXY` and `NO_PROXY`"
  });
}
function nodeCode(error2) {
  if (!(error2 instanceof Error)) return "unknown failure";
  const code2 = error2.code;
  if (error2.message === "aborted") return "aborted";
  if (typeof code2 === "string") return code2;
  const status = /statusCode=(\d{3})/.exec(error2.message)?.[1];
  return status ? `the proxy answered ${status}` : error2.name;
}

// imported:node:timers/promises
var builtin4 = process.getBuiltinModule("node:timers/promises");
var pick4 = (name2) => builtin4[name2];
var _setTimeout = /* @__PURE__ */ pick4("setTimeout");

// packages/platforms/src/node-ports.ts
var systemClock = {
  now: () => Date.now(),
  sleep: (ms, signal) => _setTimeout(ms, void 0, signal ? { signal } : {}).catch(() => void 0)
};
var systemRandom = (length) => crypto.getRandomValues(new Uint8Array(length));
function nodePorts(parts) {
  return { clock: systemClock, random: systemRandom, http: parts.http, log: parts.log };
}

// actions/lease/src/shell.ts
function openShell(ledgerFile) {
  const { env } = process;
  const ports = nodePorts({ http: nodeHttp(env), log: githubLog() });
  return { env, platform: github(env, ports, ledgerFile), ports };
}
async function runStep(half) {
  try {
    await half();
  } catch (error2) {
    if (error2 instanceof LeaseholdError) return setFailed(errorText(error2));
    debug(error2 instanceof Error ? error2.stack ?? error2.name : "unknown failure");
    setFailed(`leasehold failed unexpectedly: ${error2 instanceof Error ? error2.name : "unknown failure"} (ERR_INTERNAL)`);
  }
}

// actions/lease/src/post.ts
await runStep(async () => {
  const shell = openShell(getInput("ledger-file") || void 0);
  const state = shell.platform.recall(STATE_KEY);
  if (state === void 0) return shell.ports.log.info("nothing was leased, nothing to end");
  return end2(state, shell);
});
