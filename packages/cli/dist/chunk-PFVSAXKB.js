import {
  __commonJS
} from "./chunk-CZ7CSFO4.js";

// required:node:process
var require_node_process = __commonJS({
  "required:node:process"(exports, module) {
    module.exports = process.getBuiltinModule("node:process");
  }
});

// packages/core/src/grant.ts
var ACCESS_LEVELS = ["read", "write", "admin"];

export {
  ACCESS_LEVELS,
  require_node_process
};
