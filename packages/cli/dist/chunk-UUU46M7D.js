import {
  knownRule,
  showRules
} from "./chunk-LEBNWJFH.js";
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
