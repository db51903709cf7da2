/**
 * Node's HTTP. It is not imported, since an import reads each of its names: behind one of them is Node's `fetch`, whose
 * loading takes a fifth of the time of a short command.
 */
export const http = process.getBuiltinModule('node:http');
export const https = process.getBuiltinModule('node:https');
