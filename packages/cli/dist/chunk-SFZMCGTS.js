import {
  knownRule,
  showRules
} from "./chunk-MTBGGNY4.js";
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
import "./start.js";
import "./lint.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
export {
  knownRule,
  showRules
};
