// The published package may have no dependencies, so the build bundles this one file.
export {
	parsePhoneNumberFromString,
	validatePhoneNumberLength,
	type CountryCode,
	type MetadataJson,
	type PhoneNumber,
} from 'libphonenumber-js/core';
