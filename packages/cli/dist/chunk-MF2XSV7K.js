import {
  knownRule,
  showRules
} from "./chunk-4OVFTKKH.js";
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
