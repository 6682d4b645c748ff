// imported:node:os
var builtin = process.getBuiltinModule("node:os");
var pick = (name) => builtin[name];
var _availableParallelism = /* @__PURE__ */ pick("availableParallelism");
var _tmpdir = /* @__PURE__ */ pick("tmpdir");
var _constants = /* @__PURE__ */ pick("constants");
var _EOL = /* @__PURE__ */ pick("EOL");

export {
  _availableParallelism,
  _tmpdir,
  _constants,
  _EOL
};
