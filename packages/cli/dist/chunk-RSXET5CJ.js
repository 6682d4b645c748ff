// imported:node:crypto
var builtin = process.getBuiltinModule("node:crypto");
var pick = (name) => builtin[name];
var _createHash = /* @__PURE__ */ pick("createHash");
var _createHmac = /* @__PURE__ */ pick("createHmac");
var _createPrivateKey = /* @__PURE__ */ pick("createPrivateKey");
var _createPublicKey = /* @__PURE__ */ pick("createPublicKey");
var _randomBytes = /* @__PURE__ */ pick("randomBytes");
var _randomUUID = /* @__PURE__ */ pick("randomUUID");
var _timingSafeEqual = /* @__PURE__ */ pick("timingSafeEqual");

export {
  _createHash,
  _createHmac,
  _createPrivateKey,
  _createPublicKey,
  _randomBytes,
  _randomUUID,
  _timingSafeEqual
};
