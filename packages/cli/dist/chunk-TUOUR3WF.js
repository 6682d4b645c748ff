// imported:node:os
var builtin = process.getBuiltinModule("node:os");
var pick = (name) => builtin[name];
var _availableParallelism = /* @__PURE__ */ pick("availableParallelism");
var _tmpdir = /* @__PURE__ */ pick("tmpdir");
var _constants = /* @__PURE__ */ pick("constants");
var _EOL = /* @__PURE__ */ pick("EOL");

// imported:node:timers/promises
var builtin2 = process.getBuiltinModule("node:timers/promises");
var pick2 = (name) => builtin2[name];
var _setTimeout = /* @__PURE__ */ pick2("setTimeout");
var _setImmediate = /* @__PURE__ */ pick2("setImmediate");

export {
  _setTimeout,
  _setImmediate,
  _availableParallelism,
  _tmpdir,
  _constants,
  _EOL
};
