// imported:node:os
var builtin = process.getBuiltinModule("node:os");
var pick = (name) => builtin[name];
var _availableParallelism = /* @__PURE__ */ pick("availableParallelism");
var _EOL = /* @__PURE__ */ pick("EOL");

// imported:node:timers/promises
var builtin2 = process.getBuiltinModule("node:timers/promises");
var pick2 = (name) => builtin2[name];
var _setTimeout = /* @__PURE__ */ pick2("setTimeout");
var _setImmediate = /* @__PURE__ */ pick2("setImmediate");

export {
  _availableParallelism,
  _EOL,
  _setTimeout,
  _setImmediate
};
