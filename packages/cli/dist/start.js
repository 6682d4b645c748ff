// rare:node:child_process
var spawn = (...args) => process.getBuiltinModule("node:child_process").spawn(...args);
var execFileSync = (...args) => process.getBuiltinModule("node:child_process").execFileSync(...args);
var spawnSync = (...args) => process.getBuiltinModule("node:child_process").spawnSync(...args);
var node_child_process_default = { spawn, execFileSync, spawnSync };

// packages/core/src/errors.ts
var LeaseholdError = class extends Error {
  code;
  help;
  constructor(message, detail) {
    super(message, detail.cause === void 0 ? void 0 : { cause: detail.cause });
    this.code = detail.code;
    this.help = detail.help;
  }
};
var ConfigError = class extends LeaseholdError {
  name = "ConfigError";
  /** Every place that is wrong, when a file was read. */
  problems;
  constructor(message, detail) {
    super(message, detail);
    this.problems = detail.problems ?? [];
  }
};
var DeniedError = class extends LeaseholdError {
  name = "DeniedError";
  /** Milliseconds since the epoch by the clock of whoever refused, where it told its time. */
  at;
  constructor(message, detail) {
    super(message, detail);
    this.at = detail.at;
  }
};
var UpstreamError = class extends LeaseholdError {
  name = "UpstreamError";
  retryable;
  status;
  retryAfterMs;
  constructor(message, detail) {
    super(message, detail);
    this.retryable = detail.retryable;
    this.status = detail.status;
    this.retryAfterMs = detail.retryAfterMs;
  }
};
var InternalError = class extends LeaseholdError {
  name = "InternalError";
};

// packages/scan/src/changes/git-command.ts
var READ_MS = 6e5;
var CONNECT_MS = 18e4;
var MOST_BYTES = 1 << 30;
var PLACE = /^GIT_(?:DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|PREFIX)$/;
var SET_UP = /^GIT_(?:CONFIG.*|SSH.*|SSL_.*|HTTP_.*|PROXY_.*|ASKPASS|EXEC_PATH)$/;
var SAFE = [
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "core.untrackedCache=false",
  // The files of a repository that belongs to somebody else are only read.
  "safe.directory=*",
  "log.showSignature=false",
  "log.showRoot=true",
  "log.mailmap=false",
  "diff.renames=false",
  "diff.relative=false",
  "color.ui=false",
  "diff.ignoreSubmodules=none"
].flatMap((setting) => ["-c", setting]);
function newGit({ cwd, env, gitFolder, connects = false, settings = [] }) {
  const variables = { ...cleaned(env, gitFolder), ...settingVariables(env, settings), ...fixed(connects) };
  return {
    run(words, input = "", most = MOST_BYTES) {
      const { error, status, signal, stdout, stderr } = spawnSync("git", [...SAFE, ...words], {
        cwd,
        env: variables,
        input,
        maxBuffer: most,
        timeout: connects ? CONNECT_MS : READ_MS,
        killSignal: "SIGKILL",
        windowsHide: true
      });
      if (error === void 0 && status === 0) return stdout;
      throw failure(words.find((word, at) => !word.startsWith("-") && words[at - 1] !== "-c") ?? "", error, signal, stderr);
    },
    begin: (words, ended) => new Promise((resolve, reject) => {
      const child = spawn("git", [...SAFE, ...words], {
        cwd,
        env: variables,
        stdio: ["ignore", "pipe", "pipe"],
        timeout: connects ? CONNECT_MS : READ_MS,
        killSignal: "SIGKILL",
        windowsHide: true,
        ...ended === void 0 ? {} : { signal: ended }
      });
      const said = newGatherer();
      const complained = [];
      child.stdout.on("data", said.add);
      child.stderr.on("data", (chunk) => complained.push(chunk));
      child.on("error", (error) => reject(failure(words[0] ?? "", error, null, null)));
      child.on("close", (status, signal) => {
        if (status === 0) resolve(said.all());
        else reject(failure(words[0] ?? "", void 0, signal, Buffer.concat(complained)));
      });
    }),
    converse(words, heard, over) {
      const stdio = ["pipe", "pipe", "ignore"];
      const child = spawn("git", [...SAFE, ...words], {
        cwd,
        env: variables,
        stdio: [...stdio],
        timeout: READ_MS,
        killSignal: "SIGKILL",
        windowsHide: true
      });
      child.stdout.on("data", heard);
      child.stdin.on("error", () => {
      });
      child.on("error", () => {
      });
      child.on("close", over);
      return {
        ask: (text) => void child.stdin.write(text),
        pause: () => void child.stdout.pause(),
        resume: () => void child.stdout.resume(),
        end: () => void child.kill("SIGKILL")
      };
    }
  };
}
function newGatherer() {
  const memory = new ArrayBuffer(1 << 20, { maxByteLength: MOST_BYTES });
  let length = 0;
  return {
    add(piece) {
      const end = length + piece.length;
      if (end > memory.byteLength) memory.resize(Math.min(MOST_BYTES, Math.max(end, 2 * memory.byteLength)));
      new Uint8Array(memory).set(piece, length);
      length = end;
    },
    all: () => Buffer.from(memory, 0, length)
  };
}
function cleaned(env, gitFolder) {
  const kept = {};
  for (const [name, value] of Object.entries(env)) {
    if (value === void 0) continue;
    const foreign = name.startsWith("GIT_") && !SET_UP.test(name) && (gitFolder !== void 0 || !PLACE.test(name));
    if (!foreign) kept[name] = value;
  }
  return gitFolder === void 0 ? kept : { ...kept, GIT_DIR: gitFolder };
}
function settingVariables(env, settings) {
  if (settings.length === 0) return {};
  const from = Number(env.GIT_CONFIG_COUNT ?? 0) || 0;
  const variables = { GIT_CONFIG_COUNT: String(from + settings.length) };
  for (const [at, [key, value]] of settings.entries()) {
    variables[`GIT_CONFIG_KEY_${from + at}`] = key;
    variables[`GIT_CONFIG_VALUE_${from + at}`] = value;
  }
  return variables;
}
function fixed(connects) {
  return {
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_ALLOW_PROTOCOL: connects ? "file:git:http:https:ssh" : "none"
  };
}
function failure(command, error, signal, stderr) {
  const code = error?.code;
  if (code === "ENOENT") {
    return new UpstreamError("git is needed for this, and is not on the path", {
      code: "ERR_LINT_GIT",
      retryable: false,
      help: "install git, or lint files and folders by their names"
    });
  }
  const said = code ?? signal ?? firstComplaint(stderr?.toString("utf8") ?? "");
  return new UpstreamError(`\`git ${command}\` failed: ${said}`, {
    code: "ERR_LINT_GIT",
    retryable: false,
    help: "run the same by hand to see more",
    cause: error
  });
}
function firstComplaint(text) {
  const lines = text.split("\n").map((line2) => line2.trim());
  const line = lines.find((candidate) => /^(?:fatal|error):/.test(candidate)) ?? lines.find((candidate) => candidate !== "");
  return (line ?? "it said nothing").replace(/^(?:fatal|error): /, "").replace(/\/\/[^/\s]*@/g, "//***@");
}

// packages/scan/src/changes/raw-output.ts
var RAW_WORDS = ["--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv"];
var ABSENT = "000000";
function readRawOutput(answer) {
  const tokens = answer.toString("latin1").split("\0");
  const commits = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = (tokens[at] ?? "").replace(/^\n/, "");
    if (token === "") continue;
    if (token.startsWith(":")) {
      at++;
      const changes = commits.at(-1)?.changes ?? newest(commits);
      changes.push(changeOf(token, tokens[at] ?? ""));
    } else {
      commits.push({ id: token, changes: [] });
    }
  }
  return commits;
}
function newest(commits) {
  const changes = [];
  commits.push({ id: "", changes });
  return changes;
}
function changeOf(text, path) {
  const parents = /^:+/.exec(text)?.[0].length ?? 1;
  const words = text.slice(parents).split(" ");
  const side = (at) => ({ mode: words[at] ?? ABSENT, id: words[parents + 1 + at] ?? "" });
  const present = ({ mode }) => mode !== ABSENT;
  const after = side(parents);
  return {
    path,
    before: Array.from({ length: parents }, (_, at) => side(at)).filter(present),
    after: present(after) ? after : void 0,
    unmerged: (words.at(-1) ?? "").startsWith("U")
  };
}
// packages/scan/src/changes/commit-range.ts
function parseCommitRange(text) {
  const dots = /\.{2,3}/.exec(text);
  if (dots === null) {
    const commit = named(text, text);
    return { revisions: [`${commit}^!`], base: `${commit}^1`, parted: false, end: commit };
  }
  const base = named(text.slice(0, dots.index) || "HEAD", text);
  const end = named(text.slice(dots.index + dots[0].length) || "HEAD", text);
  return { revisions: [`${base}..${end}`], base, parted: dots[0].length === 3, end };
}
var REVISION = /^(?![-^.])[^\s\0:*?[\\]+$/;
function named(name, range) {
  if (REVISION.test(name) && !name.includes("..")) return name;
  throw new ConfigError(`\`${range}\` is not a range of commits`, {
    code: "ERR_LINT_RANGE",
    help: "write it as `main..HEAD`, or name one commit"
  });
}
// packages/scan/src/changes/range-listing.ts
function beginListing(text, cwd, env) {
  const range = parseCommitRange(text);
  const answer = newGit({ cwd, env }).begin(listingWords(range.revisions));
  answer.catch(() => {
  });
  return { range, answer };
}
function listingWords(revisions) {
  return ["log", "--format=%H", "-c", ...RAW_WORDS, "--topo-order", "--reverse", ...revisions, "--"];
}

// imported:node:fs
var builtin = process.getBuiltinModule("node:fs");
var pick = (name) => builtin[name];
var node_fs_default = builtin;
var _appendFileSync = /* @__PURE__ */ pick("appendFileSync");
var _chmodSync = /* @__PURE__ */ pick("chmodSync");
var _closeSync = /* @__PURE__ */ pick("closeSync");
var _existsSync = /* @__PURE__ */ pick("existsSync");
var _fstatSync = /* @__PURE__ */ pick("fstatSync");
var _lstatSync = /* @__PURE__ */ pick("lstatSync");
var _mkdirSync = /* @__PURE__ */ pick("mkdirSync");
var _mkdtempSync = /* @__PURE__ */ pick("mkdtempSync");
var _openSync = /* @__PURE__ */ pick("openSync");
var _readdirSync = /* @__PURE__ */ pick("readdirSync");
var _readSync = /* @__PURE__ */ pick("readSync");
var _readFileSync = /* @__PURE__ */ pick("readFileSync");
var _realpathSync = /* @__PURE__ */ pick("realpathSync");
var _renameSync = /* @__PURE__ */ pick("renameSync");
var _rmSync = /* @__PURE__ */ pick("rmSync");
var _statSync = /* @__PURE__ */ pick("statSync");
var _writeFileSync = /* @__PURE__ */ pick("writeFileSync");
var _constants = /* @__PURE__ */ pick("constants");

// packages/cli/src/lint/current-folder.ts
function here() {
  return _realpathSync.native(process.cwd());
}

// packages/cli/src/input.ts
function textOf(input, name) {
  const value = input.options.get(name);
  return typeof value === "string" ? value : void 0;
}
function flagOf(input, name) {
  return input.options.get(name) === true;
}
function listOf(input, name) {
  const value = input.options.get(name);
  return Array.isArray(value) ? value : [];
}

// packages/core/src/finding.ts
var TIERS = ["proven", "paired", "prefixed", "contextual", "heuristic"];
var SEVERITIES = ["critical", "high", "medium", "low", "info"];
function atLeast(tier, floor) {
  return TIERS.indexOf(tier) <= TIERS.indexOf(floor);
}

// packages/cli/src/lint/format-names.ts
var LINT_FORMATS = ["text", "json", "jsonl", "sarif", "github", "junit", "gitlab", "gitlab-codequality"];
// packages/cli/src/lint/lint-mode.ts
var CHOICES = ["stdin", "staged", "range", "pr", "history"];
var WITHOUT_PATHS = ["stdin", "history"];
var STDIN = "stdin";
function lintMode(input) {
  const paths = input.positional.filter((path) => path !== void 0);
  const chosen = CHOICES.filter((name) => flagOf(input, name) || textOf(input, name) !== void 0);
  const [first, second] = chosen;
  if (second !== void 0) throw excluded(`\`--${first}\` cannot be combined with \`--${second}\``, "run lint once for each");
  if (first !== void 0 && WITHOUT_PATHS.includes(first) && paths.length > 0) {
    throw excluded(`\`--${first}\` cannot be combined with paths`, HELP[first]);
  }
  if (first === "history" && flagOf(input, "archives")) {
    throw excluded(
      "`--history` cannot be combined with `--archives`",
      "archives are looked into in files, in what is staged and in ranges"
    );
  }
  const named2 = textOf(input, "stdin-path") ?? STDIN;
  if (first !== "stdin" && named2 !== STDIN) {
    throw excluded("`--stdin-path` names nothing without `--stdin`", "add `--stdin`, or name the file as a path");
  }
  switch (first) {
    case void 0:
      return { kind: "files", paths: paths.length > 0 ? paths : ["."] };
    case "stdin":
      return { kind: "stdin", path: named2 };
    case "range":
      return { kind: "range", range: textOf(input, "range"), paths };
    case "history":
      return { kind: "history", repository: textOf(input, "history") };
    default:
      return { kind: first, paths };
  }
}
var HELP = {
  stdin: "read files or standard input; `--stdin-path` names what standard input holds",
  history: "the whole history is scanned, whatever its paths; `--history <repo>` names another repository"
};
function excluded(message, help) {
  return new ConfigError(message, { code: "ERR_USAGE", help });
}
// packages/cli/src/commands/lint.ts
var lint = {
  name: "lint",
  summary: "find static secrets in files, and fail when there is one",
  description: "Reads files and folders and tells every static secret in them: where it stands, how strong the evidence is, why it was taken for one, and what to do. Within a repository it reads what git tracks or would track, or what a commit, a range of commits or the whole history brings. The secret itself is never shown, and nothing is sent anywhere.",
  arguments: [
    {
      name: "[paths...]",
      description: "files and folders; the current folder when none is given. They limit --staged, --range and --pr as well"
    }
  ],
  options: [
    { flags: "--stdin", description: "read standard input instead of files" },
    { flags: "--stdin-path <path>", description: "what to call standard input in the report", default: "stdin" },
    { flags: "--staged", description: "what is staged, as far as it is new: for a pre-commit hook" },
    {
      flags: "--range <range>",
      description: "all that the commits of a range bring, such as main..HEAD, and their messages; also what they took out again"
    },
    { flags: "--pr", description: "all that the pull request, merge group or push of this GitHub job brings, on any checkout" },
    { flags: "--history [repo]", description: "all that was ever committed to this or another repository, and all messages" },
    { flags: "--rules <path>", description: "file or folder of rules of your own; else `.leasehold/rules` of the repository" },
    { flags: "--archives", description: "look into zip, tar and gzip files, within bounds" },
    {
      flags: "--fail-on <tier>",
      description: "the weakest evidence that fails; what is weaker is told and does not fail",
      default: "prefixed",
      choices: TIERS
    },
    { flags: "--format <format>", description: "how to write the report", default: "text", choices: LINT_FORMATS },
    { flags: "--output <file>", description: "write the report to this file, and the text to stdout" },
    { flags: "--no-allow-list", description: "report what `.leasehold/allow.jsonl` allows, too" }
  ],
  examples: [
    { command: "leasehold lint", what: "all that git tracks or would track in the current folder" },
    { command: "leasehold lint src .env --fail-on proven", what: "these paths, and fail only on what is proven" },
    { command: "leasehold lint --staged", what: "what is about to be committed" },
    { command: "leasehold lint --range origin/main..HEAD", what: "what is about to be pushed, messages included" },
    { command: "leasehold lint --history", what: "all that was ever committed" },
    {
      command: "kubectl get secret -o yaml | leasehold lint --stdin --stdin-path secret.yaml",
      what: "what another program prints"
    },
    { command: "leasehold lint --format sarif --output secrets.sarif", what: "a report for code scanning, and text to read" }
  ],
  exits: {
    0: "nothing was found that fails",
    1: "something was found that fails",
    2: "the command line, the allow list or a rule is wrong",
    3: "something could not be read, so that it is not known to be clean, or git failed"
  },
  run: async (input, shell) => {
    const mode = begun(lintMode(input), shell);
    const { runLint } = await import("./lint.js");
    return runLint(mode, input, shell);
  }
};
function begun(mode, { env }) {
  if (mode.kind !== "range") return mode;
  return { ...mode, listing: beginListing(mode.range, here(), env) };
}
// packages/cli/src/commands/lint-allow.ts
var lintAllow = {
  name: "lint allow",
  summary: "add a finding to the allow list, with a reason",
  description: "Adds one line to `.leasehold/allow.jsonl` of the repository, so that this secret no longer counts as a finding. The entry names the secret by its fingerprint, never by its place, so that it holds wherever the secret moves, and a new secret in the same place is found.",
  arguments: [{ name: "<fingerprint>", description: "as the report shows it" }],
  options: [
    { flags: "--rule <id>", description: "the rule that found it, as the report shows it", required: true },
    { flags: "--reason <text>", description: "why it may stay", required: true },
    { flags: "--owner <owner>", description: "who answers for it" },
    { flags: "--expires <date>", description: "the last day on which it is allowed, such as 2027-03-31" },
    { flags: "--path <glob>", description: "allow it in these files only, a glob" }
  ],
  examples: [
    {
      command: "leasehold lint allow 3f9c01d2a4b5c6d7e8f90a1b2c3d4e5f --rule github-token --reason 'revoked on 2026-11-01' --owner @acme/web --expires 2027-03-31",
      what: "with the fingerprint and the rule that the report shows"
    }
  ],
  exits: { 0: "the entry is written, or was there already", 2: "the command line or the allow list is wrong" },
  run: async (input, shell) => {
    const { addAllowEntry } = await import("./chunk-2WLJ2RUE.js");
    return addAllowEntry(input, shell);
  }
};
// packages/cli/src/commands/lint-import.ts
var lintImport = {
  name: "lint import",
  summary: "take over what another scanner was told to ignore",
  description: "Reads a `.gitleaksignore`, a `.secrets.baseline` of detect-secrets, or a JSON report of gitleaks or betterleaks that serves as a baseline, looks for each secret where it stood, in the commit too where one is named, and adds an entry to `.leasehold/allow.jsonl` for what is found there. With `--comments` it looks for comments such as `gitleaks:allow`, `trufflehog:ignore` or `pragma: allowlist secret` instead. It says of each entry whether it was imported, is gone, or is nothing that lint finds.",
  arguments: [
    {
      name: "[paths...]",
      description: 'the lists; ".gitleaksignore" and ".secrets.baseline" when none is given. With --comments, the files and folders to look at'
    }
  ],
  options: [
    { flags: "--comments", description: "take over comments in the files instead of lists" },
    { flags: "--reason <text>", description: "why the secrets may stay; else it says where the entry came from" },
    { flags: "--owner <owner>", description: "who answers for them" },
    { flags: "--expires <date>", description: "the last day on which they are allowed, such as 2027-03-31" },
    { flags: "--dry-run", description: "say what would be imported, and write nothing" }
  ],
  examples: [
    {
      command: "leasehold lint import .gitleaksignore --owner @acme/web --expires 2027-03-31",
      what: "with an owner and a last day"
    },
    { command: "leasehold lint import --comments src --dry-run", what: "what the comments of other scanners allow" }
  ],
  exits: {
    0: "everything that is found is imported, or was allowed already",
    2: "a list cannot be read, or the command line or the allow list is wrong"
  },
  run: async (input, shell) => {
    const { runImport } = await import("./chunk-I377OV7H.js");
    return runImport(input, shell);
  }
};
// packages/cli/src/command.ts
var FORMAT_OPTION = Object.freeze({
  flags: "--format <format>",
  description: "how to print the answer",
  default: "text",
  choices: ["text", "json"]
});
var FILE_OPTION = Object.freeze({
  flags: "--file <path>",
  description: "the policy file",
  default: ".github/leasehold.yml"
});
// packages/cli/src/commands/lint-rules.ts
var lintRules = {
  name: "lint rules",
  summary: "list the rules of lint, or show one",
  description: "Lists every kind of secret that lint knows, with the id by which findings and allow lists name it; or shows one with its description, what to do about it, and where its vendor documents it.",
  arguments: [{ name: "[id]", description: "the rule to show" }],
  options: [FORMAT_OPTION],
  examples: [
    { command: "leasehold lint rules", what: "every rule, one line each" },
    { command: "leasehold lint rules --format json", what: "every rule in full, for a machine" }
  ],
  exits: { 0: "shown", 2: "there is no rule of that id" },
  run: async (input, shell) => {
    const { showRules } = await import("./chunk-A4OWM7BU.js");
    return showRules(input, shell);
  }
};
// packages/cli/src/commands/lint-commands.ts
var LINT_COMMANDS = [lint, lintRules, lintAllow, lintImport];

// imported:node:util
var builtin2 = process.getBuiltinModule("node:util");
var pick2 = (name) => builtin2[name];
var _styleText = /* @__PURE__ */ pick2("styleText");
var _stripVTControlCharacters = /* @__PURE__ */ pick2("stripVTControlCharacters");

// packages/cli/src/exit.ts
var EXIT = {
  /** All is as it should be. */
  clean: 0,
  /** Findings, or a no. */
  denied: 1,
  /** The command line, the configuration or the policy file is wrong. */
  usage: 2,
  /** The other side failed, or we did. */
  failed: 3
};
var EXIT_COMMAND_NOT_FOUND = 127;
var EXIT_COMMAND_NOT_RUNNABLE = 126;
var EXIT_SIGNAL_BASE = 128;
function exitCodeOf(error) {
  if (error instanceof DeniedError) return EXIT.denied;
  if (error instanceof ConfigError) return EXIT.usage;
  return EXIT.failed;
}

var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __knownSymbol = (name, symbol) => (symbol = Symbol[name]) ? symbol : /* @__PURE__ */ Symbol.for("Symbol." + name);
var __typeError = (msg) => {
  throw TypeError(msg);
};
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __using = (stack, value, async) => {
  if (value != null) {
    if (typeof value !== "object" && typeof value !== "function") __typeError("Object expected");
    var dispose, inner;
    if (async) dispose = value[__knownSymbol("asyncDispose")];
    if (dispose === void 0) {
      dispose = value[__knownSymbol("dispose")];
      if (async) inner = dispose;
    }
    if (typeof dispose !== "function") __typeError("Object not disposable");
    if (inner) dispose = function() {
      try {
        inner.call(this);
      } catch (e) {
        return Promise.reject(e);
      }
    };
    stack.push([async, dispose, value]);
  } else if (async) {
    stack.push([async]);
  }
  return value;
};
var __callDispose = (stack, error, hasError) => {
  var E = typeof SuppressedError === "function" ? SuppressedError : function(e, s, m, _) {
    return _ = Error(m), _.name = "SuppressedError", _.error = e, _.suppressed = s, _;
  };
  var fail = (e) => error = hasError ? new E(e, error, "An error was suppressed during disposal") : (hasError = true, e);
  var next = (it) => {
    while (it = stack.pop()) {
      try {
        var result = it[1] && it[1].call(it[2]);
        if (it[0]) return Promise.resolve(result).then(next, (e) => (fail(e), next()));
      } catch (e) {
        fail(e);
      }
    }
    if (hasError) throw error;
  };
  return next();
};

// packages/cli/src/plain-call.ts
function plainCall(words, commands) {
  const spec = commandOf(words, commands);
  if (spec === void 0 || spec.commandAfter) return void 0;
  const flags = new Map(spec.options.map((option) => [wordOf(option), flagOf2(option)]));
  const options = /* @__PURE__ */ new Map();
  const positional = [];
  const rest = words.slice(spec.name.split(" ").length);
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at];
    if (!word.startsWith("-")) {
      positional.push(word);
      continue;
    }
    const equals = word.indexOf("=");
    const flag = flags.get(equals < 0 ? word : word.slice(0, equals));
    if (flag === void 0 || flag.spec.repeatable) return void 0;
    let value = true;
    if (equals >= 0) value = word.slice(equals + 1);
    else if (flag.takes === "a value" || flag.takes === "perhaps a value" && isValue(rest[at + 1])) value = rest[++at] ?? "";
    if (!isFit(value, flag)) return void 0;
    options.set(flag.name, value);
  }
  if (!areFit(positional, spec, commands)) return void 0;
  for (const flag of flags.values()) {
    if (options.has(flag.name)) continue;
    if (flag.spec.required) return void 0;
    if (flag.spec.default !== void 0) options.set(flag.name, flag.spec.default);
    else if (flag.name.startsWith("no-")) options.set(flag.name, false);
  }
  return { spec, input: { positional: asDeclared(positional, spec.arguments), options, tail: [] } };
}
function commandOf([first = "", second = ""], commands) {
  return commands.find(({ name }) => name === `${first} ${second}`) ?? commands.find(({ name }) => name === first);
}
function wordOf({ flags }) {
  return flags.split(" ", 1)[0];
}
function flagOf2(spec) {
  const takes = spec.flags.includes("<") ? "a value" : spec.flags.includes("[") ? "perhaps a value" : "nothing";
  return { name: wordOf(spec).slice(2), spec, takes };
}
function isValue(word) {
  return word !== void 0 && word !== "" && !word.startsWith("-");
}
function isFit(value, { spec, takes }) {
  if (value === true) return takes !== "a value";
  return takes !== "nothing" && isValue(value) && (spec.choices?.includes(value) ?? true);
}
function areFit(positional, spec, commands) {
  const { length } = spec.arguments;
  const least = spec.arguments.filter(({ name }) => name.startsWith("<")).length;
  const most = spec.arguments.some(isVariadic) ? Number.POSITIVE_INFINITY : length;
  if (positional.length < least || positional.length > most) return false;
  return !commands.some(({ name }) => positional[0] !== void 0 && name === `${spec.name} ${positional[0]}`);
}
function isVariadic({ name }) {
  return name.includes("...");
}
function asDeclared(positional, declared) {
  const single = declared.filter((argument) => !isVariadic(argument)).length;
  return [...positional, ...Array.from({ length: Math.max(0, single - positional.length) }, () => void 0)];
}
// packages/cli/src/shell.ts
function openOutput(stream) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE" && error.code !== "EIO") throw error;
  });
  const coloured = stream.isTTY === true && stream.hasColors?.() === true && typeof _styleText === "function";
  return {
    line: (text = "") => void stream.write(`${text}
`),
    passing: (text) => {
      if (stream.isTTY === true) stream.write(`\r\x1B[2K${text}`);
    },
    paint: (style, text) => coloured ? _styleText(style, text, { validateStream: false }) : text
  };
}
function openShell(from) {
  return { env: from.env, out: openOutput(from.stdout), err: openOutput(from.stderr) };
}
// packages/cli/src/run.ts
async function run(words, from) {
  const shell = openShell(from);
  try {
    const known = await commandsFor(words);
    const plain = plainCall(words, known.commands);
    if (plain !== void 0) return await plain.spec.run(plain.input, shell);
    const { checkedCall } = await import("./chunk-WGCG6SZB.js");
    return await checkedCall(words, known, shell);
  } catch (error) {
    const { printFailure } = await import("./chunk-V4CW7SFP.js");
    printFailure(error, shell.err);
    return exitCodeOf(error);
  }
}
async function commandsFor(words) {
  if (words[0] === "lint") return { commands: LINT_COMMANDS };
  const { COMMANDS, GROUPS } = await import("./chunk-2E74OZXN.js");
  return { commands: COMMANDS, groups: GROUPS };
}

// packages/report/src/plain.ts
var UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;
function oneLine(text) {
  return text.replaceAll(UNPRINTABLE, " ").trim();
}
function logLines(lines) {
  return lines.map((line) => guarded(line)).join("\n");
}
function guarded(line) {
  const indent = /^ */.exec(line)?.[0] ?? "";
  return indent + oneLine(line).replace(/^::/, ": :").replaceAll(/##(?=\[|vso\[)/g, "# #");
}

// packages/cli/package.json
var package_default = {
  name: "@leasehold/cli",
  version: "0.1.0",
  private: true,
  type: "module",
  description: "Lease narrow, short-lived cloud credentials for one command, and prove that they are dead afterwards.",
  license: "Apache-2.0",
  engines: {
    node: ">=20.16"
  },
  sideEffects: false,
  bin: {
    leasehold: "./dist/leasehold.js"
  },
  files: [
    "dist"
  ],
  exports: {
    ".": "./src/index.ts"
  },
  dependencies: {
    "@leasehold/checks": "0.1.0",
    "@leasehold/core": "0.1.0",
    "@leasehold/lease": "0.1.0",
    "@leasehold/oidc": "0.1.0",
    "@leasehold/platforms": "0.1.0",
    "@leasehold/policy": "0.1.0",
    "@leasehold/providers": "0.1.0",
    "@leasehold/report": "0.1.0",
    "@leasehold/scan": "0.1.0",
    "@leasehold/testkit": "0.1.0",
    aws4fetch: "1.0.20",
    commander: "15.1.0"
  }
};

// packages/scan/src/archives/format.ts
var MAGIC = 512;
var MAGICS = [
  ["PK", "zip"],
  // Without an entry.
  ["PK", "zip"],
  ["\x8B\b", "gzip"],
  ["7z\xBC\xAF'", "other"],
  ["\xFD7zXZ\0", "other"],
  ["(\xB5/\xFD", "other"],
  ["Rar!\x07", "other"],
  ['"M', "other"]
];
var BZIP2 = /^BZh[1-9]1AY&SY/;
var CHECKSUM_AT = 148;
function archiveFormat(head) {
  const known = MAGICS.find(([magic]) => beginsWith(head, magic));
  if (known) return known[1];
  if (isTarHeader(head)) return "tar";
  return BZIP2.test(String.fromCharCode(...head.subarray(0, 10))) ? "other" : void 0;
}
function beginsWith(head, magic) {
  for (let at = 0; at < magic.length; at++) if (head[at] !== magic.charCodeAt(at)) return false;
  return true;
}
function isTarHeader(block) {
  if (block.length < MAGIC || block[0] === 0) return false;
  const told = /^ *([0-7]{1,7})[ \0]/.exec(String.fromCharCode(...block.subarray(CHECKSUM_AT, CHECKSUM_AT + 8)))?.[1];
  if (told === void 0) return false;
  let sum = 8 * 32;
  for (let at = 0; at < MAGIC; at++) if (at < CHECKSUM_AT || at >= CHECKSUM_AT + 8) sum += block[at];
  return sum === Number.parseInt(told, 8);
}
// packages/scan/src/windows.ts
var WINDOW = 8 << 20;
var MARGIN = 1280 << 10;
var HEAD = 8192;
function* fileWindows(buffer, filled, file, margin = MARGIN) {
  let length = filled;
  let offset = 0;
  let from = 0;
  while (length === buffer.length) {
    const to = length - margin;
    const kept = to - margin;
    yield { bytes: buffer, offset, from, to, kept };
    buffer.copyWithin(HEAD, kept, length);
    offset += kept - HEAD;
    from = HEAD + margin;
    length = from + margin + file.fill(buffer.subarray(from + margin));
  }
  yield { bytes: buffer.subarray(0, length), offset, from, to: length, kept: length };
}

// rare:node:crypto
var randomUUID = (...args) => process.getBuiltinModule("node:crypto").randomUUID(...args);
var createHash = (...args) => process.getBuiltinModule("node:crypto").createHash(...args);

// packages/core/src/glob.ts
function globMatches(pattern, value) {
  let p = 0;
  let v = 0;
  let star = -1;
  let resume = 0;
  while (v < value.length) {
    if (p < pattern.length && pattern[p] === "*") {
      star = p++;
      resume = v;
    } else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === value[v])) {
      p++;
      v++;
    } else if (star >= 0) {
      p = star + 1;
      v = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.length && pattern[p] === "*") p++;
  return p === pattern.length;
}
function isGlob(pattern) {
  return pattern.includes("*") || pattern.includes("?");
}

// imported:node:path
var builtin3 = process.getBuiltinModule("node:path");
var pick3 = (name) => builtin3[name];
var node_path_default = builtin3;
var _resolve = /* @__PURE__ */ pick3("resolve");
var _isAbsolute = /* @__PURE__ */ pick3("isAbsolute");
var _join = /* @__PURE__ */ pick3("join");
var _relative = /* @__PURE__ */ pick3("relative");
var _dirname = /* @__PURE__ */ pick3("dirname");
var _basename = /* @__PURE__ */ pick3("basename");
var _sep = /* @__PURE__ */ pick3("sep");
var _posix = /* @__PURE__ */ pick3("posix");

// node_modules/leven/index.js
var array = [];
var characterCodeCache = [];
function leven(first, second, options) {
  if (first === second) {
    return 0;
  }
  const maxDistance = options?.maxDistance;
  const swap = first;
  if (first.length > second.length) {
    first = second;
    second = swap;
  }
  let firstLength = first.length;
  let secondLength = second.length;
  while (firstLength > 0 && first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength)) {
    firstLength--;
    secondLength--;
  }
  let start = 0;
  while (start < firstLength && first.charCodeAt(start) === second.charCodeAt(start)) {
    start++;
  }
  firstLength -= start;
  secondLength -= start;
  if (maxDistance !== void 0 && secondLength - firstLength > maxDistance) {
    return maxDistance;
  }
  if (firstLength === 0) {
    return maxDistance !== void 0 && secondLength > maxDistance ? maxDistance : secondLength;
  }
  let bCharacterCode;
  let result;
  let temporary;
  let temporary2;
  let index = 0;
  let index2 = 0;
  while (index < firstLength) {
    characterCodeCache[index] = first.charCodeAt(start + index);
    array[index] = ++index;
  }
  while (index2 < secondLength) {
    bCharacterCode = second.charCodeAt(start + index2);
    temporary = index2++;
    result = index2;
    for (index = 0; index < firstLength; index++) {
      temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
      temporary = array[index];
      result = array[index] = temporary > result ? temporary2 > result ? result + 1 : temporary2 : temporary2 > temporary ? temporary + 1 : temporary2;
    }
    if (maxDistance !== void 0) {
      let rowMinimum = result;
      for (index = 0; index < firstLength; index++) {
        if (array[index] < rowMinimum) {
          rowMinimum = array[index];
        }
      }
      if (rowMinimum > maxDistance) {
        return maxDistance;
      }
    }
  }
  array.length = firstLength;
  characterCodeCache.length = firstLength;
  return maxDistance !== void 0 && result > maxDistance ? maxDistance : result;
}
function closestMatch(target, candidates, options) {
  if (!Array.isArray(candidates) || candidates.length === 0) {
    return void 0;
  }
  const userMax = options?.maxDistance;
  const targetLength = target.length;
  for (const candidate of candidates) {
    if (candidate === target) {
      return candidate;
    }
  }
  if (userMax === 0) {
    return void 0;
  }
  let best;
  let bestDist = Number.POSITIVE_INFINITY;
  const seen = /* @__PURE__ */ new Set();
  for (const candidate of candidates) {
    if (seen.has(candidate)) {
      continue;
    }
    seen.add(candidate);
    const lengthDiff = Math.abs(candidate.length - targetLength);
    if (lengthDiff >= bestDist) {
      continue;
    }
    if (userMax !== void 0 && lengthDiff > userMax) {
      continue;
    }
    const cap = Number.isFinite(bestDist) ? userMax === void 0 ? bestDist : Math.min(bestDist, userMax) : userMax;
    const distance = cap === void 0 ? leven(target, candidate) : leven(target, candidate, { maxDistance: cap });
    if (userMax !== void 0 && distance > userMax) {
      continue;
    }
    let actualD = distance;
    if (cap !== void 0 && distance === cap && cap === userMax) {
      actualD = leven(target, candidate);
    }
    if (actualD < bestDist) {
      bestDist = actualD;
      best = candidate;
      if (bestDist === 0) {
        break;
      }
    }
  }
  if (userMax !== void 0 && bestDist > userMax) {
    return void 0;
  }
  return best;
}
// packages/core/src/suggest.ts
var MAX_LENGTH = 100;
function suggest(word, known) {
  if (word.length > MAX_LENGTH) return void 0;
  return closestMatch(word.toLowerCase(), known, { maxDistance: Math.max(1, Math.ceil(word.length / 3)) });
}
export {
  ConfigError,
  DeniedError,
  EXIT,
  EXIT_COMMAND_NOT_FOUND,
  EXIT_COMMAND_NOT_RUNNABLE,
  EXIT_SIGNAL_BASE,
  FILE_OPTION,
  FORMAT_OPTION,
  HEAD,
  InternalError,
  LINT_COMMANDS,
  LeaseholdError,
  MAGIC,
  RAW_WORDS,
  SEVERITIES,
  TIERS,
  UpstreamError,
  WINDOW,
  __callDispose,
  __commonJS,
  __export,
  __toESM,
  __using,
  _appendFileSync,
  _basename,
  _chmodSync,
  _closeSync,
  _constants,
  _dirname,
  _existsSync,
  _fstatSync,
  _isAbsolute,
  _join,
  _lstatSync,
  _mkdirSync,
  _mkdtempSync,
  _openSync,
  _posix,
  _readFileSync,
  _readSync,
  _readdirSync,
  _realpathSync,
  _relative,
  _renameSync,
  _resolve,
  _rmSync,
  _sep,
  _statSync,
  _stripVTControlCharacters,
  _styleText,
  _writeFileSync,
  archiveFormat,
  atLeast,
  beginListing,
  createHash,
  execFileSync,
  exitCodeOf,
  fileWindows,
  flagOf,
  globMatches,
  here,
  isGlob,
  isTarHeader,
  listOf,
  listingWords,
  logLines,
  newGit,
  node_child_process_default,
  node_fs_default,
  node_path_default,
  oneLine,
  package_default,
  randomUUID,
  readRawOutput,
  run,
  spawn,
  spawnSync,
  suggest,
  textOf
};
