import {
  __commonJS
} from "./chunk-CZ7CSFO4.js";

// required:node:util
var require_node_util = __commonJS({
  "required:node:util"(exports, module) {
    module.exports = process.getBuiltinModule("node:util");
  }
});

// required:node:events
var require_node_events = __commonJS({
  "required:node:events"(exports, module) {
    module.exports = process.getBuiltinModule("node:events");
  }
});

export {
  require_node_events,
  require_node_util
};
