import {
  __export
} from "./start.js";

// imported:node:http
var node_http_exports = {};
__export(node_http_exports, {
  Agent: () => _Agent,
  ClientRequest: () => _ClientRequest,
  CloseEvent: () => _CloseEvent,
  IncomingMessage: () => _IncomingMessage,
  METHODS: () => _METHODS,
  MessageEvent: () => _MessageEvent,
  OutgoingMessage: () => _OutgoingMessage,
  STATUS_CODES: () => _STATUS_CODES,
  Server: () => _Server,
  ServerResponse: () => _ServerResponse,
  WebSocket: () => _WebSocket,
  _connectionListener: () => __connectionListener,
  createServer: () => _createServer,
  default: () => node_http_default,
  get: () => _get,
  globalAgent: () => _globalAgent,
  maxHeaderSize: () => _maxHeaderSize,
  request: () => _request,
  setGlobalProxyFromEnv: () => _setGlobalProxyFromEnv,
  setMaxIdleHTTPParsers: () => _setMaxIdleHTTPParsers,
  validateHeaderName: () => _validateHeaderName,
  validateHeaderValue: () => _validateHeaderValue
});
var builtin = process.getBuiltinModule("node:http");
var pick = (name) => builtin[name];
var node_http_default = builtin;
var __connectionListener = /* @__PURE__ */ pick("_connectionListener");
var _METHODS = /* @__PURE__ */ pick("METHODS");
var _STATUS_CODES = /* @__PURE__ */ pick("STATUS_CODES");
var _Agent = /* @__PURE__ */ pick("Agent");
var _ClientRequest = /* @__PURE__ */ pick("ClientRequest");
var _IncomingMessage = /* @__PURE__ */ pick("IncomingMessage");
var _OutgoingMessage = /* @__PURE__ */ pick("OutgoingMessage");
var _Server = /* @__PURE__ */ pick("Server");
var _ServerResponse = /* @__PURE__ */ pick("ServerResponse");
var _createServer = /* @__PURE__ */ pick("createServer");
var _validateHeaderName = /* @__PURE__ */ pick("validateHeaderName");
var _validateHeaderValue = /* @__PURE__ */ pick("validateHeaderValue");
var _get = /* @__PURE__ */ pick("get");
var _request = /* @__PURE__ */ pick("request");
var _setMaxIdleHTTPParsers = /* @__PURE__ */ pick("setMaxIdleHTTPParsers");
var _setGlobalProxyFromEnv = /* @__PURE__ */ pick("setGlobalProxyFromEnv");
var _maxHeaderSize = /* @__PURE__ */ pick("maxHeaderSize");
var _globalAgent = /* @__PURE__ */ pick("globalAgent");
var _WebSocket = /* @__PURE__ */ pick("WebSocket");
var _CloseEvent = /* @__PURE__ */ pick("CloseEvent");
var _MessageEvent = /* @__PURE__ */ pick("MessageEvent");

export {
  _Agent,
  _createServer,
  _globalAgent,
  node_http_exports
};
