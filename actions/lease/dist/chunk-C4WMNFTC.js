import {
  judgeExchange
} from "./chunk-D72IUDJC.js";
import "./chunk-5CWWJ6Z7.js";
import "./chunk-TRTQSARU.js";
export {
  judgeExchange
};
