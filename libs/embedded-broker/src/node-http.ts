/**
 * Node's HTTP. It is not imported, since an import reads each of its names: behind one of them is Node's `fetch`, whose
 * loading takes a command as long as all of Express.
 */
export const { createServer, METHODS, request: requestHttp } = process.getBuiltinModule('node:http');
export const { request: requestHttps } = process.getBuiltinModule('node:https');
