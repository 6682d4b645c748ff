import {
  judgeExchange
} from "./chunk-WPNYO7EI.js";
import "./chunk-5CWWJ6Z7.js";
import "./chunk-CZ7CSFO4.js";
export {
  judgeExchange
};
