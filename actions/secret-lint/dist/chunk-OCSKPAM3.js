import {
  rulesOfFolder,
  rulesOfRepository,
  scanTree,
  skippingAttribute
} from "./chunk-53QLDTHI.js";
import "./chunk-EEKZ5YUY.js";
import {
  authorship,
  newGit,
  newPathLookup,
  openBytesScan,
  openRepositoryObjects,
  parseCommit,
  readRef,
  shallowCommits,
  treeEntries,
  withProvenance
} from "./chunk-B5OXE3CR.js";
import {
  lintReport,
  readAllowance
} from "./chunk-SYBNQWDT.js";
import "./chunk-IBFILDPX.js";
import {
  _isAbsolute,
  _join,
  _posix,
  _relative,
  _resolve,
  bareRepositoryAt,
  openGitIndex,
  repositoryAround
} from "./chunk-UCDXRVAL.js";
import {
  _existsSync,
  _mkdirSync,
  _mkdtempSync,
  _readFileSync,
  _rmSync,
  _writeFileSync,
  bytePath,
  openable,
  readable
} from "./chunk-PNFY7LJU.js";
import {
  ConfigError,
  UpstreamError
} from "./chunk-UWWLZZC2.js";
import "./chunk-CZ7CSFO4.js";

// packages/scan/src/changes/fetch-commits.ts
var FETCH = [
  "fetch",
  "--quiet",
  "--no-tags",
  "--no-write-fetch-head",
  "--no-recurse-submodules",
  "--no-auto-maintenance",
  "--stdin"
];
var WITHOUT_CONTENTS = "--filter=blob:none";
function fetchCommits({ connected }, wanted, depth, contents) {
  const filter = contents ? "--no-filter" : WITHOUT_CONTENTS;
  return attempt(() => connected.run([...FETCH, filter, `--depth=${depth}`, "origin"], `${wanted.join("\n")}
`));
}
var NEGOTIATING_NOTHING = ["-c", "fetch.negotiationAlgorithm=noop"];
function fetchContents({ connected }, ids) {
  return attempt(() => connected.run([...NEGOTIATING_NOTHING, ...FETCH, WITHOUT_CONTENTS, "origin"], `${ids.join("\n")}
`));
}
function missingOf({ git }, ids) {
  if (ids.length === 0) return [];
  const answer = git.run(["cat-file", "--batch-check"], `${ids.join("\n")}
`).toString("latin1");
  return [...answer.matchAll(/^([0-9a-f]+) missing$/gm)].map(([, id2 = ""]) => id2);
}
var UNANSWERED = /failed: (?:unable to access|Authentication failed|could not read (?:Username|Password)|Could not read from remote|repository '[^']*' not found|ETIMEDOUT)/i;
function isUnanswered(reason) {
  return UNANSWERED.test(reason);
}
function attempt(work) {
  try {
    work();
    return void 0;
  } catch (error) {
    if (error instanceof UpstreamError) return error.message;
    throw error;
  }
}

// packages/scan/src/changes/changed-paths.ts
function changedPaths(repository, cwd, named2) {
  const top = readable(repository.top);
  const fromTop = (path) => bytePath(_relative(top, path));
  const below = fromTop(cwd);
  const wanted = named2.map((path) => fromTop(_resolve(cwd, path)));
  const limited = wanted.length > 0 && !wanted.includes("");
  const folders = /* @__PURE__ */ new Map();
  function rulesOf(folder) {
    const known = folders.get(folder);
    if (known !== void 0) return known;
    const cut = folder.lastIndexOf("/");
    const above = folder === "" ? rulesOfRepository(repository) : rulesOf(cut < 0 ? "" : folder.slice(0, cut));
    const path = folder === "" ? "" : `${folder}/`;
    const rules = rulesOfFolder(above, `${repository.top}/${folder}`, path, { ignore: false, attributes: true });
    folders.set(folder, rules);
    return rules;
  }
  return {
    limited,
    absent: wanted.flatMap((path) => absence(repository.top, path)),
    wanted: (path) => !limited || wanted.some((one) => isWithin(path, one)),
    shown: (path) => below === "" ? path : _posix.relative(`/${below}`, `/${path}`),
    marked(path) {
      if (wanted.includes(path)) return void 0;
      const cut = path.lastIndexOf("/");
      return skippingAttribute(rulesOf(path.slice(0, Math.max(0, cut))), path, path.slice(cut + 1));
    }
  };
}
function isWithin(path, folder) {
  return path === folder || path.startsWith(`${folder}/`);
}
function absence(top, path) {
  if (isWithin(path, "..")) return [{ path, reason: "unreadable: outside of the repository" }];
  return _existsSync(openable(`${top}/${path}`)) ? [] : [{ path, reason: "unreadable: not there" }];
}

// packages/scan/src/changes/change-set.ts
var LINK = "120000";
var SUBMODULE = "160000";
function changeSet(commits, paths) {
  const brought = [];
  const gone = [];
  const skipped = /* @__PURE__ */ new Map();
  const skip = (path, reason) => {
    const shown = readable(paths.shown(path));
    skipped.set(`${shown}\0${reason}`, { path: shown, reason });
  };
  for (const [order, { id: id2, changes }] of commits.entries()) {
    const by = { commit: id2 === "" ? void 0 : id2, order };
    for (const change of changes) {
      const { path, after } = change;
      if (after === void 0 && !change.unmerged) gone.push(...versionsBefore(change).map((version) => ({ ...version, ...by })));
      if (!paths.wanted(path)) continue;
      if (change.unmerged) skip(path, "in conflict");
      else if (after === void 0) continue;
      else if (after.mode === LINK) skip(path, "symbolic link");
      else if (after.mode === SUBMODULE) skip(path, "another repository");
      else if (!hasContent(change, after)) {
        brought.push({ path, id: after.id, ...by, before: versionsBefore(change) });
      }
    }
  }
  for (const { path, reason } of paths.absent) {
    if (!commits.some(({ changes }) => changes.some((change) => isWithin(change.path, path)))) skip(path, reason);
  }
  return { brought, gone, skipped: [...skipped.values()] };
}
function versionsBefore({ path, before }) {
  return before.filter(isFile).map(({ id: id2 }) => ({ id: id2, path }));
}
function isFile({ mode }) {
  return mode !== LINK && mode !== SUBMODULE;
}
function hasContent({ before }, after) {
  return before.some((side) => side.id === after.id && isFile(side));
}

// packages/scan/src/changes/commit-messages.ts
async function scanMessages(ids, objects, scan) {
  const findings = [];
  let scanned3 = 0;
  for (const id2 of ids) {
    await objects.arrival(id2);
    const bytes = objects.read(id2);
    const message = bytes?.subarray(parseCommit(bytes)?.message ?? bytes.length);
    if (message === void 0) continue;
    scanned3 += message.length;
    for (const finding of scan(message, `commit ${id2.slice(0, 12)}`).findings) {
      findings.push({ ...finding, commit: id2, provenance: { object: id2, ...authorship(id2, objects) } });
    }
  }
  return { findings, bytes: scanned3 };
}

// packages/scan/src/changes/versions.ts
function keyOf({ ruleId, fingerprint }) {
  return `${ruleId} ${fingerprint}`;
}
function nameOf({ id: id2, path }) {
  return `${id2} ${path}`;
}
var NOTHING = /* @__PURE__ */ new Map();
function newVersions(objects, scan, paths) {
  const scanned3 = /* @__PURE__ */ new Map();
  const skipped = [];
  let files = 0;
  let bytes = 0;
  const versions = {
    skipped,
    ready: (wanted) => objects.ready(wanted.filter((version) => !scanned3.has(nameOf(version))).map(({ id: id2 }) => id2)),
    async arrival(version) {
      if (!scanned3.has(nameOf(version))) await objects.arrival(version.id);
    },
    findings(version) {
      const { id: id2, path } = version;
      const key = nameOf(version);
      if (scanned3.has(key)) return scanned3.get(key);
      const content = objects.read(id2);
      const found2 = content && scan(content, readable(paths.shown(path)));
      const findings = found2?.findings;
      if (found2?.skipped) skipped.push(...found2.skipped);
      scanned3.set(key, findings);
      if (content !== void 0) {
        files++;
        bytes += content.length;
      }
      return findings;
    },
    known(version) {
      const findings = versions.findings(version) ?? [];
      if (findings.length === 0) return NOTHING;
      const known = /* @__PURE__ */ new Map();
      for (const finding of findings) known.set(keyOf(finding), finding.fails || known.get(keyOf(finding)) === true);
      return known;
    },
    get files() {
      return files;
    },
    get bytes() {
      return bytes;
    }
  };
  return versions;
}

// packages/scan/src/changes/new-findings.ts
var NO_ENDS = { base: () => void 0, end: () => void 0 };
var NOT_HERE = "unreadable: its content is not in this clone, or too large";
async function newFindings(changes, versions, paths, ends = NO_ENDS, progress) {
  const skipped = [];
  const suspects = [];
  for (const one of changes.brought) {
    progress?.(versions.files, versions.bytes);
    await versions.arrival(one);
    const findings = versions.findings(one);
    const mark = findings === void 0 || findings.length > 0 ? paths.marked(one.path) : void 0;
    const reason = mark ? `marked ${mark}` : NOT_HERE;
    if (mark !== void 0 || findings === void 0) skipped.push({ path: readable(paths.shown(one.path)), reason });
    else if (findings.length > 0) suspects.push(one);
  }
  const looked = { files: versions.files, bytes: versions.bytes, skipped: [...skipped, ...versions.skipped] };
  return { findings: suspects.length === 0 ? [] : await judge(suspects, changes, versions, ends), ...looked };
}
async function judge(suspects, changes, versions, { base, end }) {
  await scanned(
    versions,
    suspects.flatMap(({ before }) => before)
  );
  const unknown = suspects.filter((by) => versions.findings(by)?.some((finding) => !isKnown(finding, by.before, versions)));
  const replaced = ({ before, order }) => before.length === 0 ? changes.gone.filter((one) => one.order <= order) : [];
  await scanned(
    versions,
    unknown.flatMap((one) => [...replaced(one), ...present(base(one.path)), ...present(end(one.path))])
  );
  const tellings = /* @__PURE__ */ new Map();
  const findings = [];
  for (const by of unknown) {
    const before = [...by.before, ...present(base(by.path)), ...replaced(by)];
    for (const finding of versions.findings(by) ?? []) {
      const key = `${keyOf(finding)} ${by.path}`;
      const settled = tellings.get(key);
      if (settled !== void 0 && (settled || !finding.fails) || isKnown(finding, before, versions)) continue;
      const isSame = (other) => keyOf(other) === keyOf(finding);
      const last = present(end(by.path)).flatMap((version) => (versions.findings(version) ?? []).filter(isSame));
      const still = last.length > 0;
      const then = (versions.findings(by) ?? []).filter(isSame);
      const removedBy = still ? void 0 : remover(finding, by, changes, versions);
      for (const place of still ? last : then) findings.push({ finding: place, by, still, removedBy });
      tellings.set(key, still || then.some(({ fails }) => fails));
    }
  }
  return findings;
}
async function scanned(versions, wanted) {
  versions.ready(wanted);
  for (const version of wanted) {
    await versions.arrival(version);
    versions.findings(version);
  }
}
function isKnown(finding, before, versions) {
  return before.some((version) => {
    const failed = versions.known(version).get(keyOf(finding));
    return failed !== void 0 && (failed || !finding.fails);
  });
}
function remover(finding, by, { brought, gone }, versions) {
  const later = ({ path, order }) => path === by.path && order > by.order;
  const lacks = (version) => !versions.known(version).has(keyOf(finding));
  const changed = brought.find((one) => later(one) && lacks(one));
  const deleted = gone.find(later);
  return (deleted !== void 0 && (changed === void 0 || deleted.order < changed.order) ? deleted : changed)?.commit;
}
function present(version) {
  return version === void 0 ? [] : [version];
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

// packages/scan/src/changes/raw-output.ts
var RAW_WORDS = ["--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv"];
var ABSENT = "000000";
function readRawOutput(answer) {
  const tokens = answer.toString("latin1").split("\0");
  const commits = [];
  for (let at2 = 0; at2 < tokens.length; at2++) {
    const token = (tokens[at2] ?? "").replace(/^\n/, "");
    if (token === "") continue;
    if (token.startsWith(":")) {
      at2++;
      const changes = commits.at(-1)?.changes ?? newest(commits);
      changes.push(changeOf(token, tokens[at2] ?? ""));
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
  const side = (at2) => ({ mode: words[at2] ?? ABSENT, id: words[parents + 1 + at2] ?? "" });
  const present2 = ({ mode }) => mode !== ABSENT;
  const after = side(parents);
  return {
    path,
    before: Array.from({ length: parents }, (_, at2) => side(at2)).filter(present2),
    after: present2(after) ? after : void 0,
    unmerged: (words.at(-1) ?? "").startsWith("U")
  };
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

// packages/scan/src/changes/scan-commits.ts
function countCommits(number) {
  return number === 1 ? "the one commit" : `the ${number} commits`;
}
function listCommits(git, revisions) {
  return readRawOutput(git.run(listingWords(revisions)));
}
async function scanCommits({ git, objects, paths, openScan, shallow }, { listed, base, end, cut }, progress) {
  const isCut = ({ id: id2 }) => shallow.has(id2);
  const cutOff = listed.filter(isCut).length;
  const kept = cut === "known" ? listed.filter((commit) => !isCut(commit)) : listed;
  const from = cutOff > 0 && cut === "compare" ? base() : void 0;
  const commits = kept.map((commit) => isCut(commit) && from !== void 0 ? compared(git, from, commit.id) : commit);
  const spoken = paths.limited ? [] : kept.map(({ id: id2 }) => id2);
  const changes = changeSet(commits, paths);
  objects.ready([...spoken, ...changes.brought.map(({ id: id2 }) => id2)]);
  const scan = openScan();
  const versions = newVersions(objects, scan, paths);
  const last = listed.at(-1)?.id;
  const found2 = await newFindings(
    changes,
    versions,
    paths,
    { base: versionsIn(objects, base), end: versionsIn(objects, () => last) },
    progress
  );
  const said = await scanMessages(spoken, objects, scan);
  return {
    findings: [...found2.findings.map((one) => withProvenance(one, objects, end)), ...said.findings],
    versions: true,
    skipped: [...changes.skipped, ...found2.skipped],
    files: found2.files,
    bytes: found2.bytes + said.bytes,
    commits: kept.length,
    cut: cutOff
  };
}
function compared(git, from, id2) {
  const [commit] = readRawOutput(git.run(["diff-tree", "-r", ...RAW_WORDS, from, id2]));
  return { id: id2, changes: commit?.changes ?? [] };
}
function versionsIn(objects, commit) {
  const contentIn = newPathLookup(objects);
  let asked;
  return (path) => {
    asked ??= { id: commit() };
    const content = asked.id === void 0 ? void 0 : contentIn(asked.id, path);
    return content === void 0 ? void 0 : { id: content, path };
  };
}

// packages/scan/src/changes/acquire-commits.ts
var FIRST_DEPTH = 16;
var GROWTH = 4;
var ROUNDS = 4;
var OURS = { head: "refs/heads/fetched-head", base: "refs/heads/fetched-base" };
function commitsAtHand(git, { head, base }, shallow) {
  if (base === void 0) return void 0;
  try {
    const listed = listCommits(git, [`${base}..${head}`]);
    return listed.some(({ id: id2 }) => shallow.has(id2)) ? void 0 : { listed, base, cut: "compare", notes: [] };
  } catch (error) {
    if (error instanceof UpstreamError) return void 0;
    throw error;
  }
}
function fetchedCommits(store, event, contents) {
  let reason = "there is nothing to fetch it by";
  for (const way of ways(event)) {
    const failed = fetchCommits(store, way.wanted, firstDepth(event), contents) ?? lacking(store, event, way.base);
    if (failed === void 0) return grown(store, event, way, contents);
    reason = failed;
    if (isUnanswered(reason)) break;
  }
  return { reason };
}
function ways({ title, head, headRefs, base, baseRefs }) {
  const [headRef] = headRefs;
  const [baseRef] = baseRefs;
  const byName = baseRef === void 0 ? [] : [`+${baseRef}:${OURS.base}`];
  const named2 = baseRef === void 0 ? void 0 : OURS.base;
  const gone = base === void 0 || baseRef === void 0 ? [] : [`the commit that ${title} is to be compared with is gone: it was compared with ${baseRef} as it is now`];
  const heads = [[head], ...headRef === void 0 ? [] : [[`+${headRef}:${OURS.head}`]]];
  const ofIds = base === void 0 ? [] : heads.map((wanted) => ({ wanted: [...wanted, base], base, notes: [] }));
  const ofNames = heads.map((wanted) => ({ wanted: [...wanted, ...byName], base: named2, notes: gone }));
  return base !== void 0 && baseRef === void 0 ? ofIds : [...ofIds, ...ofNames];
}
function firstDepth({ count }) {
  return count === void 0 ? FIRST_DEPTH : count + 1;
}
function lacking(store, { head }, base) {
  const missing = missingOf(store, [head, ...base === void 0 || base === OURS.base ? [] : [base]]);
  return missing.length === 0 ? void 0 : `the other side has no commit ${missing[0]?.slice(0, 12)}`;
}
function grown(store, event, way, contents) {
  const base = way.base === OURS.base ? store.git.run(["rev-parse", way.base]).toString("latin1").trim() : way.base;
  const revisions = base === void 0 ? [event.head] : [`${base}..${event.head}`];
  let depth = firstDepth(event);
  for (let round = 1; ; round++) {
    const listed = listCommits(store.git, revisions);
    const shallow = store.shallow();
    const cut = listed.filter(({ id: id2 }) => shallow.has(id2)).length;
    if (base !== void 0 && listed.length - cut === event.count) return { listed, base, cut: "known", notes: way.notes };
    if (cut === 0 && listed.length <= (event.count ?? listed.length)) return { listed, base, cut: "compare", notes: way.notes };
    depth *= GROWTH;
    if (round === ROUNDS || fetchCommits(store, way.wanted, depth, contents) !== void 0) {
      if (cut === 0) return { listed, base, cut: "compare", notes: way.notes };
      const note = `the history of ${event.title} goes further back than was fetched: at its far end only the difference to what it is compared with was scanned`;
      return { listed, base, cut: "compare", notes: [...way.notes, note] };
    }
  }
}
function fetchBrought(store, { listed, cut }) {
  const shallow = store.shallow();
  const commits = cut === "known" ? listed.filter(({ id: id2 }) => !shallow.has(id2)) : listed;
  const ids = new Set(
    commits.flatMap(({ changes }) => changes.flatMap(({ after }) => after?.mode.startsWith("100") ? [after.id] : []))
  );
  const missing = missingOf(store, [...ids]);
  return missing.length === 0 ? void 0 : fetchContents(store, missing);
}

// packages/scan/src/changes/event-commits.ts
var MOST_LISTED = 2048;
function eventCommits(event, payload) {
  if (/^pull_request(?:_target)?$/.test(event)) return ofPullRequest(event, at(payload, "pull_request"));
  if (event === "merge_group") return ofMergeGroup(at(payload, "merge_group"));
  if (event === "push") return ofPush(record(payload));
  return void 0;
}
function ofPullRequest(event, pull) {
  const { number, commits } = pull;
  const known = Number.isSafeInteger(number) && Number(number) > 0;
  return {
    title: known ? `pull request ${number}` : "the pull request",
    head: id(event, at(pull, "head").sha),
    headRefs: known ? [`refs/pull/${number}/head`] : [],
    base: id(event, at(pull, "base").sha),
    baseRefs: branch(at(pull, "base").ref),
    count: Number.isSafeInteger(commits) && Number(commits) > 0 ? Number(commits) : void 0
  };
}
function ofMergeGroup(group) {
  return {
    title: "the merge group",
    head: id("merge_group", group.head_sha),
    headRefs: reference(group.head_ref),
    base: id("merge_group", group.base_sha),
    baseRefs: reference(group.base_ref),
    count: void 0
  };
}
function ofPush(push) {
  const [ref = ""] = reference(push.ref);
  const shown = ref.replace(/^refs\/(?:heads|tags)\//, "") || "a branch";
  const after = id("push", push.after);
  if (push.deleted === true || isNone(after)) return { nothing: `the push deleted ${shown}` };
  const before = id("push", push.before);
  const isNew = isNone(before);
  const known = branch(at(push, "repository").default_branch);
  const { commits } = push;
  return {
    title: `the push to ${shown}`,
    head: after,
    headRefs: ref === "" ? [] : [ref],
    base: isNew ? void 0 : before,
    // What was pushed anew to another branch is compared with the one that all begin from.
    baseRefs: known.includes(ref) ? [] : known,
    // Of a push that was forced, the list holds what is new to the whole repository.
    count: !isNew && push.forced !== true && Array.isArray(commits) ? counted(commits.length) : void 0
  };
}
function counted(length) {
  return length > 0 && length < MOST_LISTED ? length : void 0;
}
function at(value, key) {
  return record(record(value)[key]);
}
function record(value) {
  return typeof value === "object" && value !== null ? value : {};
}
function id(event, value) {
  if (typeof value === "string" && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(value)) return value;
  throw new ConfigError(`the payload of the event \`${event}\` does not say which commits it is about`, {
    code: "ERR_LINT_EVENT",
    help: "run this in a job of GitHub Actions, or name the commits with `--range`"
  });
}
function isNone(value) {
  return /^0+$/.test(value);
}
function branch(name) {
  return typeof name === "string" ? reference(`refs/heads/${name}`) : [];
}
function reference(name) {
  return typeof name === "string" && /^refs\/[^\s\0:*?[\\^~+]+$/.test(name) && !name.includes("..") ? [name] : [];
}

// packages/scan/src/changes/event-file.ts
function commitsOfJob(env) {
  const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path } = env;
  if (name === void 0 || path === void 0) {
    throw new ConfigError("no event says which pull request this is about", {
      code: "ERR_LINT_EVENT",
      help: "run this in a job of GitHub Actions, or name the commits with `--range`"
    });
  }
  const commits = eventCommits(name, payloadAt(path));
  if (commits !== void 0) return commits;
  throw new ConfigError(`the event \`${name}\` is not about commits that were pushed or proposed`, {
    code: "ERR_LINT_EVENT",
    help: "scan the files of the checkout instead, or name the commits with `--range`"
  });
}
function payloadAt(path) {
  try {
    return JSON.parse(_readFileSync(path, "utf8"));
  } catch (cause) {
    throw new ConfigError("the payload of the event cannot be read", {
      code: "ERR_LINT_EVENT",
      help: "`GITHUB_EVENT_PATH` names a file of JSON that the runner writes",
      cause
    });
  }
}

// packages/scan/src/changes/ground.ts
function repositoryOf(cwd) {
  return found(repositoryAround(bytePath(cwd)));
}
function repositoryOfCommits(cwd) {
  return found(bareRepositoryAt(bytePath(cwd)) ?? repositoryAround(bytePath(cwd)));
}
function found(repository) {
  if (repository !== void 0) return repository;
  throw new ConfigError("this folder is in no git repository", {
    code: "ERR_LINT_REPOSITORY",
    help: "change into one, or lint files and folders by their names"
  });
}

// rare:node:os
var tmpdir = (...args) => process.getBuiltinModule("node:os").tmpdir(...args);

// packages/scan/src/changes/private-store.ts
var CONNECTION = /^(?:http|https|credential|url|ssh|core\.(?:sshcommand|gitproxy|askpass)|remote\.origin\.(?:url|proxy|proxyauthmethod))(?:\.|$)/;
function privateStore(repository, cwd, env, tip) {
  const gitFolder = _mkdtempSync(_join(tmpdir(), "leasehold-git-"));
  const common = repository.commonFolder;
  try {
    _mkdirSync(_join(gitFolder, "objects", "info"), { recursive: true });
    _mkdirSync(_join(gitFolder, "refs", "heads"), { recursive: true });
    _writeFileSync(_join(gitFolder, "objects", "info", "alternates"), openable(`${quoted(`${common}/objects`)}
`));
    _writeFileSync(_join(gitFolder, "HEAD"), "ref: refs/heads/at-hand\n");
    _writeFileSync(_join(gitFolder, "config"), `[core]
	bare = true
${formatOf(common)}`);
    const shallow = shallowCommits(common);
    if (shallow.size > 0) _writeFileSync(_join(gitFolder, "shallow"), `${[...shallow].join("\n")}
`);
    if (tip !== void 0) _writeFileSync(_join(gitFolder, "refs", "heads", "at-hand"), `${tip}
`);
  } catch (error) {
    _rmSync(gitFolder, { recursive: true, force: true });
    throw error;
  }
  const settings = [...connection(cwd, env), ...PROMISOR];
  return {
    gitFolder,
    git: newGit({ cwd, env, gitFolder }),
    connected: newGit({ cwd, env, gitFolder, connects: true, settings }),
    shallow: () => shallowCommits(gitFolder),
    [Symbol.dispose]: () => _rmSync(gitFolder, { recursive: true, force: true, maxRetries: 3 })
  };
}
var PROMISOR = [
  ["remote.origin.promisor", "true"],
  ["remote.origin.partialclonefilter", "blob:none"]
];
function connection(cwd, env) {
  const answer = newGit({ cwd, env }).run(["config", "--local", "--includes", "--list", "-z"]).toString("utf8");
  return answer.split("\0").flatMap((entry) => {
    const cut = entry.indexOf("\n");
    const key = cut < 0 ? entry : entry.slice(0, cut);
    return CONNECTION.test(key) ? [[key, cut < 0 ? "true" : entry.slice(cut + 1)]] : [];
  });
}
function isPartial({ commonFolder }) {
  return /^\s*(?:promisor\s*=\s*true|partialclone\s*=)/im.test(configOf(commonFolder));
}
function configOf(common) {
  try {
    return _readFileSync(openable(`${common}/config`), "latin1");
  } catch {
    return "";
  }
}
function formatOf(common) {
  const sha256 = /^\s*objectformat\s*=\s*sha256\s*$/im.test(configOf(common));
  return sha256 ? "	repositoryformatversion = 1\n[extensions]\n	objectformat = sha256\n" : "	repositoryformatversion = 0\n";
}
function quoted(path) {
  return path.startsWith('"') || readable(path).includes("\n") ? `"${path.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"` : path;
}

// packages/scan/src/changes/scan-pull-request.ts
var ADVICE = {
  later: "run the job again, or give actions/checkout `fetch-depth: 0`",
  credentials: "let actions/checkout persist its credentials, or give it `fetch-depth: 0`"
};
var FOR_LATER = /error: (?:429|5\d\d)\b|ETIMEDOUT|too slow|timed out|resolve host|connect to/i;
async function scanPullRequest(request, ports) {
  const { cwd, failOn, allowList } = request;
  const repository = repositoryOf(cwd);
  const event = commitsOfJob(ports.env);
  if ("nothing" in event) {
    const nothing = { findings: [], skipped: [], files: 0, bytes: 0, whole: false, about: `nothing to scan, ${event.nothing}` };
    return lintReport(nothing, readAllowance(cwd, allowList), failOn, ports.now());
  }
  const git = newGit({ cwd, env: ports.env });
  const shallow = shallowCommits(repository.commonFolder);
  const atHand = isPartial(repository) ? void 0 : commitsAtHand(git, event, shallow);
  if (atHand !== void 0) {
    using objects = openRepositoryObjects(repository.commonFolder, git);
    return await scanned2(request, ports, event, atHand, { git, objects, shallow });
  }
  return withFetched(request, ports, event, repository, git);
}
async function scanned2(request, ports, event, { listed, base, cut, notes }, source) {
  const { cwd, failOn, allowList, paths = [] } = request;
  const allowance = readAllowance(cwd, allowList);
  const looked = changedPaths(repositoryOf(cwd), cwd, paths);
  const ground = { ...source, openScan: () => openBytesScan(request), paths: looked };
  const found2 = await scanCommits(
    ground,
    { listed, base: () => base, end: event.headRefs[0] ?? event.head.slice(0, 12), cut },
    ports.progress
  );
  const against = base === void 0 ? "with nothing to compare them with" : `and left out what ${base.slice(0, 12)} has`;
  const about = `scanned ${countCommits(found2.commits)} of ${event.title} up to ${event.head.slice(0, 12)}, ${against}`;
  return lintReport({ ...found2, whole: false, about, notes }, allowance, failOn, ports.now());
}
async function withFetched(request, ports, event, repository, git) {
  const tip = git.run(["rev-parse", "--verify", "HEAD"]).toString("latin1").trim();
  let reason = "";
  for (const contents of [false, true]) {
    using store = privateStore(repository, request.cwd, ports.env, tip);
    const acquired = fetchedCommits(store, event, contents);
    if ("reason" in acquired) {
      reason = acquired.reason;
      break;
    }
    const refused = fetchBrought(store, acquired);
    if (refused !== void 0 && !contents) {
      reason = refused;
      continue;
    }
    const notes = contents ? [...acquired.notes, `all contents were fetched, since the changed ones alone were refused: ${reason}`] : acquired.notes;
    using source = sourceOf(store);
    return await scanned2(request, ports, event, { ...acquired, notes }, source);
  }
  return withoutFetch(request, ports, event, git, tip, reason);
}
function sourceOf(store) {
  const open = () => openRepositoryObjects(bytePath(store.gitFolder), store.git);
  let held = open();
  return {
    git: store.git,
    shallow: store.shallow(),
    objects: {
      ready(ids) {
        const missing = missingOf(store, ids);
        if (missing.length > 0 && fetchContents(store, missing) === void 0) {
          held[Symbol.dispose]();
          held = open();
        }
        held.ready(ids);
      },
      arrival: (id2) => held.arrival(id2),
      read: (id2) => held.read(id2)
    },
    [Symbol.dispose]: () => held[Symbol.dispose]()
  };
}
async function withoutFetch(request, ports, event, git, tip, reason) {
  const whole = scanTree({ ...request, paths: request.paths?.length ? request.paths : ["."] }, ports);
  const note = `the commits of ${event.title} could not be fetched (${reason}), so that the files of the checkout were scanned instead, and neither messages nor what was taken out again: ${ADVICE[FOR_LATER.test(reason) ? "later" : "credentials"]}`;
  const skipped = holds(git, tip, event.head) ? [] : [{ path: event.title, reason: "unreadable: its last commit is not in this checkout" }];
  return {
    ...whole,
    skipped: [...skipped, ...whole.skipped],
    notes: [note, ...whole.notes],
    about: `scanned the files of the checkout, since the commits of ${event.title} are not here`
  };
}
function holds(git, tip, head) {
  if (tip === head) return true;
  const commit = git.run(["cat-file", "commit", tip]).toString("latin1");
  return commit.slice(0, commit.indexOf("\n\n")).split("\n").includes(`parent ${head}`);
}

// packages/scan/src/changes/scan-range.ts
async function scanRange(request, ports) {
  const { cwd, failOn, allowList, paths = [] } = request;
  const { range, answer } = request.listing ?? beginListing(request.range, cwd, ports.env);
  const repository = repositoryOfCommits(cwd);
  const allowance = readAllowance(cwd, allowList);
  const git = newGit({ cwd, env: ports.env });
  const shallow = shallowCommits(repository.commonFolder);
  using objects = openRepositoryObjects(repository.commonFolder, git);
  const listed = await inRange(request.range, shallow.size > 0, answer);
  const found2 = await scanCommits(
    { git, objects, paths: changedPaths(repository, cwd, paths), openScan: () => openBytesScan(request), shallow },
    { listed, base: () => baseOf(git, range), end: range.end, cut: "compare" },
    ports.progress
  );
  const about = `scanned ${countCommits(found2.commits)} of ${request.range}, and left out what ${range.base} has`;
  return lintReport(
    { ...found2, whole: false, about, notes: [...cutNotes(found2), ...absentNotes(found2, repository, request.range)] },
    allowance,
    failOn,
    ports.now()
  );
}
function baseOf(git, { base, end, parted }) {
  const words = parted ? ["merge-base", base, end] : ["rev-parse", "--verify", "--quiet", `${base}^{commit}`];
  try {
    return git.run(words).toString("latin1").trim() || void 0;
  } catch (error) {
    if (error instanceof UpstreamError) return void 0;
    throw error;
  }
}
function cutNotes({ cut }) {
  if (cut === 0) return [];
  return [
    `the clone is shallow: ${cut === 1 ? "a commit of the range is" : `${cut} commits of the range are`} cut off from what came before, so that only the difference to the base was scanned there`
  ];
}
function absentNotes({ skipped }, repository, range) {
  const absent = skipped.filter(({ reason }) => reason === NOT_HERE).length;
  if (absent === 0 || !isPartial(repository)) return [];
  return [
    `the clone is partial: ${absent === 1 ? "a version of a file that the range brings is" : `${absent} versions of files that the range brings are`} not in it: fetch what is missing, such as by \`git log -p ${range}\`, and lint again`
  ];
}
async function inRange(range, shallow, answer) {
  try {
    return readRawOutput(await answer);
  } catch (error) {
    if (!(error instanceof UpstreamError) || !/revision|bad object|ambiguous/.test(error.message)) throw error;
    throw new ConfigError(`the range \`${range}\` names a commit that is not here`, {
      code: "ERR_LINT_RANGE",
      help: helpOf(range, shallow),
      cause: error
    });
  }
}
function helpOf(range, shallow) {
  if (/^0{40,64}\.\./.test(range))
    return "zeros stand for nothing: of a new branch name what it parted from, such as `origin/main..HEAD`";
  if (shallow) return "the clone is shallow: fetch more of it, such as with `fetch-depth: 0`, or use `--pr`";
  return "see `git log` for the names that it knows";
}

// packages/scan/src/changes/tree-comparison.ts
var DEPTH = 1e3;
var MOST_READ = 32;
var FOLDER = 16384;
var TYPE = 61440;
var REGULAR = 32768;
var LINK2 = 40960;
var SUBMODULE2 = 57344;
var EMPTY = /* @__PURE__ */ new Set([
  "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
  "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
]);
function compareWithTree(index, tree, read) {
  const changes = [];
  let whole = true;
  let trees = 0;
  function entriesOf(id2) {
    if (EMPTY.has(id2)) return [];
    const bytes = ++trees > MOST_READ ? void 0 : read(id2);
    if (bytes === void 0) whole = false;
    return bytes === void 0 ? [] : treeEntries(bytes, id2.length === 64 ? 32 : 20);
  }
  function folder(id2, path, from, cached, depth) {
    const same = id2 === void 0 ? void 0 : passedOver(index, id2, path, from, cached);
    if (same !== void 0) return same;
    if (depth > DEPTH) whole = false;
    if (!whole) return index.length;
    const before = /* @__PURE__ */ new Map();
    for (const entry of id2 === void 0 ? [] : entriesOf(id2)) before.set(keyOf2(entry), entry);
    let at2 = from;
    while (at2 < index.length) {
      const full = index.path(at2);
      if (!full.startsWith(path)) break;
      const slash = full.indexOf("/", path.length);
      const key = slash < 0 ? full.slice(path.length) : full.slice(path.length, slash + 1);
      const entry = before.get(key);
      if (slash >= 0) {
        before.delete(key);
        at2 = folder(entry?.id, full.slice(0, slash + 1), at2, cached?.folder(key.slice(0, -1)), depth + 1);
        continue;
      }
      if (!index.intended(at2)) {
        before.delete(key);
        file(at2, full, entry);
      }
      at2++;
    }
    for (const [key, entry] of before) gone(entry, path + key, depth + 1);
    return at2;
  }
  function file(at2, path, entry) {
    const before = entry === void 0 ? [] : [sideOf(entry)];
    if (index.stage(at2) !== 0) {
      if (changes.at(-1)?.path !== path) changes.push({ path, before, after: void 0, unmerged: true });
      return;
    }
    const after = { mode: written(index.mode(at2)), id: index.id(at2) };
    if (before[0]?.id !== after.id || before[0].mode !== after.mode) changes.push({ path, before, after, unmerged: false });
  }
  function gone(entry, path, depth) {
    if (!isFolder(entry)) changes.push({ path, before: [sideOf(entry)], after: void 0, unmerged: false });
    else if (depth > DEPTH) whole = false;
    else for (const below of entriesOf(entry.id)) gone(below, path + keyOf2(below), depth + 1);
  }
  folder(tree, "", 0, index.trees, 0);
  return whole ? changes.sort((one, other) => one.path < other.path ? -1 : one.path > other.path ? 1 : 0) : void 0;
}
function passedOver(index, id2, path, from, cached) {
  if (cached?.id !== id2) return void 0;
  const next = from + cached.entries;
  const isIn = (at2) => at2 < index.length && index.path(at2).startsWith(path);
  return next <= index.length && (next === from || isIn(next - 1)) && !isIn(next) ? next : void 0;
}
function keyOf2(entry) {
  return isFolder(entry) ? `${entry.name}/` : entry.name;
}
function isFolder({ mode }) {
  return (mode & TYPE) === FOLDER;
}
function sideOf({ mode, id: id2 }) {
  const type = mode & TYPE;
  if (type === REGULAR) return { mode: (mode & 64) === 0 ? "100644" : "100755", id: id2 };
  return { mode: written(type === LINK2 ? LINK2 : SUBMODULE2), id: id2 };
}
function written(mode) {
  return mode.toString(8).padStart(6, "0");
}

// packages/scan/src/changes/staged-changes.ts
var FILE = "100644";
var ELSEWHERE = ["GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"];
function listStaged(ground) {
  const changes = ownReading(ground) ?? gitsReading(ground);
  const merged = mergedHeads(ground);
  const own = merged.length === 0 ? changes : changesOfMerge(changes, merged, newPathLookup(ground.objects));
  return own.length === 0 ? [] : [{ id: "", changes: own }];
}
function gitsReading({ git }) {
  return readRawOutput(git.run(["diff", "--cached", ...RAW_WORDS])).flatMap(({ changes }) => changes);
}
function mergedHeads({ repository, cwd, env }) {
  if (isElsewhere(repository, cwd, env)) return [];
  const text = bytesAt(openable(`${repository.gitFolder}/MERGE_HEAD`))?.toString("latin1") ?? "";
  return text.match(/^[0-9a-f]{40,64}$/gm) ?? [];
}
function changesOfMerge(changes, merged, lookup) {
  return changes.flatMap((change) => {
    const ids = merged.flatMap((commit) => lookup(commit, change.path) ?? []);
    if (change.after !== void 0 && ids.includes(change.after.id)) return [];
    return [{ ...change, before: [...change.before, ...ids.map((id2) => ({ mode: FILE, id: id2 }))] }];
  });
}
function ownReading({ repository, cwd, env, objects }) {
  const top = readable(repository.top);
  const gitFolder = readable(repository.gitFolder);
  if (isElsewhere(repository, cwd, env)) return void 0;
  const named2 = env.GIT_INDEX_FILE;
  if (named2 !== void 0 && !_isAbsolute(named2) && cwd !== top) return void 0;
  const head = readRef(gitFolder, "HEAD");
  const bytes = head && bytesAt(named2 === void 0 ? openable(`${repository.gitFolder}/index`) : _resolve(top, named2));
  const index = bytes && openGitIndex(bytes, head.idLength);
  if (index === void 0 || head === void 0) return void 0;
  if (head.id === void 0) return compareWithTree(index, void 0, objects.read);
  const commit = objects.read(head.id);
  const tree = commit && parseCommit(commit)?.tree;
  return tree === void 0 ? void 0 : compareWithTree(index, tree, objects.read);
}
function isElsewhere({ gitFolder }, cwd, env) {
  if (ELSEWHERE.some((name) => env[name] !== void 0)) return true;
  return env.GIT_DIR !== void 0 && _resolve(cwd, env.GIT_DIR) !== _resolve(readable(gitFolder));
}
function bytesAt(path) {
  try {
    return _readFileSync(path);
  } catch {
    return void 0;
  }
}

// packages/scan/src/changes/scan-staged.ts
async function scanStaged(request, ports) {
  const { cwd, failOn, allowList, paths = [] } = request;
  const repository = repositoryOf(cwd);
  const allowance = readAllowance(cwd, allowList);
  const git = newGit({ cwd, env: ports.env });
  const looked = changedPaths(repository, cwd, paths);
  using objects = openRepositoryObjects(repository.commonFolder, git);
  const staged = changeSet(listStaged({ repository, cwd, env: ports.env, git, objects }), looked);
  const about = "compared what is staged with the last commit";
  if (staged.brought.length === 0) {
    const nothing = { findings: [], skipped: staged.skipped, files: 0, bytes: 0, whole: false, about };
    return lintReport(nothing, allowance, failOn, ports.now());
  }
  objects.ready(staged.brought.map(({ id: id2 }) => id2));
  const versions = newVersions(objects, openBytesScan(request), looked);
  const found2 = await newFindings(staged, versions, looked, void 0, ports.progress);
  const findings = found2.findings.map(({ finding }) => finding);
  const skipped = [...staged.skipped, ...found2.skipped];
  return lintReport({ ...found2, findings, skipped, whole: false, about }, allowance, failOn, ports.now());
}
export {
  scanPullRequest,
  scanRange,
  scanStaged
};
