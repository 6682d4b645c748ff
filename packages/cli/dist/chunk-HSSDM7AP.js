// packages/cli/src/input.ts
function textOf(input, name) {
  const value = input.options.get(name);
  return typeof value === "string" ? value : void 0;
}
function listOf(input, name) {
  const value = input.options.get(name);
  return Array.isArray(value) ? value : [];
}

export {
  textOf,
  listOf
};
