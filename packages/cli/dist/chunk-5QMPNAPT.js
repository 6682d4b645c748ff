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

export {
  textOf,
  flagOf,
  listOf
};
