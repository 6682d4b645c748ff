// imported:node:timers/promises
var builtin = process.getBuiltinModule("node:timers/promises");
var pick = (name) => builtin[name];
var _setTimeout = /* @__PURE__ */ pick("setTimeout");
var _setImmediate = /* @__PURE__ */ pick("setImmediate");

export {
  _setTimeout,
  _setImmediate
};
