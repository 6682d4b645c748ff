// imported:node:os
var builtin = process.getBuiltinModule("node:os");
var pick = (name) => builtin[name];
var _EOL = /* @__PURE__ */ pick("EOL");

// imported:node:fs
var builtin2 = process.getBuiltinModule("node:fs");
var pick2 = (name) => builtin2[name];
var _appendFileSync = /* @__PURE__ */ pick2("appendFileSync");
var _chmodSync = /* @__PURE__ */ pick2("chmodSync");
var _closeSync = /* @__PURE__ */ pick2("closeSync");
var _existsSync = /* @__PURE__ */ pick2("existsSync");
var _lstatSync = /* @__PURE__ */ pick2("lstatSync");
var _mkdirSync = /* @__PURE__ */ pick2("mkdirSync");
var _openSync = /* @__PURE__ */ pick2("openSync");
var _readdirSync = /* @__PURE__ */ pick2("readdirSync");
var _readFileSync = /* @__PURE__ */ pick2("readFileSync");
var _renameSync = /* @__PURE__ */ pick2("renameSync");
var _rmSync = /* @__PURE__ */ pick2("rmSync");
var _statSync = /* @__PURE__ */ pick2("statSync");
var _writeFileSync = /* @__PURE__ */ pick2("writeFileSync");
var _constants = /* @__PURE__ */ pick2("constants");

export {
  _EOL,
  _appendFileSync,
  _chmodSync,
  _closeSync,
  _existsSync,
  _lstatSync,
  _mkdirSync,
  _openSync,
  _readdirSync,
  _readFileSync,
  _renameSync,
  _rmSync,
  _statSync,
  _writeFileSync,
  _constants
};
