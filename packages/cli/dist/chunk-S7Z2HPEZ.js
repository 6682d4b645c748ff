import {
  knownRule,
  showRules
} from "./chunk-35MMBRH7.js";
import "./lint.js";
import "./start.js";
import "./start.js";
import "./lint.js";
import "./lint.js";
import "./lint.js";
import "./start.js";
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
