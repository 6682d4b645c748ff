import {
  __commonJS
} from "./chunk-CZ7CSFO4.js";

// rare:node:child_process
var require_node_child_process = __commonJS({
  "rare:node:child_process"(exports, module) {
    module.exports = {
      get spawn() {
        return process.getBuiltinModule("node:child_process").spawn;
      },
      get execFileSync() {
        return process.getBuiltinModule("node:child_process").execFileSync;
      }
    };
  }
});

export {
  require_node_child_process
};
