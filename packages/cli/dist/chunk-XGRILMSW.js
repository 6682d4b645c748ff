import {
  _execFileSync
} from "./chunk-L5Y6SS4Y.js";
import {
  _createHash,
  _randomUUID
} from "./chunk-RSXET5CJ.js";
import {
  flagOf
} from "./start.js";
import {
  EXIT
} from "./start.js";
import {
  _dirname,
  _join,
  _resolve
} from "./start.js";
import {
  _chmodSync,
  _existsSync,
  _lstatSync,
  _mkdirSync,
  _readFileSync,
  _renameSync,
  _rmSync,
  _writeFileSync
} from "./start.js";
import {
  ConfigError
} from "./start.js";
import "./start.js";

// packages/cli/src/hook/hook-framework.ts
var STAGED = "npx --no-install leasehold lint --staged";
var FRAMEWORKS = [
  // https://pre-commit.com/#2-add-a-pre-commit-configuration
  {
    name: "pre-commit",
    files: [".pre-commit-config.yaml", ".pre-commit-config.yml"],
    where: "below `repos:` of .pre-commit-config.yaml",
    lines: ["  - repo: https://github.com/leasehold/leasehold", "    rev: v1", "    hooks:", "      - id: leasehold-lint"]
  },
  // https://typicode.github.io/husky/get-started.html
  { name: "husky", files: [".husky"], where: "to .husky/pre-commit", lines: [STAGED] },
  // https://lefthook.dev/configuration/
  {
    name: "lefthook",
    files: ["", "."].flatMap((dot) => ["yml", "yaml", "toml", "json", "jsonc"].map((ending) => `${dot}lefthook.${ending}`)),
    where: "to lefthook.yml",
    lines: ["pre-commit:", "  commands:", "    leasehold:", `      run: ${STAGED}`]
  }
];
function hookFramework(top) {
  for (const { files, ...framework } of FRAMEWORKS) {
    const file = files.find((name) => _existsSync(_join(top, name)));
    if (file !== void 0) return { ...framework, file };
  }
  return void 0;
}

// packages/cli/src/hook/hook-place.ts
function hookPlace(cwd) {
  if (ask(cwd, "rev-parse", "--is-inside-work-tree") !== "true") {
    throw new ConfigError("there is no working tree here, so that nothing is committed here", {
      code: "ERR_HOOK_REPOSITORY",
      help: "call it in a folder of the working tree; a bare repository has none"
    });
  }
  const top = ask(cwd, "rev-parse", "--show-toplevel");
  const folder = _resolve(top, ask(top, "rev-parse", "--git-path", "hooks"));
  return { top, file: _join(folder, "pre-commit"), everywhere: isSetEverywhere(top) };
}
function isSetEverywhere(top) {
  try {
    return /^(?:global|system)\s/.test(run(top, "config", "--show-scope", "--get", "core.hooksPath"));
  } catch {
    return false;
  }
}
function ask(cwd, ...words) {
  try {
    return run(cwd, ...words).replace(/\r?\n$/, "");
  } catch (cause) {
    const missing = cause.code === "ENOENT";
    throw new ConfigError(missing ? "there is no git here" : "git knows no repository here", {
      code: "ERR_HOOK_REPOSITORY",
      help: missing ? "install git, or add its folder to `PATH`" : "call it in a folder of the repository",
      cause
    });
  }
}
function run(cwd, ...words) {
  return _execFileSync("git", words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

// packages/cli/src/hook/hook-script.ts
var KEPT_SUFFIX = ".before-leasehold";
var MARK = "# leasehold-hook";
var DIGITS = 16;
var BODY = `# Written by \`leasehold hook install\`; \`leasehold hook install --uninstall\` takes it away.
# \`git commit --no-verify\` passes it by for once.

kept="$0${KEPT_SUFFIX}"
if [ -x "$kept" ]; then
  "$kept" "$@" || exit $?
fi

if [ -x node_modules/.bin/leasehold ]; then
  exec node_modules/.bin/leasehold lint --staged
elif command -v leasehold >/dev/null 2>&1; then
  exec leasehold lint --staged
elif npx --offline --no-install leasehold --version >/dev/null 2>&1; then
  # Nothing is downloaded behind a commit.
  exec npx --offline --no-install leasehold lint --staged
fi
echo 'leasehold: not found, so that this commit was not looked at for secrets' >&2
echo 'leasehold: install it, or leave it out for once with git commit --no-verify' >&2
exit 1
`;
var HOOK_SCRIPT = `#!/bin/sh
${MARK} ${digest(BODY)}
${BODY}`;
function hookOrigin(text) {
  const [, mark, body = ""] = /^#!\/bin\/sh\r?\n# leasehold-hook ([0-9a-f]*)\r?\n([\s\S]*)$/.exec(text) ?? [];
  if (mark === void 0) return text.includes(MARK) ? "changed" : "foreign";
  return mark === digest(body.replaceAll("\r\n", "\n")) ? "ours" : "changed";
}
function digest(text) {
  return _createHash("sha256").update(text).digest("hex").slice(0, DIGITS);
}

// packages/cli/src/hook/install-hook.ts
function installHook(input, shell) {
  const place = hookPlace(process.cwd());
  const force = flagOf(input, "force");
  if (flagOf(input, "uninstall")) return uninstall(place, force, shell);
  const framework = force ? void 0 : hookFramework(place.top);
  if (framework !== void 0) return explain(framework, shell);
  if (place.everywhere && !force) throw everywhereError(place);
  return install(place, force, shell);
}
function install({ file }, force, { out }) {
  const origin = originOf(file);
  if (origin === "ours" && _readFileSync(file, "utf8") === HOOK_SCRIPT) {
    out.line(`${out.paint("green", "there already")}: ${file}`);
    return EXIT.clean;
  }
  if (origin === "changed" || origin === "foreign" && !force) throw keptError(file, origin);
  _mkdirSync(_dirname(file), { recursive: true });
  if (origin === "foreign") keep(file);
  write(file);
  out.line(`${out.paint("green", origin === "ours" ? "renewed" : "installed")}: ${file}`);
  if (origin === "foreign") out.line(`  the hook that was there runs before it: ${file}${KEPT_SUFFIX}`);
  out.line("  before each commit it runs `leasehold lint --staged`");
  return EXIT.clean;
}
function uninstall({ file }, force, { out }) {
  const origin = originOf(file);
  if (origin === "changed" && !force) throw keptError(file, origin);
  if (origin === void 0 || origin === "foreign") {
    out.line(`nothing to take away: no hook of leasehold at ${file}`);
    return EXIT.clean;
  }
  const kept = `${file}${KEPT_SUFFIX}`;
  const before = originOf(kept) !== void 0;
  if (before) _renameSync(kept, file);
  else _rmSync(file);
  out.line(`${out.paint("green", "taken away")}: ${file}${before ? ", and the hook that was there before is back" : ""}`);
  return EXIT.clean;
}
function originOf(file) {
  const found = _lstatSync(file, { throwIfNoEntry: false });
  if (found === void 0) return void 0;
  return found.isFile() ? hookOrigin(_readFileSync(file, "utf8")) : "foreign";
}
function keep(file) {
  const kept = `${file}${KEPT_SUFFIX}`;
  if (originOf(kept) !== void 0) {
    throw new ConfigError(`\`${kept}\` is there already, so that the hook cannot be kept under that name`, {
      code: "ERR_HOOK_KEPT",
      help: "look at both, and move one of them away"
    });
  }
  _renameSync(file, kept);
}
function write(file) {
  const draft = `${file}.${_randomUUID()}`;
  try {
    _writeFileSync(draft, HOOK_SCRIPT, { mode: 493 });
    _chmodSync(draft, 493);
    _renameSync(draft, file);
  } finally {
    _rmSync(draft, { force: true });
  }
}
function explain({ name, file, where, lines }, { out, err }) {
  err.line(`${err.paint("yellow", "not installed")}: ${name} is in charge of the hooks here, as \`${file}\` shows`);
  err.line(`add ${where}:`);
  for (const line of lines) out.line(line);
  return EXIT.usage;
}
function keptError(file, origin) {
  return origin === "changed" ? new ConfigError(`somebody has changed the hook at \`${file}\` since it was written`, {
    code: "ERR_HOOK_KEPT",
    help: "keep it as it is, or remove the file and install the hook anew"
  }) : new ConfigError(`there is a hook at \`${file}\` already`, {
    code: "ERR_HOOK_KEPT",
    help: "add the line `leasehold lint --staged || exit 1` to it, or let it run before ours with `--force`"
  });
}
function everywhereError({ file }) {
  return new ConfigError(`\`core.hooksPath\` of your own settings names the folder of \`${file}\`, for every repository`, {
    code: "ERR_HOOK_EVERYWHERE",
    help: "set `core.hooksPath` in this repository, or install the hook for every repository with `--force`"
  });
}
export {
  installHook
};
