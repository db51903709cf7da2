export { byMessagesUrl, byProviders } from './make-message.ts';
export {
  messageWithMetadata,
  type MessageDescriptor,
  type MessageProvider,
  type MessageProviders,
  type MessageWithMetadata,
} from './message-providers.ts';
export { messageListener } from './message-listener.ts';
