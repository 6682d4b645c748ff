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
  oneLine,
  logLines,
  text,
  code,
  sentence,
  table,
  codeBlock,
  blocks
};
