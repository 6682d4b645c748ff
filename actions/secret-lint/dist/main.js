import {
  _EOL,
  _setTimeout
} from "./chunk-WAUWDWHB.js";
import {
  scanTree
} from "./chunk-53QLDTHI.js";
import "./chunk-EEKZ5YUY.js";
import {
  randomUUID,
  readyArchives,
  readyRules,
  ruleLookup
} from "./chunk-SYBNQWDT.js";
import "./chunk-IBFILDPX.js";
import {
  _dirname,
  _join,
  scannerSource,
  suggest
} from "./chunk-UCDXRVAL.js";
import {
  SEVERITIES,
  TIERS,
  _appendFileSync,
  _chmodSync,
  _closeSync,
  _constants,
  _existsSync,
  _lstatSync,
  _mkdirSync,
  _openSync,
  _readFileSync,
  _readdirSync,
  _realpathSync,
  _renameSync,
  _rmSync,
  _writeFileSync
} from "./chunk-PNFY7LJU.js";
import {
  blocks,
  code,
  logLines,
  oneLine,
  sentence,
  table,
  text
} from "./chunk-BAQUGOMA.js";
import {
  ConfigError,
  DeniedError,
  InternalError,
  LeaseholdError,
  UpstreamError
} from "./chunk-UWWLZZC2.js";
import "./chunk-CZ7CSFO4.js";

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
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
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

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function exportVariable(name, val) {
  const convertedVal = toCommandValue(val);
  process.env[name] = convertedVal;
  const filePath = process.env["GITHUB_ENV"] || "";
  if (filePath) {
    return issueFileCommand("ENV", prepareKeyValueMessage(name, val));
  }
  issueCommand("set-env", { name }, convertedVal);
}
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
  const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val) {
    throw new Error(`Input required and not supplied: ${name}`);
  }
  if (options && options.trimWhitespace === false) {
    return val;
  }
  return val.trim();
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(_EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
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
function saveState(name, value) {
  const filePath = process.env["GITHUB_STATE"] || "";
  if (filePath) {
    return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
  }
  issueCommand("save-state", { name }, toCommandValue(value));
}
function getState(name) {
  return process.env[`STATE_${name}`] || "";
}

// packages/core/src/retry.ts
function retryAfter(header, now) {
  if (header === void 0) return void 0;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1e3;
  const date = Date.parse(header);
  return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}

// packages/core/src/secret.ts
var Secret = class {
  #value;
  constructor(value) {
    this.#value = value;
  }
  /** The credential itself. The only way in, so that every use can be searched for. */
  reveal() {
    return this.#value;
  }
  toString() {
    return "***";
  }
  toJSON() {
    return "***";
  }
};
Object.defineProperty(Secret.prototype, /* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom"), { value: () => "***" });

// actions/secret-lint/src/inputs.ts
var MODES = ["auto", "tree", "range", "pull-request", "history"];
function readInputs(read) {
  const paths = read("paths").split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const mode = oneOf("mode", read("mode").trim() || "auto", MODES);
  const archives = truth(read, "archives", "false");
  if (archives && mode === "history") {
    throw new ConfigError("the inputs `archives: true` and `mode: history` exclude each other", {
      code: "ERR_INPUT",
      help: "leave `archives` out: of a history no archive is looked into"
    });
  }
  return {
    paths: paths.length > 0 ? paths : ["."],
    mode,
    config: read("config").trim() || void 0,
    archives,
    failOn: oneOf("fail-on", read("fail-on").trim() || "prefixed", TIERS),
    sarifFile: read("sarif-file").trim() || void 0,
    summary: truth(read, "summary", "true")
  };
}
function truth(read, name, otherwise) {
  return oneOf(name, read(name).trim() || otherwise, ["true", "false"]) === "true";
}
function oneOf(name, value, allowed) {
  const found = allowed.find((choice) => choice === value);
  if (found) return found;
  const near = suggest(value, allowed);
  throw new ConfigError(`\`${value}\` is not a value of the input \`${name}\``, {
    code: "ERR_INPUT",
    help: near ? `did you mean \`${near}\`?` : `write one of ${allowed.map((choice) => `\`${choice}\``).join(", ")}`
  });
}

// packages/platforms/src/append-line.ts
function appendLine(path, line) {
  _mkdirSync(_dirname(path), { recursive: true, mode: 448 });
  _appendFileSync(path, `${line}
`, { mode: 384 });
}

// packages/platforms/src/export-variable.ts
function exportVariable2(name, value, file) {
  if (file && !/[\r\n]/.test(value)) appendLine(file, `${name}=${value}`);
  else exportVariable(name, value);
}

// packages/platforms/src/id-token.ts
var TIMEOUT_MS = 1e4;
async function requestIdToken(endpoint, audience, ports) {
  return judgeIdToken(await ports.http(idTokenRequest(endpoint, audience)), ports.clock.now());
}
function idTokenRequest(endpoint, audience) {
  if (!endpoint.url || !endpoint.bearer) {
    throw new ConfigError("this job may not ask for an ID token", {
      code: "ERR_ID_TOKEN_PERMISSION",
      help: "add `permissions: { contents: read, id-token: write }` to the job; with a reusable workflow the caller must grant it too; pull requests from forks never get one"
    });
  }
  const url = new URL(endpoint.url);
  url.searchParams.set("audience", audience);
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
    write: async (name, content) => {
      const partial = _join(path, `.${named(name)}.partial`);
      makePrivate(root);
      makePrivate(path);
      _rmSync(partial, { force: true });
      const file = _openSync(partial, _constants.O_WRONLY | _constants.O_CREAT | _constants.O_EXCL | _constants.O_NOFOLLOW, 384);
      try {
        _writeFileSync(file, content);
      } finally {
        _closeSync(file);
      }
      _renameSync(partial, _join(path, name));
    },
    read: async (name) => {
      try {
        return _readFileSync(_join(path, named(name)), "utf8");
      } catch (error2) {
        if (error2.code === "ENOENT") return void 0;
        throw error2;
      }
    },
    remove: async () => _rmSync(path, { recursive: true, force: true })
  };
}
function named(name) {
  if (NAME.test(name)) return name;
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
    idToken: (audience) => requestIdToken({ url, bearer: bearer ? new Secret(bearer) : void 0 }, audience, ports),
    mask: (value) => setSecret(value),
    setOutput: (name, value) => setOutput(name, value),
    // The runner has no way to take a variable away; an empty one is what the SDKs read as absent.
    exportVariable: (name, value = "") => {
      exported.set(name, value);
      exportVariable2(name, value, env.GITHUB_ENV);
    },
    variable: (name) => exported.get(name) ?? env[name],
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
function withoutCommands(text2) {
  return text2.replace(COMMAND, "$1​$2").replaceAll("##[", "##​[");
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
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== void 0) headers[name] = Array.isArray(value) ? value.join(", ") : value;
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

// packages/platforms/src/node-ports.ts
var systemClock = {
  now: () => Date.now(),
  sleep: (ms, signal) => _setTimeout(ms, void 0, signal ? { signal } : {}).catch(() => void 0)
};
var systemRandom = (length) => crypto.getRandomValues(new Uint8Array(length));
function nodePorts(parts) {
  return { clock: systemClock, random: systemRandom, http: parts.http, log: parts.log };
}

// packages/report/src/lint/order.ts
function worstFirst(findings) {
  return [...findings].sort(
    (a, b) => Number(b.fails) - Number(a.fails) || TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || compare(a.at.path, b.at.path) || a.at.line - b.at.line || a.at.column - b.at.column
  );
}
function bySecret(findings) {
  const groups = /* @__PURE__ */ new Map();
  for (const finding of worstFirst(findings)) {
    const key = `${finding.fails} ${finding.ruleId} ${finding.fingerprint}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}
function occurrences(findings) {
  const seen = /* @__PURE__ */ new Map();
  return new Map(
    findings.map((finding) => {
      const key = `${finding.fingerprint} ${finding.at.path}`;
      const count2 = (seen.get(key) ?? 0) + 1;
      seen.set(key, count2);
      return [finding, `${finding.fingerprint}:${count2}`];
    })
  );
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// packages/report/src/lint/phrases.ts
function advice({ remedy }) {
  const rotate = remedy.rotate.replace(/\.$/, "");
  return remedy.provider === void 0 ? rotate : `${rotate}; the provider \`${remedy.provider}\` of Leasehold makes it needless`;
}
function placeOf({ at }) {
  return `${at.path}:${at.line}:${at.column}`;
}
function historyOf({ commit, provenance }) {
  if (provenance === void 0) return void 0;
  const { author, date, standsIn, removed, unreachable, object } = provenance;
  const by = author === void 0 || author.name === "" ? "" : ` of ${author.name}`;
  const brought = commit === void 0 ? `it stands in the object ${shortId(object)}` : `commit ${shortId(commit)}${by}${on(date)} brought it`;
  if (unreachable) return `${brought}; no ref leads to it any more`;
  if (standsIn !== void 0) return `${brought}; it still stands in \`${standsIn}\``;
  return removed === void 0 ? brought : `${brought}; commit ${shortId(removed.commit)}${on(removed.date)} took it out, which leaves it in the history`;
}
function shortId(id) {
  return id.slice(0, 12);
}
function on(date) {
  return date === void 0 ? "" : ` on ${new Date(date).toISOString().slice(0, 10)}`;
}
function paragraph(finding) {
  const history = historyOf(finding);
  return [
    `${finding.title} \`${finding.preview}\` (${finding.tier}: ${finding.why.join("; ")}).`,
    ...history === void 0 ? [] : [`${capital(history)}.`],
    `${capital(advice(finding))}.`
  ].join(" ");
}
function capital(sentence2) {
  return sentence2.charAt(0).toUpperCase() + sentence2.slice(1);
}

// packages/report/src/lint/tally.ts
var MEGABYTE = 1e6;
function grouped(number) {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
function count(number, noun) {
  return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}
function verdictLine({ findings }) {
  if (findings.length === 0) return "no static secret found";
  const failing = findings.filter(({ fails }) => fails);
  const rest = findings.filter(({ fails }) => !fails);
  const noun = count(findings.length, "finding");
  const one = findings.length === 1;
  if (rest.length === 0) return `${noun}, ${one ? "which fails" : "all of which fail"}: ${tiersOf(failing)}`;
  if (failing.length === 0) return `${noun}, ${one ? "which does not fail" : "none of which fails"}: ${tiersOf(rest)}`;
  return `${noun}: ${grouped(failing.length)} ${failing.length === 1 ? "fails" : "fail"} (${tiersOf(failing)}), ${grouped(rest.length)} ${rest.length === 1 ? "does" : "do"} not (${tiersOf(rest)})`;
}
function scannedLine({ files, bytes, skipped, allowed, versions }) {
  return [
    `${count(files, versions ? "version" : "file")}${versions ? " of files" : ""}, ${megabytes(bytes)} scanned`,
    ...skipped.length === 0 ? [] : [`${count(skipped.length, versions ? "object" : "file")} not scanned: ${skippedReasons(skipped)}`],
    ...allowed === 0 ? [] : [`${count(allowed, "finding")} allowed`]
  ].join("; ");
}
function tiersOf(findings) {
  return TIERS.flatMap((tier) => {
    const number = findings.filter((finding) => finding.tier === tier).length;
    return number === 0 ? [] : [`${grouped(number)} ${tier}`];
  }).join(", ");
}
function skippedReasons(skipped) {
  const counts = /* @__PURE__ */ new Map();
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1)).map(([reason, number]) => `${grouped(number)} ${reason}`).join(", ");
}
function megabytes(bytes) {
  const mega = bytes / MEGABYTE;
  return mega < 0.1 ? `${(bytes / 1e3).toFixed(1)} kB` : `${mega.toFixed(1)} MB`;
}

// packages/report/src/lint/lint-annotations.ts
var ROOM_EACH = 10;
var LINES = 10;
function lintAnnotations(report, errors = ROOM_EACH) {
  const groups = bySecret(report.findings).flatMap(byFile);
  const failing = groups.filter(([{ fails }]) => fails);
  const rest = groups.filter(([{ fails }]) => !fails);
  const shown = [...failing.slice(0, errors), ...rest.slice(0, ROOM_EACH)];
  const hidden = report.findings.length - shown.reduce((sum, group) => sum + group.length, 0);
  return [...shown.map(annotationOf), ...hidden > 0 ? [hiddenNotice(hidden)] : []];
}
function byFile(group) {
  const files = /* @__PURE__ */ new Map();
  for (const finding of group) {
    const known = files.get(finding.at.path);
    if (known) known.push(finding);
    else files.set(finding.at.path, [finding]);
  }
  return [...files.values()];
}
function annotationOf([first, ...more]) {
  const { at, fails, title, tier } = first;
  return {
    level: fails ? "error" : "warning",
    title: oneLine(`${title} (${tier})`),
    message: oneLine(paragraph(first) + alsoOn(more)),
    at: {
      file: at.path,
      line: at.line,
      endLine: at.endLine,
      ...at.line === at.endLine ? { column: at.column, endColumn: at.endColumn } : {}
    }
  };
}
function alsoOn(more) {
  if (more.length === 0) return "";
  const lines = more.slice(0, LINES).map((other) => other.at.line);
  const rest = more.length - lines.length;
  return ` Also on ${more.length === 1 ? "line" : "lines"} ${lines.join(", ")}${rest > 0 ? ` and ${grouped(rest)} more` : ""}.`;
}
function hiddenNotice(hidden) {
  return {
    level: "notice",
    title: `${count(hidden, "more finding")}`,
    message: `${count(hidden, "finding")} found no room among the annotations of this step; the summary and the reports list ${hidden === 1 ? "it" : "them"}.`
  };
}

// packages/report/src/lint/lint-run.ts
var TOOL_NAME = "Leasehold secret-lint";
var TOOL_HOME = "https://github.com/leasehold/leasehold";

// packages/report/src/lint/lint-sarif.ts
var SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
var MOST_RESULTS = 25e3;
var SECURITY_SEVERITY = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "3.0",
  info: "1.0"
};
var PRECISION = {
  proven: "very-high",
  paired: "very-high",
  prefixed: "high",
  contextual: "medium",
  heuristic: "low"
};
function lintSarif(report, run) {
  const findings = worstFirst(report.findings);
  const listed = findings.slice(0, MOST_RESULTS);
  const marks = occurrences(listed);
  const firsts = /* @__PURE__ */ new Map();
  for (const finding of listed) if (!firsts.has(finding.ruleId)) firsts.set(finding.ruleId, finding);
  const ruleIndexes = new Map([...firsts.keys()].map((id, index) => [id, index]));
  const left = findings.length - listed.length;
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: TOOL_NAME,
            semanticVersion: run.version,
            informationUri: TOOL_HOME,
            rules: [...firsts.values()].map((finding) => ruleData(finding, run))
          }
        },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: true,
            startTimeUtc: new Date(run.startedAt).toISOString(),
            endTimeUtc: new Date(run.endedAt).toISOString(),
            toolExecutionNotifications: [
              { level: "note", message: { text: scannedLine(report) } },
              ...report.notes.map((text2) => ({ level: "warning", message: { text: text2 } })),
              ...left > 0 ? [{ level: "warning", message: { text: `${left} more findings are not listed` } }] : []
            ]
          }
        ],
        results: listed.map(
          (finding) => resultData(finding, ruleIndexes.get(finding.ruleId), marks.get(finding))
        )
      }
    ]
  };
  return JSON.stringify(log, null, 2);
}
function ruleData(finding, run) {
  const { ruleId, title, severity, tier } = finding;
  const text2 = run.rule(ruleId);
  const description = text2?.description ?? title;
  const help = `${description}

What to do: ${advice(finding)}.`;
  return {
    id: ruleId,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: description },
    ...text2?.reference === void 0 ? {} : { helpUri: text2.reference },
    help: { text: help, markdown: help },
    defaultConfiguration: { level: levelOf(finding) },
    properties: { tags: ["security", "secret"], precision: PRECISION[tier], "security-severity": SECURITY_SEVERITY[severity] }
  };
}
function resultData(finding, ruleIndex, mark2) {
  const { ruleId, at, tier, fingerprint, commit, provenance } = finding;
  return {
    ruleId,
    ruleIndex,
    level: levelOf(finding),
    message: { text: paragraph(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactOf(at.path),
          // A region of SARIF ends at the first column behind it (section 3.30.8).
          region: { startLine: at.line, startColumn: at.column, endLine: at.endLine, endColumn: at.endColumn + 1 }
        }
      }
    ],
    // Code scanning reads only `primaryLocationLineHash`.
    partialFingerprints: { primaryLocationLineHash: mark2, "leaseholdSecret/v1": fingerprint },
    properties: {
      tier,
      ...commit === void 0 ? {} : { commit },
      ...provenance?.date === void 0 ? {} : { commitDate: new Date(provenance.date).toISOString() },
      ...provenance?.standsIn === void 0 ? {} : { standsIn: provenance.standsIn },
      ...provenance?.removed === void 0 ? {} : { removedBy: provenance.removed.commit }
    }
  };
}
function levelOf({ fails, severity }) {
  if (fails) return "error";
  return severity === "info" ? "note" : "warning";
}
function artifactOf(path) {
  const uri = path.toWellFormed().split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? { uri: `file://${uri}` } : { uri: uri.replace(/^(?:\.\/)+/, ""), uriBaseId: "%SRCROOT%" };
}

// packages/report/src/lint/lint-summary.ts
var ROWS = 100;
var PLACES = 3;
function lintSummary(report) {
  const groups = bySecret(report.findings);
  const shown = groups.slice(0, ROWS);
  const hidden = groups.length - shown.length;
  return blocks(
    "### Static secrets",
    report.findings.some(({ fails }) => fails) ? `> [!CAUTION]
> **${sentence(verdictLine(report))}**` : sentence(capital2(verdictLine(report))).concat("."),
    shown.length === 0 ? "" : table(["", "Secret", "Where", "Why", "What to do"], shown.map(row)),
    hidden > 0 ? `${count(hidden, "more secret")} ${hidden === 1 ? "is" : "are"} not shown here.` : "",
    sentence(capital2(scannedLine(report))).concat("."),
    report.notes.map((note) => `- ${sentence(note)}`).join("\n")
  );
}
function row(group) {
  const [first] = group;
  const places = group.slice(0, PLACES).map((finding) => code(placeOf(finding)));
  const more = group.length - places.length;
  return [
    first.fails ? "**fails**" : "reported",
    `${text(first.title)}<br>${code(first.preview)}<br>${first.tier}, ${first.severity}`,
    [...places, ...more > 0 ? [`and ${more} more`] : []].join("<br>"),
    [...first.why, ...[historyOf(first) ?? []].flat()].map(sentence).join("<br>"),
    sentence(advice(first))
  ];
}
function capital2(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// packages/report/src/lint/lint-text.ts
var PLACES_SHOWN = 8;
var plain = (_style, text2) => text2;
function lintText(report, paint = plain) {
  const blocks2 = bySecret(report.findings).map((group) => secretBlock(group, paint));
  const fails = report.findings.some((finding) => finding.fails);
  const style = fails ? "red" : report.findings.length > 0 ? "yellow" : "green";
  return [
    ...blocks2.flatMap((block) => [block, ""]),
    paint(style, safe(verdictLine(report))),
    paint("dim", safe(scannedLine(report))),
    ...report.notes.map((note) => `${paint("yellow", "note:")} ${safe(note)}`)
  ].join("\n");
}
function secretBlock(group, paint) {
  const [first] = group;
  const shown = group.slice(0, PLACES_SHOWN);
  const more = group.length - shown.length;
  return [
    ...shown.map((finding, at) => {
      const place = paint("bold", safe(placeOf(finding)));
      const commit = finding.commit === void 0 ? "" : paint("dim", ` in ${safe(shortId(finding.commit))}`);
      return at === 0 ? `${place}${commit}  ${safe(first.title)}  ${mark(first, paint)}` : `${place}${commit}`;
    }),
    ...more > 0 ? [paint("dim", `and at ${grouped(more)} more places`)] : [],
    `  ${paint("cyan", safe(first.preview))}`,
    ...first.why.map((reason) => `  why: ${safe(reason)}`),
    ...shown.flatMap((finding) => finding.provenance === void 0 ? [] : [`  how: ${safe(historyOf(finding))}`]),
    `  do:  ${safe(advice(first))}`,
    paint("dim", `  id:  ${safe(first.ruleId)} ${safe(first.fingerprint)}`)
  ].join("\n");
}
function mark({ fails, tier, severity }, paint) {
  return paint(fails ? "red" : "yellow", `[${tier}, ${severity}${fails ? "" : ", does not fail"}]`);
}
function safe(words) {
  return logLines([words]);
}

// imported:node:v8
var builtin = process.getBuiltinModule("node:v8");
var pick = (name) => builtin[name];
var _setFlagsFromString = /* @__PURE__ */ pick("setFlagsFromString");

// packages/scan/src/pace.ts
function expectLongRun(long) {
  _setFlagsFromString(long ? "--turbofan" : "--no-turbofan");
}

// actions/secret-lint/package.json
var package_default = {
  name: "@leasehold/action-secret-lint",
  version: "0.1.0",
  private: true,
  type: "module",
  dependencies: {
    "@actions/core": "3.0.1",
    "@leasehold/core": "0.1.0",
    "@leasehold/platforms": "0.1.0",
    "@leasehold/report": "0.1.0",
    "@leasehold/scan": "0.1.0"
  }
};

// actions/secret-lint/src/scan.ts
var MODE_OF_EVENT = {
  pull_request: "pull-request",
  pull_request_target: "pull-request",
  merge_group: "pull-request",
  push: "range"
};
async function scan({ mode, paths, failOn, config, archives }, cwd, env) {
  const request = { cwd, paths, failOn, archives, ...config === void 0 ? {} : { rules: config } };
  await Promise.all([readyRules(scannerSource({ cwd, rules: config })), readyArchives({ archives })]);
  const ports = { now: Date.now, env, long: () => expectLongRun(true) };
  expectLongRun(false);
  const chosen = mode === "auto" ? MODE_OF_EVENT[env.GITHUB_EVENT_NAME ?? ""] ?? "tree" : mode;
  switch (chosen) {
    case "tree":
      return { report: scanTree(request, ports), mode: chosen };
    case "history":
      return { report: await (await import("./chunk-3BES76RA.js")).scanHistory(request, ports), mode: chosen };
    default:
      try {
        return { report: await (await import("./chunk-OCSKPAM3.js")).scanPullRequest(request, ports), mode: chosen };
      } catch (error2) {
        if (!(error2 instanceof ConfigError)) throw error2;
        if (error2.code === "ERR_LINT_EVENT") throw inInputs(error2);
        if (mode !== "auto" || error2.code !== "ERR_LINT_REPOSITORY") throw error2;
        return { report: withNote(scanTree(request, ports)), mode: "tree" };
      }
  }
}
function inInputs({ message, code: code2 }) {
  return new ConfigError(message, {
    code: code2,
    help: "set the input `mode` to `tree`, which reads the files of the workspace at any event, or leave it at `auto`"
  });
}
function withNote(report) {
  const note = "the workspace is in no git repository, so that its files were scanned rather than commits";
  return { ...report, notes: [note, ...report.notes] };
}

// actions/secret-lint/src/secret-lint.ts
var ERRORS_WITH_ROOM = 9;
async function secretLint(inputs) {
  const log = githubLog();
  const platform = github(process.env, nodePorts({ http: nodeHttp(process.env), log }));
  const startedAt = Date.now();
  const cwd = _realpathSync.native(process.cwd());
  const { report, mode } = await scan(inputs, cwd, process.env);
  const rule = ruleLookup(scannerSource({ cwd, rules: inputs.config }));
  const run = { version: package_default.version, startedAt, endedAt: Date.now(), rule };
  if (report.about !== void 0) log.info(report.about);
  log.info(lintText(report));
  platform.setOutput("mode", mode);
  for (const annotation of lintAnnotations(report, ERRORS_WITH_ROOM)) annotate(annotation);
  if (inputs.summary) await platform.summarize(lintSummary(report));
  const failing = report.findings.filter(({ fails }) => fails).length;
  platform.setOutput("findings", String(report.findings.length));
  platform.setOutput("failing", String(failing));
  if (inputs.sarifFile !== void 0) {
    write(inputs.sarifFile, lintSarif(report, run));
    platform.setOutput("sarif-file", inputs.sarifFile);
  }
  judge(report, failing);
}
function annotate({ level, title, message, at }) {
  const say = { error, warning, notice }[level];
  say(message, {
    title,
    ...at && { file: at.file, startLine: at.line, endLine: at.endLine },
    ...at?.column === void 0 ? {} : { startColumn: at.column },
    ...at?.endColumn === void 0 ? {} : { endColumn: at.endColumn }
  });
}
function write(file, text2) {
  try {
    _writeFileSync(file, text2);
  } catch (cause) {
    throw new ConfigError(`the report cannot be written to \`${file}\``, {
      code: "ERR_LINT_OUTPUT",
      help: "name a file in a folder of the workspace that is there",
      cause
    });
  }
}
function judge({ skipped }, failing) {
  if (failing > 0) {
    throw new DeniedError(`${failing} static ${failing === 1 ? "secret stands" : "secrets stand"} in what this job was to read`, {
      code: "ERR_LINT_FOUND",
      help: "rotate each where the summary says, take it out, and lease what it was for"
    });
  }
  const [unreadable, ...more] = skipped.filter(({ reason }) => reason.startsWith("unreadable"));
  if (unreadable === void 0) return;
  const others = more.length === 0 ? "" : ` and ${more.length} more`;
  throw new UpstreamError(
    `\`${unreadable.path}\`${others} could not be read and is not known to be clean: ${unreadable.reason}`,
    {
      code: "ERR_LINT_UNREADABLE",
      retryable: false,
      help: "give the step the right to read it, or name other paths"
    }
  );
}

// actions/secret-lint/src/main.ts
try {
  await secretLint(readInputs(getInput));
} catch (error2) {
  const { errorText } = await import("./chunk-4RDRC3IQ.js");
  if (error2 instanceof LeaseholdError) setFailed(errorText(error2));
  else {
    setFailed(`leasehold failed unexpectedly: ${error2 instanceof Error ? error2.name : "unknown failure"} (ERR_INTERNAL)`);
  }
}
