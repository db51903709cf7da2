export { byUrl } from './by-url.ts';
export { StateChanges } from './state-changes.ts';
export {
  byHandlers,
  type Hook,
  type StateFunction,
  type StateHandler,
  type StateHandlers,
  type StateValues,
} from './state-handlers.ts';
export { stateListener } from './state-listener.ts';
