import {
  __commonJS
} from "./chunk-TRTQSARU.js";

// required:node:os
var require_node_os = __commonJS({
  "required:node:os"(exports, module) {
    module.exports = process.getBuiltinModule("node:os");
  }
});

// required:node:fs
var require_node_fs = __commonJS({
  "required:node:fs"(exports, module) {
    module.exports = process.getBuiltinModule("node:fs");
  }
});

export {
  require_node_os,
  require_node_fs
};
