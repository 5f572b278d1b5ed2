// The published package may have no dependencies, so the build bundles this one file.
export { parsePhoneNumberFromString, type CountryCode, type MetadataJson } from 'libphonenumber-js/core';
