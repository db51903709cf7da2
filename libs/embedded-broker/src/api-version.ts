/** The version of the official broker whose API this one speaks; clients read it to know what they can ask for. */
export const apiVersion = '2.122.0';
