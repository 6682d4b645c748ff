import "./chunk-4RDBEBYK.js";
import "./chunk-UD2TXTDT.js";
import "./chunk-SPD3I5TM.js";
import {
  logLines
} from "./start.js";
import {
  suggestUnion,
  usableEntry
} from "./chunk-I3BL373I.js";
import {
  USUAL_IGNORE_LISTS,
  importComments,
  importList,
  oldFiles,
  readIgnoreList
} from "./lint.js";
import {
  flagOf,
  textOf
} from "./start.js";
import {
  EXIT
} from "./start.js";
import "./lint.js";
import "./lint.js";
import {
  ALLOW_FILE,
  addToAllowFile,
  allowFileOf,
  isExpired,
  openScanner,
  readAllowFile,
  readyRules
} from "./lint.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import {
  scannerSource
} from "./lint.js";
import {
  _dirname,
  _join,
  _resolve
} from "./start.js";
import "./start.js";
import "./start.js";
import "./lint.js";
import "./start.js";
import {
  _existsSync,
  _realpathSync
} from "./start.js";
import {
  ConfigError
} from "./start.js";
import "./start.js";

// packages/cli/src/import/import-lines.ts
var OUTCOMES = {
  imported: "imported",
  gone: "gone",
  unfound: "nothing that lint finds",
  unread: "not understood"
};
function listLines(lists) {
  const secrets = lists.flatMap(([, list]) => list);
  const lines = lists.flatMap(([shown, list]) => list.map((secret) => secretLine(shown, secret)));
  const counts = Object.keys(OUTCOMES).flatMap((outcome) => {
    const count = secrets.filter((secret) => secret.outcome === outcome).length;
    return count === 0 && outcome !== "imported" ? [] : [`${count} ${OUTCOMES[outcome]}`];
  });
  const entries = secrets.flatMap((secret) => secret.entries);
  return { lines, entries, summary: counts.join(", ") };
}
function secretLine(shown, { entry, path, kind, outcome, real, entries }) {
  const place = `${shown}:${entry}`;
  if (outcome === "unread") return `${place}  ${OUTCOMES.unread}`;
  const ours = entries.map(({ rule, hash }) => ` as ${rule} ${hash}`).join(",");
  const rotate = real && outcome === "imported" ? "; it is marked as a real secret, so rotate it" : "";
  return `${place}  ${OUTCOMES[outcome]}: ${kind} in ${path}${ours}${rotate}`;
}
function commentLines({ secrets, unreadable }) {
  const lines = secrets.map(
    ({ path, line, comment, entry: { rule, hash } }) => `${path}:${line}  imported: ${comment} as ${rule} ${hash}`
  );
  return {
    lines: [...lines, ...unreadable.map((path) => `${path}  cannot be read`)],
    entries: secrets.map(({ entry }) => entry),
    summary: `${secrets.length} imported`
  };
}

// packages/cli/src/import/run-import.ts
async function runImport(input, shell) {
  const wish = wishOf(input);
  const cwd = _realpathSync.native(process.cwd());
  const source = scannerSource({ cwd });
  await readyRules(source);
  const paths = input.positional.filter((path) => path !== void 0);
  const file = allowFileOf(cwd);
  const top = _dirname(_dirname(file));
  const scanner = openScanner(source);
  let told;
  if (flagOf(input, "comments")) told = commentLines(importComments(cwd, paths.length > 0 ? paths : ["."], wish, scanner));
  else {
    const lists = listsOf(paths, cwd, top);
    const files = oldFiles(_realpathSync.native(top), shell.env);
    told = listLines(lists.map(([path, shown]) => [shown, importList(readIgnoreList(path, shown), wish, scanner, files)]));
  }
  if (told.lines.length > 0) shell.out.line(logLines(told.lines));
  write(told, file, flagOf(input, "dry-run"), shell);
  suggestUnion(top, shell.err);
  return EXIT.clean;
}
function write({ entries, summary }, file, dry, { out }) {
  const before = readAllowFile(file);
  const standing = before.filter((entry) => entry.path === void 0 && !isExpired(entry, Date.now()));
  const known = new Set(standing.map(({ rule, hash }) => `${rule} ${hash}`));
  const fresh = entries.filter(({ rule, hash }) => known.size < known.add(`${rule} ${hash}`).size);
  if (!dry && fresh.length > 0) addToAllowFile(file, fresh);
  const added = `${fresh.length} new ${fresh.length === 1 ? "entry" : "entries"}`;
  out.line(`${summary}; ${dry ? `${added} for` : `${added} in`} ${ALLOW_FILE}`);
}
function wishOf(input) {
  const options = ["reason", "owner", "expires"].flatMap((name) => {
    const value = textOf(input, name);
    return value === void 0 ? [] : [[name, value]];
  });
  const wish = Object.fromEntries(options);
  usableEntry({ rule: "any", hash: "0".repeat(32), reason: "any", ...wish });
  return wish;
}
function listsOf(paths, cwd, top) {
  if (paths.length > 0) return paths.map((path) => [_resolve(cwd, path), path]);
  const usual = USUAL_IGNORE_LISTS.map((name) => [_join(top, name), name]).filter(([path]) => _existsSync(path));
  if (usual.length > 0) return usual;
  throw new ConfigError("there is no list of ignored secrets here", {
    code: "ERR_USAGE",
    help: "name one, or use `--comments` for what stands in the files"
  });
}
export {
  runImport
};
