import {
  __commonJS
} from "./chunk-CZ7CSFO4.js";

// required:node:fs
var require_node_fs = __commonJS({
  "required:node:fs"(exports, module) {
    module.exports = process.getBuiltinModule("node:fs");
  }
});

// required:node:path
var require_node_path = __commonJS({
  "required:node:path"(exports, module) {
    module.exports = process.getBuiltinModule("node:path");
  }
});

export {
  require_node_path,
  require_node_fs
};
