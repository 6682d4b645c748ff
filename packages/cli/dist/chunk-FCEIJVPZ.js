import {
  appendLine,
  leaseFolders,
  memoryFolders,
  nodeHttp,
  nodePorts,
  privateFolder,
  readIdToken,
  terminal
} from "./chunk-XTYKOFVZ.js";
import {
  ledgerLine
} from "./chunk-4RDBEBYK.js";
import {
  retryAfter
} from "./chunk-BOGQHJU3.js";
import {
  Secret
} from "./chunk-SUAM67JL.js";
import {
  _EOL,
  _tmpdir
} from "./chunk-TUOUR3WF.js";
import {
  randomUUID
} from "./start.js";
import {
  _join
} from "./start.js";
import {
  _appendFileSync,
  _existsSync,
  _fstatSync
} from "./start.js";
import {
  ConfigError,
  UpstreamError
} from "./start.js";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
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
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(_EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
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

// packages/platforms/src/github.ts
function isGithub(env) {
  return env.GITHUB_ACTIONS === "true" && env.GITHUB_RUN_ID !== void 0;
}
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

// packages/platforms/src/catalogue.ts
var PLATFORMS = [{ id: "github", detect: isGithub, make: github }];
function detectPlatform(env, ports, ledgerFile) {
  return PLATFORMS.find((entry) => entry.detect(env))?.make(env, ports, ledgerFile);
}

// packages/cli/src/exec/mask.ts
var STDERR = 2;
function maskOn(err) {
  const read = !_fstatSync(STDERR).isFile();
  return (value) => {
    if (read && value !== "") err.line(`::add-mask::${escapeData2(value)}`);
  };
}
function escapeData2(value) {
  return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

// packages/cli/src/exec/wiring.ts
function wire(options, shell) {
  const ports = nodePorts({ http: nodeHttp(shell.env), log: shellLog(shell) });
  const detected = detectPlatform(shell.env, ports);
  const within = detected && { ...detected, mask: maskOn(shell.err) };
  const idTokenFile = options.idTokenFile ?? shell.env.LEASEHOLD_ID_TOKEN_FILE;
  const own = terminal(
    shell.env,
    {
      within,
      idTokenFile,
      temp: shell.env.RUNNER_TEMP ?? _tmpdir(),
      ledgerFile: options.ledgerFile ?? shell.env.LEASEHOLD_LEDGER_FILE ?? defaultLedger(shell.env)
    },
    ports
  );
  return {
    ports,
    exported: own.exported,
    hasIdentity: within !== void 0 || idTokenFile !== void 0,
    parts: { platform: { ...own, folder: memoryFolders() }, readIdToken, ledgerLine }
  };
}
function defaultLedger(env) {
  if (env.RUNNER_TEMP) return _join(env.RUNNER_TEMP, "leasehold-ledger.jsonl");
  const state = env.XDG_STATE_HOME ?? (env.HOME ? _join(env.HOME, ".local", "state") : _tmpdir());
  return _join(state, "leasehold", "ledger.jsonl");
}
function shellLog({ env, err }) {
  const debugging = env.RUNNER_DEBUG === "1" || env.LEASEHOLD_DEBUG === "1";
  return {
    debug: (line) => debugging ? err.line(err.paint("dim", `leasehold: ${line}`)) : void 0,
    info: (line) => err.line(`leasehold: ${line}`),
    notice: (line) => err.line(`leasehold: ${line}`),
    warning: (line) => err.line(`leasehold: ${err.paint("yellow", "warning:")} ${line}`),
    error: (line) => err.line(`leasehold: ${err.paint("red", "error:")} ${line}`)
  };
}

export {
  wire
};
