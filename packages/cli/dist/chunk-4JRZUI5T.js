import {
  __commonJS
} from "./chunk-CZ7CSFO4.js";

// rare:node:crypto
var require_node_crypto = __commonJS({
  "rare:node:crypto"(exports, module) {
    module.exports = {
      get randomUUID() {
        return process.getBuiltinModule("node:crypto").randomUUID;
      }
    };
  }
});

export {
  require_node_crypto
};
