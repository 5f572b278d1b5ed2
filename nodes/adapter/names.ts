import type { Carrier } from '../../shared/declare/carrier';

/** The carrier's name as n8n writes type names: "DeliverIt" becomes "deliverIt". */
export const typeName = (carrier: Carrier): string => carrier.title.charAt(0).toLowerCase() + carrier.title.slice(1);

/** Name of the carrier's credential type. n8n shares these names over all packages. */
export const credentialName = (carrier: Carrier): string => `${typeName(carrier)}Api`;

/** Name of the credential type of a carrier whose users may sign in instead of pasting a token. */
export const oauthCredentialName = (carrier: Carrier): string => `${typeName(carrier)}OAuth2Api`;

const camel = (text: string) => text.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const searchMethod = (choices: string): string => `search${capital(camel(choices))}`;
export const listMethod = (choices: string): string => `get${capital(camel(choices))}`;
/** The list behind the rarely used fields of a group. */
export const collectionName = (group: string): string => `${camel(group)}Fields`;
