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

// packages/report/src/plain.ts
var UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;
function oneLine(text2) {
  return text2.replaceAll(UNPRINTABLE, " ").trim();
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
function text(words) {
  return oneLine(words).replaceAll(MEANINGFUL, entity);
}
function code(words) {
  const line = oneLine(words);
  if (line === "") return "<code> </code>";
  return UNSAFE_IN_CODE.test(line) ? `<code>${text(line)}</code>` : `\`${line}\``;
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
function codeBlock(language, content) {
  const longest = Math.max(2, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}
${content}
${fence}`;
}
function blocks(...parts) {
  return `${parts.filter((part) => part !== "").join("\n\n")}
`;
}

export {
  LeaseholdError,
  ConfigError,
  DeniedError,
  UpstreamError,
  InternalError,
  oneLine,
  logLines,
  text,
  code,
  sentence,
  table,
  codeBlock,
  blocks
};
