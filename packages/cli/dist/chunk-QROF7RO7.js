import {
  require_dist
} from "./chunk-J675GY67.js";
import {
  RULE_FILE,
  inTextOrder
} from "./lint.js";
import {
  _join
} from "./start.js";
import {
  suggest
} from "./start.js";
import {
  ruleById
} from "./lint.js";
import {
  SEVERITIES
} from "./start.js";
import {
  _lstatSync,
  _readFileSync,
  _readdirSync,
  _statSync
} from "./start.js";
import "./start.js";
import {
  ConfigError
} from "./start.js";
import {
  __toESM
} from "./start.js";

// packages/checks/src/secrets/custom-rule-signs.ts
var NO_SIGNS = 0n;
var ALL = (1n << 256n) - 1n;
function range(from, to) {
  return (1n << BigInt(to - from + 1)) - 1n << BigInt(from);
}
function signs(from, to = from) {
  return range(from, to);
}
function allBut(set) {
  return ALL & ~set;
}
function overlap(one, other) {
  return (one & other) !== NO_SIGNS;
}
function holds(set, byte) {
  return (set >> BigInt(byte) & 1n) === 1n;
}
var DIGITS = range(48, 57);
var WORD = DIGITS | range(65, 90) | range(97, 122) | signs(95);
var SPACE = range(9, 13) | signs(32) | signs(160);
var ANY = allBut(signs(10) | signs(13));
var NAMED = {
  d: DIGITS,
  D: allBut(DIGITS),
  w: WORD,
  W: allBut(WORD),
  s: SPACE,
  S: allBut(SPACE)
};
var CONTROLS = { t: 9, n: 10, v: 11, f: 12, r: 13 };

// packages/checks/src/secrets/custom-rule-cost.ts
var LONGEST_VALUE = 4096;
var MOST_WAYS = 16;
var COUNTLESS = 1e6;
function lengthsOf(piece) {
  if (piece.kind === "signs") return { least: 1, most: 1 };
  if (piece.kind === "repeat") {
    const { least, most } = lengthsOf(piece.piece);
    return { least: least * piece.least, most: Math.min(COUNTLESS, most * piece.most) };
  }
  const parts = (piece.kind === "sequence" ? piece.parts : piece.branches).map(lengthsOf);
  if (piece.kind === "sequence") {
    return parts.reduce((all, part) => ({ least: all.least + part.least, most: Math.min(COUNTLESS, all.most + part.most) }), {
      least: 0,
      most: 0
    });
  }
  return { least: Math.min(...parts.map(({ least }) => least)), most: Math.max(...parts.map(({ most }) => most)) };
}
function costOf(piece) {
  let fault;
  const note = (found) => {
    fault ??= found;
    return COUNTLESS;
  };
  function ways(current, follow) {
    if (current.kind === "signs") return 1;
    if (current.kind === "sequence") return sequenceWays(current.parts, follow);
    if (current.kind === "either") return branchWays(current, follow);
    return repeatWays(current, follow);
  }
  function sequenceWays(parts, follow) {
    let product = 1;
    let behind = follow;
    for (const part of parts.toReversed()) {
      product = Math.min(COUNTLESS, product * ways(part, behind));
      const { first, empty } = beginningOf(part);
      behind = empty ? behind | first : first;
    }
    return product;
  }
  function branchWays({ branches }, follow) {
    const counts = branches.map((branch) => ways(branch, follow));
    let seen = NO_SIGNS;
    const alike = branches.some((branch) => {
      const { first, empty } = beginningOf(branch);
      const begins = empty ? first | follow : first;
      const met = overlap(seen, begins);
      seen |= begins;
      return met;
    });
    return alike ? counts.reduce((sum, count) => sum + count, 0) : Math.max(...counts);
  }
  function repeatWays({ piece: inner, least, most, at }, follow) {
    const { first, empty } = beginningOf(inner);
    if (empty)
      return note({ offset: at, message: "what may be empty is repeated", help: "ask for at least one sign in each round" });
    const inside = ways(inner, most > 1 ? follow | first : follow);
    const rounds = Math.min(COUNTLESS, inside ** most);
    if (rounds > MOST_WAYS && inside > 1) {
      const message = "a group is repeated that can be read in several ways";
      return note({ offset: at, message, help: "let each round begin or end with a sign that nothing else in it can be" });
    }
    const ends = overlap(first, follow) ? most - least + 1 : 1;
    if (ends > MOST_WAYS) {
      const message = "what is repeated can go on as what follows it, so that its end is tried at every place";
      return note({ offset: at, message, help: "give it a fixed count, or let a sign follow that it cannot hold" });
    }
    return rounds * ends;
  }
  const total = ways(piece, NO_SIGNS);
  if (fault === void 0 && total > MOST_WAYS) {
    const message = `the pattern can read one text in ${total < COUNTLESS ? total : "too many"} ways`;
    const help = "let each sign decide how to go on: fixed counts, and separators that stand for themselves";
    return { ways: total, fault: { offset: 0, message, help } };
  }
  return fault === void 0 ? { ways: total } : { ways: total, fault };
}
function beginningOf(piece) {
  if (piece.kind === "signs") return { first: piece.set, empty: false };
  if (piece.kind === "repeat") {
    const { first: first2, empty } = beginningOf(piece.piece);
    return { first: first2, empty: empty || piece.least === 0 };
  }
  let first = NO_SIGNS;
  if (piece.kind === "either") {
    const branches = piece.branches.map(beginningOf);
    for (const branch of branches) first |= branch.first;
    return { first, empty: branches.some(({ empty }) => empty) };
  }
  for (const part of piece.parts) {
    const begins = beginningOf(part);
    first |= begins.first;
    if (!begins.empty) return { first, empty: false };
  }
  return { first, empty: true };
}
function canBegin(piece, text) {
  function goes(current, at, on) {
    if (at === text.length) return true;
    if (current.kind === "signs") return holds(current.set, text.charCodeAt(at)) && on(at + 1);
    if (current.kind === "either") return current.branches.some((branch) => goes(branch, at, on));
    if (current.kind === "sequence") {
      const from = (index, place) => {
        const part = current.parts[index];
        return part === void 0 ? on(place) : goes(part, place, (next) => from(index + 1, next));
      };
      return from(0, at);
    }
    const { piece: inner, least, most } = current;
    const round = (times, place) => times < most && goes(inner, place, (next) => round(times + 1, next)) || times >= least && on(place);
    return round(0, at);
  }
  return goes(piece, 0, (at) => at === text.length);
}

// packages/checks/src/secrets/custom-rule-pattern.ts
var LONGEST_PATTERN = 1e3;
var DEEPEST = 20;
var Refusal = class extends Error {
  fault;
  constructor(offset, message, help) {
    super(message);
    this.fault = { offset, message, help };
  }
};
function readPattern(source) {
  let at = 0;
  let narrows = false;
  const refuse = (offset, message, help) => {
    throw new Refusal(offset, message, help);
  };
  function alternatives(depth) {
    if (depth > DEEPEST) refuse(at, "groups are nested too deeply", "write the pattern without so many groups");
    const from = at;
    const branches = [];
    let parts = [];
    for (; at < source.length && source[at] !== ")"; ) {
      if (source[at] === "|") {
        at++;
        branches.push({ kind: "sequence", parts });
        parts = [];
      } else parts.push(repeated(depth));
    }
    branches.push({ kind: "sequence", parts });
    return branches.length === 1 ? branches[0] : { kind: "either", branches, at: from };
  }
  function repeated(depth) {
    const from = at;
    const piece = atom(depth);
    const times = timesOf();
    if (times === void 0) return piece;
    if (/[?*+{]/.test(source[at] ?? ""))
      refuse(at, "a quantifier stands behind a quantifier", "a value is taken as long as it can be: leave the second one out");
    return { kind: "repeat", piece, ...times, at: from };
  }
  function timesOf() {
    const sign = source[at];
    if (sign === "*" || sign === "+")
      refuse(at, `\`${sign}\` has no bound`, `say how many there are at most: \`{${sign === "*" ? 0 : 1},64}\``);
    if (sign === "?") {
      at++;
      return { least: 0, most: 1 };
    }
    if (sign !== "{") return void 0;
    const [text, least = "", comma, most = ""] = /^\{(\d{1,6})(?:(,)(\d{0,6}))?\}/.exec(source.slice(at)) ?? [];
    if (text === void 0) return refuse(at, "`{` begins no count", "write `{20}`, `{20,40}`, or `\\{` for the sign itself");
    if (comma !== void 0 && most === "")
      refuse(at, `\`${text}\` has no upper bound`, `say how many there are at most: \`{${least},${2 * Number(least) || 64}}\``);
    const times = { least: Number(least), most: Number(comma === void 0 ? least : most) };
    if (times.least > times.most || times.most === 0)
      refuse(at, `\`${text}\` counts nothing`, "the first number is at most the second, and that is at least 1");
    at += text.length;
    return times;
  }
  function atom(depth) {
    const sign = source[at];
    if (sign === "(") return group(depth);
    if (sign === "[") return { kind: "signs", set: charClass() };
    if (sign === "\\") return { kind: "signs", set: escaped(false) };
    if (sign === "^" || sign === "$")
      refuse(at, `\`${sign}\` is not for patterns of secrets`, "leave it out: a value never begins or ends within a longer word");
    if ("*+?{}]".includes(sign)) refuse(at, `\`${sign}\` stands alone`, `write \`\\${sign}\` for the sign itself`);
    at++;
    return { kind: "signs", set: sign === "." ? ANY : signs(byteOf(sign, at - 1)) };
  }
  function group(depth) {
    const from = at;
    const head = /^\((?:\?(?:<?[=!]|:|<\w*>|[^)]?))?/.exec(source.slice(at))?.[0] ?? "(";
    if (/[=!]$/.test(head) && head.startsWith("(?"))
      refuse(at, "a pattern cannot look ahead or behind", "name the words that stand near under `near`");
    if (head === "(?<secret>") {
      if (narrows || depth > 0) refuse(at, "the group `secret` stands within another, or twice", "one is enough, at the outside");
      narrows = true;
    } else if (head !== "(" && head !== "(?:") {
      refuse(at, `\`${head}\` begins no group that is known`, "write `(?:…)`, or `(?<secret>…)` for the part that is the secret");
    }
    at += head.length;
    const inside = alternatives(depth + 1);
    if (source[at] !== ")") refuse(from, "the group is not closed", "write `\\(` for the sign itself");
    at++;
    if (head === "(?<secret>" && /[?*+{]/.test(source[at] ?? ""))
      refuse(at, "the group `secret` cannot be repeated", "repeat what stands in it");
    return inside;
  }
  function charClass() {
    const from = at++;
    const negated = source[at] === "^";
    if (negated) at++;
    let set = NO_SIGNS;
    while (at < source.length && source[at] !== "]") {
      const first = member();
      if (source[at] !== "-" || source[at + 1] === "]" || source[at + 1] === void 0) {
        set |= first.set;
        continue;
      }
      const dash = at++;
      const last = member();
      if (first.byte === void 0 || last.byte === void 0 || first.byte > last.byte)
        return refuse(dash, "the range has no beginning or no end", "write `\\-` for the sign itself");
      set |= signs(first.byte, last.byte);
    }
    if (at >= source.length) refuse(from, "the class is not closed", "write `\\[` for the sign itself");
    at++;
    const whole = negated ? allBut(set) : set;
    if (whole === NO_SIGNS) refuse(from, "the class holds nothing", "name at least one sign");
    return whole;
  }
  function member() {
    if (source[at] !== "\\") {
      const byte2 = byteOf(source[at], at);
      at++;
      return { set: signs(byte2), byte: byte2 };
    }
    const set = escaped(true);
    const byte = set.toString(2).length - 1;
    return set === signs(byte) ? { set, byte } : { set };
  }
  function escaped(within) {
    const from = at;
    const letter = source[at + 1] ?? "";
    at += 2;
    const named = NAMED[letter];
    if (named !== void 0) return named;
    const control = CONTROLS[letter];
    if (control !== void 0) return signs(control);
    if (letter === "x") {
      const digits = /^[0-9A-Fa-f]{2}/.exec(source.slice(at))?.[0];
      if (digits === void 0) return refuse(from, "`\\x` needs two hex digits", "write `\\x2d`");
      at += 2;
      return signs(Number.parseInt(digits, 16));
    }
    if (letter === "b" || letter === "B") {
      const help = within ? "write `\\x08` for the sign itself" : "leave it out: a value never begins or ends within a longer word";
      return refuse(from, `\`\\${letter}\` is not for patterns of secrets`, help);
    }
    if (/[1-9k]/.test(letter)) return refuse(from, "a pattern cannot refer back to itself", "write out what is to be there");
    if (letter === "" || /[A-Za-z0-9]/.test(letter))
      return refuse(from, `\`\\${letter}\` is not known`, "a backslash makes a sign of `.`, `[`, `(` and the like");
    return signs(byteOf(letter, at - 1));
  }
  function byteOf(sign, offset) {
    const byte = sign.charCodeAt(0);
    if (byte > 126)
      refuse(offset, `\`${sign}\` is more than one byte`, "files are read as bytes: write those of UTF-8, such as `\\xc3\\xa9`");
    return byte;
  }
  if (source.length > LONGEST_PATTERN) {
    const message = `the pattern has more than ${LONGEST_PATTERN} characters`;
    return { fault: { offset: 0, message, help: "make several rules of it" } };
  }
  try {
    const piece = alternatives(0);
    if (at < source.length) refuse(at, "`)` closes nothing", "write `\\)` for the sign itself");
    return { piece, narrows };
  } catch (error) {
    if (error instanceof Refusal) return { fault: error.fault };
    throw error;
  }
}

// packages/checks/src/secrets/custom-rule.ts
var CUSTOM_TIERS = ["prefixed", "contextual", "heuristic"];
var ANCHOR_FORM = /^[\x21-\x7e]{3,40}$/;
var ASSIGNED = `["'\`]?\\]?[ \\t]{0,8}(?:=>|:=|=|:)[ \\t]{0,8}(?:["'\`]|\\\\["'])?`;
function customPatternFault({
  pattern,
  anchors,
  anchoredBy
}) {
  const read = readPattern(pattern);
  if ("fault" in read) return read.fault;
  const { least, most } = lengthsOf(read.piece);
  const whole = { offset: 0 };
  if (most > LONGEST_VALUE) {
    return { ...whole, message: `a match can be longer than ${LONGEST_VALUE} bytes`, help: "count fewer" };
  }
  const { fault } = costOf(read.piece);
  if (fault !== void 0) return fault;
  if (anchoredBy === "name") {
    if (least === 0) return { ...whole, message: "the pattern matches nothing at all, too", help: "ask for at least one sign" };
    if (!read.narrows) return void 0;
    return {
      ...whole,
      message: "the group `secret` is not for rules with `name`",
      help: "the pattern is that of the value alone"
    };
  }
  const unfit = anchors.find((anchor) => !canBegin(read.piece, anchor));
  if (unfit === void 0) return void 0;
  const help = "the pattern is that of the whole value, from its anchor on";
  return { ...whole, message: `no match of the pattern begins with \`${unfit}\``, help };
}
function secretRuleOf(custom) {
  const { id, title, description, severity, tier, anchors, anchoredBy, pattern, near, remedy, reference, examples } = custom;
  const rule = {
    id,
    title,
    description,
    severity,
    tier,
    prefixes: anchors,
    shape: new RegExp(anchoredBy === "value" ? pattern : assignedPattern(anchors, pattern), "y"),
    ways: waysOf(pattern),
    ...near === void 0 ? {} : { near },
    remedy: { rotate: remedy },
    ...reference === void 0 ? {} : { reference },
    examples: () => examples
  };
  if (anchoredBy === "value") return rule;
  const names = anchors.map((name) => `\`${name}\``).join(" or ");
  return {
    ...rule,
    check: () => ({ evidence: "shape", why: `it is assigned to ${names} and has the shape that the rule asks for` })
  };
}
function waysOf(pattern) {
  const read = readPattern(pattern);
  return "fault" in read ? 1 : costOf(read.piece).ways;
}
function assignedPattern(names, pattern) {
  const literals = names.map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return `(?:${literals.join("|")})${ASSIGNED}(?<secret>${pattern})`;
}

// packages/scan/src/custom/rule-source.ts
var import_yaml = __toESM(require_dist(), 1);
var LARGEST = 128 * 1024;
var DEEPEST2 = 8;
var MOST_PROBLEMS = 20;
var TOO_DEEP = "the file is nested too deeply";
function readRuleSource(text, file) {
  const lines = new import_yaml.LineCounter();
  const problems = [];
  const place = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const refuse = (code, message, at, help) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ code, message, at, ...help === void 0 ? {} : { help } });
  };
  if (text.length > LARGEST) {
    refuse("ERR_RULES_FILE", "the file is larger than 128 KiB", { file, line: 1, column: 1 }, "make several files of it");
    return { problems };
  }
  const document = (0, import_yaml.parseDocument)(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  for (const error of document.errors) {
    const message = error.message.slice(0, 1).toLowerCase() + error.message.slice(1).replaceAll(/\s+/g, " ");
    if (/stack/i.test(message)) refuse("ERR_RULES_FILE", TOO_DEEP, place(error.pos[0]));
    else refuse("ERR_RULES_FILE", `not readable as YAML: ${message}`, place(error.pos[0]));
  }
  if (problems.length > 0) return { problems };
  const value = read(document.contents, 0, 0);
  return problems.some(({ code }) => code === "ERR_RULES_FILE") ? { problems } : { value, problems };
  function read(node, depth, otherwise) {
    const start = node?.range?.[0] ?? otherwise;
    const at = () => place(start);
    if ((0, import_yaml.isScalar)(node) || (0, import_yaml.isMap)(node) || (0, import_yaml.isSeq)(node)) {
      if (node.anchor !== void 0 || node.tag !== void 0)
        refuse("ERR_RULES_FILE", "anchors and tags are not accepted in a rule", at(), "write the value out");
      if (depth > DEEPEST2) refuse("ERR_RULES_FILE", TOO_DEEP, at());
      else if ((0, import_yaml.isSeq)(node)) return { kind: "list", items: node.items.map((item) => read(item, depth + 1, start)), at };
      else if ((0, import_yaml.isMap)(node)) return { kind: "map", entries: entriesOf(node.items, depth + 1, start), at };
      else if ((0, import_yaml.isScalar)(node) && node.value !== null) return textAt(node, start);
    } else if (node !== null) refuse("ERR_RULES_FILE", "aliases are not accepted in a rule", at(), "write the value out");
    return { kind: "nothing", at };
  }
  function textAt(node, start) {
    const value2 = typeof node.value === "string" ? node.value : node.source ?? String(node.value);
    const end = node.range?.[1] ?? start;
    const shift = text.slice(start, end).indexOf(value2);
    return { kind: "text", text: value2, at: (offset = 0) => place(shift < 0 || offset === 0 ? start : start + shift + offset) };
  }
  function entriesOf(items, depth, start) {
    const entries = /* @__PURE__ */ new Map();
    for (const { key, value: value2 } of items) {
      const offset = key?.range?.[0] ?? start;
      if (!(0, import_yaml.isScalar)(key) || key.anchor !== void 0 || key.tag !== void 0) {
        refuse("ERR_RULES_FILE", "a key is not plain text", place(offset));
        continue;
      }
      const name = typeof key.value === "string" ? key.value : key.source ?? "";
      if (entries.has(name)) refuse("ERR_RULES_KEY", `\`${name}\` stands twice`, place(offset), "keep one of them");
      else entries.set(name, { key: place(offset), value: read(value2, depth, offset) });
    }
    return entries;
  }
}

// packages/scan/src/custom/rule-fields.ts
var LINE = { form: new RegExp("^\\P{Cc}+$", "u"), wanted: "one line without control characters" };
var ANCHORS = { kind: "texts", form: ANCHOR_FORM, wanted: "3 to 40 printable characters without a blank" };
var RULE_KEYS = [
  "id",
  "title",
  "description",
  "severity",
  "tier",
  "anchor",
  "name",
  "pattern",
  "near",
  "remedy",
  "reference",
  "examples"
];
var RULE_FIELDS = {
  id: {
    kind: "text",
    required: true,
    description: "Names the rule in findings, allow lists and comments; no rule of the catalogue has it.",
    form: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
    wanted: "small letters, digits and single hyphens, such as `acme-token`",
    longest: 64
  },
  title: { ...LINE, kind: "text", required: true, description: "What the secret is, in a few words.", longest: 80 },
  description: { ...LINE, kind: "text", required: true, description: "What it opens, in one sentence.", longest: 500 },
  severity: { kind: "choice", required: true, description: "How bad it is when others have it.", choices: SEVERITIES },
  tier: {
    kind: "choice",
    description: "How strong the evidence is; `prefixed` with `anchor`, `contextual` with `name`, unless this says otherwise.",
    choices: CUSTOM_TIERS
  },
  anchor: { ...ANCHORS, description: "What the value begins with; of several, one." },
  name: { ...ANCHORS, description: "Instead of an anchor: the name that the value is assigned to; of several, one." },
  pattern: {
    ...LINE,
    kind: "text",
    required: true,
    description: "Regular expression of the whole value, from its anchor on, in linear time: counts have bounds, and each sign decides how to go on.",
    longest: 1e3
  },
  near: {
    ...LINE,
    kind: "texts",
    description: "Words of which one must stand within 200 bytes, or in the path; case does not matter.",
    longest: 80
  },
  remedy: {
    ...LINE,
    kind: "text",
    required: true,
    description: "Where it is revoked or rotated, in one sentence.",
    longest: 500
  },
  reference: {
    kind: "text",
    description: "Address of a page about it.",
    form: /^https:\/\/[\x21-\x7e]+$/,
    wanted: "an address that begins with `https://`",
    longest: 500
  },
  examples: {
    kind: "examples",
    required: true,
    description: "Texts that are tried by `leasehold rules check`."
  }
};
var EXAMPLE_KEYS = ["positive", "negative"];
var MOST_EXAMPLES = 50;
var LONGEST_EXAMPLE = 8192;

// packages/scan/src/custom/rule-values.ts
function readRuleValues(value, problems) {
  const refuse = (code, message, at, help) => {
    problems.push({ code, message, at, help });
  };
  if (value.kind !== "map") {
    refuse("ERR_RULES_VALUE", "a rule is a map of keys and values", value.at(), "begin with `id:`");
    return void 0;
  }
  for (const [name, { key }] of value.entries) {
    if (!RULE_KEYS.some((known2) => known2 === name)) unknownKey(name, key, RULE_KEYS);
  }
  const texts = /* @__PURE__ */ new Map();
  for (const key of RULE_KEYS) {
    const field = RULE_FIELDS[key];
    const entry = value.entries.get(key);
    if (entry === void 0 || entry.value.kind === "nothing") {
      if (field.required) refuse("ERR_RULES_MISSING", `\`${key}\` is missing`, (entry?.value ?? value).at(), field.description);
      continue;
    }
    if (field.kind === "examples") continue;
    const read = textsOf(entry.value, key, field);
    if (read !== void 0) texts.set(key, read);
  }
  return { at: value.at(), texts, ...examplesOf(value.entries.get("examples")) };
  function unknownKey(name, at, known2) {
    const near = suggest(name, known2);
    const help = near === void 0 ? `the keys are ${known2.map((key) => `\`${key}\``).join(", ")}` : `did you mean \`${near}\`?`;
    refuse("ERR_RULES_KEY", `\`${name}\` is not a key of ${known2 === RULE_KEYS ? "a rule" : "`examples`"}`, at, help);
  }
  function textsOf(from, key, field) {
    const items = from.kind === "list" && field.kind === "texts" ? from.items : [from];
    const right = items.flatMap((item) => item.kind === "text" && isRight(item, key, field) ? [item] : []);
    const strange = items.find((item) => item.kind !== "text");
    if (strange !== void 0 || items.length === 0) {
      const wanted = field.kind === "texts" ? "it is one text, or a list of them" : "it is one text";
      refuse("ERR_RULES_VALUE", `\`${key}\` is not of its kind`, (strange ?? from).at(), wanted);
    }
    return right.length === items.length && items.length > 0 ? right : void 0;
  }
  function isRight(item, key, { choices, form, wanted, longest = 200 }) {
    const { text } = item;
    if (choices !== void 0) {
      if (choices.includes(text)) return true;
      const near = suggest(text, choices);
      const help = near === void 0 ? `it is one of ${choices.map((choice) => `\`${choice}\``).join(", ")}` : `did you mean \`${near}\`?`;
      refuse("ERR_RULES_VALUE", `\`${text}\` is no ${key} of a rule`, item.at(), help);
      return false;
    }
    if (text.trim() === "") refuse("ERR_RULES_VALUE", `\`${key}\` is empty`, item.at(), RULE_FIELDS[key].description);
    else if (text.length > longest)
      refuse("ERR_RULES_VALUE", `\`${key}\` has more than ${longest} characters`, item.at(), "say it in fewer");
    else if (form !== void 0 && !form.test(text))
      refuse("ERR_RULES_VALUE", `\`${text}\` is not of the form of \`${key}\``, item.at(), `it is ${wanted}`);
    else return true;
    return false;
  }
  function examplesOf(entry) {
    if (entry === void 0 || entry.value.kind === "nothing") return { positive: [], negative: [] };
    if (entry.value.kind !== "map") {
      refuse("ERR_RULES_VALUE", "`examples` is not of its kind", entry.value.at(), "it has the lists `positive` and `negative`");
      return { positive: [], negative: [] };
    }
    const { entries } = entry.value;
    for (const [name, { key }] of entries) if (!EXAMPLE_KEYS.some((known2) => known2 === name)) unknownKey(name, key, EXAMPLE_KEYS);
    const [positive = [], negative = []] = EXAMPLE_KEYS.map((name) => exampleList(entries.get(name), name, entry.key));
    return { positive, negative };
  }
  function exampleList(entry, name, around) {
    const items = entry?.value.kind === "list" ? entry.value.items : [];
    if (items.length === 0)
      refuse("ERR_RULES_MISSING", `there is no ${name} example`, entry?.key ?? around, "give at least one, in a list");
    if (items.length > MOST_EXAMPLES)
      refuse("ERR_RULES_VALUE", `there are more than ${MOST_EXAMPLES} examples`, entry?.key ?? around, "keep those that differ");
    return items.slice(0, MOST_EXAMPLES).flatMap((item) => {
      const parts = item.kind === "list" ? item.items : [item];
      const text = parts.map((part) => part.kind === "text" ? part.text : "").join("");
      if (parts.some((part) => part.kind !== "text") || text === "" || text.length > LONGEST_EXAMPLE) {
        refuse(
          "ERR_RULES_VALUE",
          "the example is not of its kind",
          item.at(),
          `it is a text of at most ${LONGEST_EXAMPLE} characters, or a list of its parts`
        );
        return [];
      }
      return [{ text, at: item.at() }];
    });
  }
}

// packages/scan/src/custom/read-rule-file.ts
function readRuleFile(text, file) {
  const { value, problems: found } = readRuleSource(text, file);
  const problems = [...found];
  if (value === void 0) return { rules: [], problems };
  if (value.kind === "nothing") {
    const help = "write a rule, or remove the file";
    return { rules: [], problems: [{ code: "ERR_RULES_FILE", message: "the file holds no rule", at: value.at(), help }] };
  }
  const rules = (value.kind === "list" ? value.items : [value]).flatMap((item) => {
    const before = problems.length;
    const values = readRuleValues(item, problems);
    const rule = values === void 0 ? void 0 : readRule(values, problems);
    return rule === void 0 || problems.length > before ? [] : [rule];
  });
  return { rules, problems };
}
function readRule(values, problems) {
  const { texts, at, positive, negative } = values;
  const text = (key) => texts.get(key)?.[0]?.text;
  const id = texts.get("id")?.[0];
  if (id !== void 0 && ruleById(id.text) !== void 0) {
    const help = `give it another id; \`leasehold lint rules ${id.text}\` shows the other one`;
    problems.push({ code: "ERR_RULES_DUPLICATE", message: `\`${id.text}\` is a rule of the catalogue`, at: id.at(), help });
  }
  const anchors = anchorsOf(values, problems);
  const pattern = texts.get("pattern")?.[0];
  if (anchors === void 0 || pattern === void 0) return void 0;
  const fault = customPatternFault({ ...anchors, pattern: pattern.text });
  if (fault !== void 0) {
    const { offset, message, help } = fault;
    problems.push({ code: "ERR_RULES_PATTERN", message, at: pattern.at(offset), help });
    return void 0;
  }
  const near = texts.get("near")?.map((word) => word.text.toLowerCase());
  const reference = text("reference");
  const usual = anchors.anchoredBy === "name" ? "contextual" : "prefixed";
  const custom = {
    id: id?.text ?? "",
    title: text("title") ?? "",
    description: text("description") ?? "",
    severity: text("severity") ?? "high",
    tier: CUSTOM_TIERS.find((tier) => tier === text("tier")) ?? usual,
    ...anchors,
    pattern: pattern.text,
    ...near === void 0 ? {} : { near },
    remedy: text("remedy") ?? "",
    ...reference === void 0 ? {} : { reference },
    examples: { positive: positive.map((example) => example.text), negative: negative.map((example) => example.text) }
  };
  return { rule: secretRuleOf(custom), at: id?.at() ?? at, positive, negative };
}
function anchorsOf({ texts, at }, problems) {
  const [anchor, name] = [texts.get("anchor"), texts.get("name")];
  const both = anchor !== void 0 && name !== void 0;
  const [item] = (both ? name : anchor ?? name) ?? [];
  if (both || item === void 0) {
    const message = both ? "`anchor` and `name` exclude each other" : "a rule needs `anchor` or `name`";
    const help2 = "name what the value begins with under `anchor`, or what it is assigned to under `name`";
    if (both || !problems.some((problem) => /`(?:anchor|name)`/.test(problem.message))) {
      problems.push({ code: both ? "ERR_RULES_VALUE" : "ERR_RULES_MISSING", message, at: item?.at() ?? at, help: help2 });
    }
    return void 0;
  }
  const anchoredBy = anchor === void 0 ? "name" : "value";
  const anchors = (anchor ?? name ?? []).map(({ text }) => text);
  const address = anchors.find((text) => text.startsWith("://"));
  if (address === void 0) return { anchors, anchoredBy };
  const help = "begin with the scheme, such as `acme://`";
  problems.push({ code: "ERR_RULES_VALUE", message: `\`${address}\` begins no value`, at: item.at(), help });
  return void 0;
}

// packages/scan/src/custom/read-rules.ts
function readRules(path, shown = path) {
  const { rules, problems } = readRulesWithProblems(path, shown);
  if (problems.length > 0) throw rulesError(problems);
  return rules;
}
function readRulesWithProblems(path, shown = path) {
  const files = filesOf(path, shown).map(([file, name]) => parsed(textOf(file, name), name));
  const problems = files.flatMap((file) => file.problems);
  const rules = [];
  const byId = /* @__PURE__ */ new Map();
  for (const read of files.flatMap((file) => file.rules)) {
    const { id } = read.rule;
    const first = byId.get(id);
    if (first === void 0) {
      byId.set(id, read);
      rules.push(read);
      continue;
    }
    const help = `the other one stands at ${first.at.file}:${first.at.line}`;
    problems.push({ code: "ERR_RULES_DUPLICATE", message: `\`${id}\` is the id of two rules`, at: read.at, help });
  }
  return { rules, problems };
}
var known = /* @__PURE__ */ new Map();
var MOST_KNOWN = 256;
function parsed(text, name) {
  const key = `${name}\0${text}`;
  const before = known.get(key);
  if (before !== void 0) return before;
  const read = readRuleFile(text, name);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, read);
  return read;
}
function rulesError(problems) {
  const [first, ...others] = problems;
  const rest = others.length === 0 ? "" : `, and ${others.length} more ${others.length === 1 ? "problem" : "problems"}`;
  return new ConfigError(`${first.at.file}:${first.at.line}:${first.at.column}: ${first.message}${rest}`, {
    code: first.code,
    ...first.help === void 0 ? {} : { help: first.help },
    problems
  });
}
function filesOf(path, shown) {
  if (!readable(shown, () => _statSync(path)).isDirectory()) return [[path, shown]];
  const names = readable(shown, () => _readdirSync(path)).filter((name) => RULE_FILE.test(name));
  return names.sort(inTextOrder).map((name) => {
    const [file, listed] = [_join(path, name), shown === "." ? name : `${shown}/${name}`];
    if (!readable(listed, () => _lstatSync(file)).isFile()) throw unreadable(listed, "not a regular file");
    return [file, listed];
  });
}
function textOf(file, name) {
  if (readable(name, () => _statSync(file)).size > LARGEST2) throw unreadable(name, "larger than 1 MiB");
  return readable(name, () => _readFileSync(file, "utf8"));
}
function readable(name, read) {
  try {
    return read();
  } catch (cause) {
    throw unreadable(name, cause.code ?? "unknown failure", cause);
  }
}
function unreadable(name, reason, cause) {
  const help = "rules are read from a folder of `.yml` files, or from one file";
  return new ConfigError(`the rules \`${name}\` cannot be read: ${reason}`, {
    code: "ERR_RULES_FILE",
    help,
    ...cause === void 0 ? {} : { cause }
  });
}
var LARGEST2 = 1 << 20;
export {
  readRules,
  readRulesWithProblems,
  rulesError
};
