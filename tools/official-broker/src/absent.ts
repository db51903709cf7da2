/** The official broker can't be had on this machine. The message says what is missing. */
export class OfficialBrokerAbsent extends Error {
  override name = 'OfficialBrokerAbsent';
}
