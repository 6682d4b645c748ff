// imported:node:zlib
var builtin = process.getBuiltinModule("node:zlib");
var pick = (name) => builtin[name];
var _inflateSync = /* @__PURE__ */ pick("inflateSync");
var _inflateRawSync = /* @__PURE__ */ pick("inflateRawSync");

export {
  _inflateSync,
  _inflateRawSync
};
