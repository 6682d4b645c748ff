// imported:node:child_process
var builtin = process.getBuiltinModule("node:child_process");
var pick = (name) => builtin[name];
var _execFileSync = /* @__PURE__ */ pick("execFileSync");
var _spawn = /* @__PURE__ */ pick("spawn");

export {
  _execFileSync,
  _spawn
};
