import {
  knownRule,
  showRules
} from "./chunk-C3QIXL4U.js";
import "./lint.js";
import "./start.js";
import "./start.js";
import "./lint.js";
import "./lint.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./lint.js";
import "./start.js";
import "./start.js";
import "./lint.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
export {
  knownRule,
  showRules
};
