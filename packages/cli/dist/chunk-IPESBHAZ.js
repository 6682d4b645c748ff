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
import "./start.js";
import {
  suggest
} from "./start.js";
import {
  extentOf,
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
import {
  ConfigError
} from "./start.js";
import {
  __toESM
} from "./start.js";

// packages/checks/src/secrets/byte-set.ts
var NO_BYTES = 0n;
var ALL = (1n << 256n) - 1n;
function bytesOf(from, to = from) {
  return (1n << BigInt(to - from + 1)) - 1n << BigInt(from);
}
function allBut(set) {
  return ALL & ~set;
}
function intersect(one, other) {
  return (one & other) !== NO_BYTES;
}
function holds(set, byte) {
  return (set >> BigInt(byte) & 1n) === 1n;
}
var DIGITS = bytesOf(48, 57);
var WORD = DIGITS | bytesOf(65, 90) | bytesOf(97, 122) | bytesOf(95);
var SPACE = bytesOf(9, 13) | bytesOf(32) | bytesOf(160);
var DOT = allBut(bytesOf(10) | bytesOf(13));
var CLASS_ESCAPES = {
  d: DIGITS,
  D: allBut(DIGITS),
  w: WORD,
  W: allBut(WORD),
  s: SPACE,
  S: allBut(SPACE)
};
var CONTROL_ESCAPES = { t: 9, n: 10, v: 11, f: 12, r: 13 };

// packages/checks/src/secrets/custom-rule-cost.ts
var MOST_WAYS = 16;
var COUNTLESS = 1e6;
function costOf(piece) {
  let fault;
  const note = (found) => {
    fault ??= found;
    return COUNTLESS;
  };
  function ways(current, follow) {
    if (current.kind === "set") return 1;
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
    let seen = NO_BYTES;
    const alike = branches.some((branch) => {
      const { first, empty } = beginningOf(branch);
      const begins = empty ? first | follow : first;
      const met = intersect(seen, begins);
      seen |= begins;
      return met;
    });
    return alike ? counts.reduce((sum, count) => sum + count, 0) : Math.max(...counts);
  }
  function repeatWays({ piece: inner, least, most, at }, follow) {
    const { first, empty } = beginningOf(inner);
    if (empty)
      return note({ offset: at, message: "what may be empty is repeated", help: "ask for at least one character in each round" });
    const inside = ways(inner, most > 1 ? follow | first : follow);
    const rounds = Math.min(COUNTLESS, inside ** most);
    if (rounds > MOST_WAYS && inside > 1) {
      const message = "a group is repeated that can be read in several ways";
      return note({
        offset: at,
        message,
        help: "let each round begin or end with a character that nothing else in it can match"
      });
    }
    const ends = intersect(first, follow) ? most - least + 1 : 1;
    if (ends > MOST_WAYS) {
      const message = "what is repeated can go on as what follows it, so that its end is tried at every character";
      return note({ offset: at, message, help: "give it a fixed count, or let a character follow that it cannot match" });
    }
    return rounds * ends;
  }
  const total = ways(piece, NO_BYTES);
  if (fault === void 0 && total > MOST_WAYS) {
    const message = `the pattern can read one text in ${total < COUNTLESS ? total : "too many"} ways`;
    const help = "let each character decide how to go on: fixed counts, and separators that nothing else can match";
    return { ways: total, fault: { offset: 0, message, help } };
  }
  return fault === void 0 ? { ways: total } : { ways: total, fault };
}
function beginningOf(piece) {
  if (piece.kind === "set") return { first: piece.set, empty: false };
  if (piece.kind === "repeat") {
    const { first: first2, empty } = beginningOf(piece.piece);
    return { first: first2, empty: empty || piece.least === 0 };
  }
  let first = NO_BYTES;
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
    if (current.kind === "set") return holds(current.set, text.charCodeAt(at)) && on(at + 1);
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

// packages/checks/src/secrets/custom-rule-reader.ts
function refuse(offset, message, help) {
  throw new Refusal({ offset, message, help });
}
function faultOf(error) {
  if (error instanceof Refusal) return error.fault;
  throw error;
}
var Refusal = class extends Error {
  fault;
  constructor(fault) {
    super(fault.message);
    this.fault = fault;
  }
};

// packages/checks/src/secrets/custom-rule-bytes.ts
function readClass(reader) {
  const { source } = reader;
  const from = reader.at++;
  const negated = source[reader.at] === "^";
  if (negated) reader.at++;
  let set = NO_BYTES;
  while (reader.at < source.length && source[reader.at] !== "]") {
    const first = readMember(reader);
    if (source[reader.at] !== "-" || source[reader.at + 1] === "]" || source[reader.at + 1] === void 0) {
      set |= first.set;
      continue;
    }
    const dash = reader.at++;
    const last = readMember(reader);
    if (first.byte === void 0 || last.byte === void 0 || first.byte > last.byte)
      return refuse(dash, "the range has no beginning or no end", "write `\\-` for the character itself");
    set |= bytesOf(first.byte, last.byte);
  }
  if (reader.at >= source.length) refuse(from, "the class is not closed", "write `\\[` for the character itself");
  reader.at++;
  const whole = negated ? allBut(set) : set;
  if (whole === NO_BYTES) refuse(from, "the class holds nothing", "name at least one character");
  return whole;
}
function readMember(reader) {
  const char = reader.source[reader.at];
  if (char !== "\\") {
    const byte2 = byteOf(char, reader.at++);
    return { set: bytesOf(byte2), byte: byte2 };
  }
  const set = readEscape(reader, true);
  const byte = set.toString(2).length - 1;
  return set === bytesOf(byte) ? { set, byte } : { set };
}
function readEscape(reader, inClass) {
  const from = reader.at;
  const letter = reader.source[from + 1] ?? "";
  reader.at += 2;
  const named = CLASS_ESCAPES[letter];
  if (named !== void 0) return named;
  const control = CONTROL_ESCAPES[letter];
  if (control !== void 0) return bytesOf(control);
  if (letter === "x") {
    const digits = /^[0-9A-Fa-f]{2}/.exec(reader.source.slice(reader.at))?.[0];
    if (digits === void 0) return refuse(from, "`\\x` needs two hex digits", "write `\\x2d`");
    reader.at += 2;
    return bytesOf(Number.parseInt(digits, 16));
  }
  if (letter === "b" || letter === "B") {
    const help = inClass ? "write `\\x08` for a backspace" : "leave it out: a value never begins or ends within a longer word";
    return refuse(from, `\`\\${letter}\` is not for patterns of secrets`, help);
  }
  if (/[1-9k]/.test(letter)) return refuse(from, "a pattern cannot refer back to itself", "write out what is to be there");
  if (letter === "" || /[A-Za-z0-9]/.test(letter)) {
    const help = "a backslash stands before `.`, `[`, `(` and the like, to take their meaning away";
    return refuse(from, `\`\\${letter}\` is not known`, help);
  }
  return bytesOf(byteOf(letter, reader.at - 1));
}
function byteOf(char, offset) {
  const byte = char.charCodeAt(0);
  if (byte > 126) {
    const help = "files are read as bytes: write those of UTF-8, such as `\\xc3\\xa9`";
    refuse(offset, `\`${char}\` is more than one byte`, help);
  }
  return byte;
}

// packages/checks/src/secrets/custom-rule-pattern.ts
var LONGEST_PATTERN = 1e3;
var DEEPEST = 20;
var QUANTIFIER = /[?*+{]/;
var SECRET = "(?<secret>";
function readPattern(source) {
  if (source.length > LONGEST_PATTERN) {
    const message = `the pattern has more than ${LONGEST_PATTERN} characters`;
    return { fault: { offset: 0, message, help: "make several rules of it" } };
  }
  const reader = { source, at: 0, narrows: false };
  try {
    const piece = alternatives(reader, 0);
    if (reader.at < source.length) refuse(reader.at, "`)` closes nothing", "write `\\)` for the character itself");
    return { piece, narrows: reader.narrows };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}
function alternatives(reader, depth) {
  const { source, at: from } = reader;
  if (depth > DEEPEST) refuse(from, "groups are nested too deeply", "write the pattern without so many groups");
  const branches = [];
  let parts = [];
  while (reader.at < source.length && source[reader.at] !== ")") {
    if (source[reader.at] === "|") {
      reader.at++;
      branches.push({ kind: "sequence", parts });
      parts = [];
    } else parts.push(repeated(reader, depth));
  }
  branches.push({ kind: "sequence", parts });
  return branches.length === 1 ? branches[0] : { kind: "either", branches, at: from };
}
function repeated(reader, depth) {
  const from = reader.at;
  const piece = atom(reader, depth);
  const times = timesOf(reader);
  if (times === void 0) return piece;
  if (QUANTIFIER.test(reader.source[reader.at] ?? "")) {
    const help = "a value is taken as long as it can be: leave the second one out";
    refuse(reader.at, "a quantifier stands behind a quantifier", help);
  }
  return { kind: "repeat", piece, ...times, at: from };
}
function timesOf(reader) {
  const { source, at } = reader;
  const char = source[at];
  if (char === "*" || char === "+")
    refuse(at, `\`${char}\` has no bound`, `say how many there are at most: \`{${char === "*" ? 0 : 1},64}\``);
  if (char === "?") {
    reader.at++;
    return { least: 0, most: 1 };
  }
  if (char !== "{") return void 0;
  const [text, least = "", comma, most = ""] = /^\{(\d{1,6})(?:(,)(\d{0,6}))?\}/.exec(source.slice(at)) ?? [];
  if (text === void 0) return refuse(at, "`{` begins no count", "write `{20}`, `{20,40}`, or `\\{` for the character itself");
  if (comma !== void 0 && most === "")
    refuse(at, `\`${text}\` has no upper bound`, `say how many there are at most: \`{${least},${2 * Number(least) || 64}}\``);
  const times = { least: Number(least), most: Number(comma === void 0 ? least : most) };
  if (times.least > times.most || times.most === 0)
    refuse(at, `\`${text}\` counts nothing`, "the first number is at most the second, and that is at least 1");
  reader.at += text.length;
  return times;
}
function atom(reader, depth) {
  const { source, at } = reader;
  const char = source[at];
  if (char === "(") return group(reader, depth);
  if (char === "[") return { kind: "set", set: readClass(reader) };
  if (char === "\\") return { kind: "set", set: readEscape(reader, false) };
  if (char === "^" || char === "$")
    refuse(at, `\`${char}\` is not for patterns of secrets`, "leave it out: a value never begins or ends within a longer word");
  if ("*+?{}]".includes(char)) refuse(at, `\`${char}\` stands alone`, `write \`\\${char}\` for the character itself`);
  reader.at++;
  return { kind: "set", set: char === "." ? DOT : bytesOf(byteOf(char, at)) };
}
function group(reader, depth) {
  const { source, at: from } = reader;
  const head = /^\((?:\?(?:<?[=!]|:|<\w*>|[^)]?))?/.exec(source.slice(from))?.[0] ?? "(";
  if (/[=!]$/.test(head) && head.startsWith("(?"))
    refuse(from, "a pattern cannot look ahead or behind", "name the words that stand near under `near`");
  if (head === SECRET) {
    if (reader.narrows || depth > 0)
      refuse(from, "the group `secret` stands within another, or twice", "one is enough, at the outside");
    reader.narrows = true;
  } else if (head !== "(" && head !== "(?:") {
    refuse(from, `\`${head}\` begins no group that is known`, "write `(?:…)`, or `(?<secret>…)` for the part that is the secret");
  }
  reader.at += head.length;
  const inside = alternatives(reader, depth + 1);
  if (source[reader.at] !== ")") refuse(from, "the group is not closed", "write `\\(` for the character itself");
  reader.at++;
  if (head === SECRET && QUANTIFIER.test(source[reader.at] ?? ""))
    refuse(reader.at, "the group `secret` cannot be repeated", "repeat what stands in it");
  return inside;
}

// packages/checks/src/secrets/custom-rule.ts
var CUSTOM_TIERS = ["prefixed", "contextual", "heuristic"];
var ANCHOR_FORM = /^[\x21-\x7e]{3,40}$/;
var LONGEST_VALUE = 4096;
var ASSIGNED = `["'\`]?\\]?[ \\t]{0,8}(?:=>|:=|=|:)[ \\t]{0,8}(?:["'\`]|\\\\["'])?`;
function customPatternFault({
  pattern,
  anchors,
  anchoredBy
}) {
  const read = readPattern(pattern);
  if ("fault" in read) return read.fault;
  const { least, most } = extentOf({ source: pattern });
  const whole = { offset: 0 };
  if (most > LONGEST_VALUE) {
    return { ...whole, message: `a match can be longer than ${LONGEST_VALUE} bytes`, help: "count fewer" };
  }
  const { fault } = costOf(read.piece);
  if (fault !== void 0) return fault;
  if (anchoredBy === "name") {
    if (least === 0)
      return { ...whole, message: "the pattern matches nothing at all, too", help: "ask for at least one character" };
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
  const refuse2 = (code, message, at, help) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ code, message, at, ...help === void 0 ? {} : { help } });
  };
  if (text.length > LARGEST) {
    refuse2("ERR_RULES_FILE", "the file is larger than 128 KiB", { file, line: 1, column: 1 }, "make several files of it");
    return { problems };
  }
  const document = (0, import_yaml.parseDocument)(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  for (const error of document.errors) {
    const message = error.message.slice(0, 1).toLowerCase() + error.message.slice(1).replaceAll(/\s+/g, " ");
    if (/stack/i.test(message)) refuse2("ERR_RULES_FILE", TOO_DEEP, place(error.pos[0]));
    else if (error.code === "MULTIPLE_DOCS")
      refuse2(
        "ERR_RULES_FILE",
        "a second document begins here",
        place(error.pos[0]),
        "make one list of the rules, or several files"
      );
    else refuse2("ERR_RULES_FILE", `not readable as YAML: ${message}`, place(error.pos[0]));
  }
  if (problems.length > 0) return { problems };
  const value = read(document.contents, 0, 0);
  return problems.some(({ code }) => code === "ERR_RULES_FILE") ? { problems } : { value, problems };
  function read(node, depth, otherwise) {
    const start = node?.range?.[0] ?? otherwise;
    const at = () => place(start);
    if ((0, import_yaml.isScalar)(node) || (0, import_yaml.isMap)(node) || (0, import_yaml.isSeq)(node)) {
      if (node.anchor !== void 0 || node.tag !== void 0)
        refuse2("ERR_RULES_FILE", "anchors and tags are not accepted in a rule", at(), "write the value out");
      if (depth > DEEPEST2) refuse2("ERR_RULES_FILE", TOO_DEEP, at());
      else if ((0, import_yaml.isSeq)(node)) return { kind: "list", items: node.items.map((item) => read(item, depth + 1, start)), at };
      else if ((0, import_yaml.isMap)(node)) return { kind: "map", entries: entriesOf(node.items, depth + 1, start), at };
      else if ((0, import_yaml.isScalar)(node) && node.value !== null) return textAt(node, start);
    } else if (node !== null) refuse2("ERR_RULES_FILE", "aliases are not accepted in a rule", at(), "write the value out");
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
        refuse2("ERR_RULES_FILE", "a key is not plain text", place(offset));
        continue;
      }
      const name = typeof key.value === "string" ? key.value : key.source ?? "";
      if (entries.has(name)) refuse2("ERR_RULES_KEY", `\`${name}\` stands twice`, place(offset), "keep one of them");
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
    description: "Regular expression of the whole value, from its anchor on, in linear time: counts have bounds, and each character decides how to go on.",
    longest: LONGEST_PATTERN
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
  const refuse2 = (code, message, at, help) => {
    problems.push({ code, message, at, help });
  };
  if (value.kind !== "map") {
    refuse2("ERR_RULES_VALUE", "a rule is a map of keys and values", value.at(), "begin with `id:`");
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
      if (field.required) refuse2("ERR_RULES_MISSING", `\`${key}\` is missing`, (entry?.value ?? value).at(), field.description);
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
    refuse2("ERR_RULES_KEY", `\`${name}\` is not a key of ${known2 === RULE_KEYS ? "a rule" : "`examples`"}`, at, help);
  }
  function textsOf(from, key, field) {
    const items = from.kind === "list" && field.kind === "texts" ? from.items : [from];
    const right = items.flatMap((item) => item.kind === "text" && isRight(item, key, field) ? [item] : []);
    const strange = items.find((item) => item.kind !== "text");
    if (strange !== void 0 || items.length === 0) {
      const wanted = field.kind === "texts" ? "it is one text, or a list of them" : "it is one text";
      refuse2("ERR_RULES_VALUE", `\`${key}\` is not of its kind`, (strange ?? from).at(), wanted);
    }
    return right.length === items.length && items.length > 0 ? right : void 0;
  }
  function isRight(item, key, { choices, form, wanted, longest = 200 }) {
    const { text } = item;
    if (choices !== void 0) {
      if (choices.includes(text)) return true;
      const near = suggest(text, choices);
      const help = near === void 0 ? `it is one of ${choices.map((choice) => `\`${choice}\``).join(", ")}` : `did you mean \`${near}\`?`;
      refuse2("ERR_RULES_VALUE", `\`${text}\` is no ${key} of a rule`, item.at(), help);
      return false;
    }
    if (text.trim() === "") refuse2("ERR_RULES_VALUE", `\`${key}\` is empty`, item.at(), RULE_FIELDS[key].description);
    else if (text.length > longest)
      refuse2("ERR_RULES_VALUE", `\`${key}\` has more than ${longest} characters`, item.at(), "say it in fewer");
    else if (form !== void 0 && !form.test(text))
      refuse2("ERR_RULES_VALUE", `\`${text}\` is not of the form of \`${key}\``, item.at(), `it is ${wanted}`);
    else return true;
    return false;
  }
  function examplesOf(entry) {
    if (entry === void 0 || entry.value.kind === "nothing") return { positive: [], negative: [] };
    if (entry.value.kind !== "map") {
      refuse2("ERR_RULES_VALUE", "`examples` is not of its kind", entry.value.at(), "it has the lists `positive` and `negative`");
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
      refuse2("ERR_RULES_MISSING", `there is no ${name} example`, entry?.key ?? around, "give at least one, in a list");
    if (items.length > MOST_EXAMPLES)
      refuse2("ERR_RULES_VALUE", `there are more than ${MOST_EXAMPLES} examples`, entry?.key ?? around, "keep those that differ");
    return items.slice(0, MOST_EXAMPLES).flatMap((item) => {
      const parts = item.kind === "list" ? item.items : [item];
      const text = parts.map((part) => part.kind === "text" ? part.text : "").join("");
      if (parts.some((part) => part.kind !== "text") || text === "" || text.length > LONGEST_EXAMPLE) {
        refuse2(
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
var LARGEST2 = 1 << 20;
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
  if (!reading(shown, () => _statSync(path)).isDirectory()) return [[path, shown]];
  const names = reading(shown, () => _readdirSync(path)).filter((name) => RULE_FILE.test(name));
  return names.sort(inTextOrder).map((name) => {
    const [file, listed] = [_join(path, name), shown === "." ? name : `${shown}/${name}`];
    if (!reading(listed, () => _lstatSync(file)).isFile()) throw unreadableRules(listed, "not a regular file");
    return [file, listed];
  });
}
function textOf(file, name) {
  if (reading(name, () => _statSync(file)).size > LARGEST2) throw unreadableRules(name, "larger than 1 MiB");
  return reading(name, () => _readFileSync(file, "utf8"));
}
function reading(name, read) {
  try {
    return read();
  } catch (cause) {
    throw unreadableRules(name, cause.code ?? "unknown failure", cause);
  }
}
function unreadableRules(name, reason, cause) {
  const help = "rules are read from a folder of `.yml` files, or from one file";
  return new ConfigError(`the rules \`${name}\` cannot be read: ${reason}`, {
    code: "ERR_RULES_FILE",
    help,
    ...cause === void 0 ? {} : { cause }
  });
}
export {
  readRules,
  readRulesWithProblems
};
