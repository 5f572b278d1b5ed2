/** The words of the platform that this adapter speaks; types alone, save for the version. */
export type {
	App,
	AuthField,
	Authentication,
	Bundle,
	Create,
	InputFieldGroup,
	LockObject,
	PlainInputField,
	PlainOutputField,
	Search,
	SearchOrCreate,
	ThrottleObject,
	Trigger,
	ZObject,
} from 'zapier-platform-core';
export { version as platformVersion } from 'zapier-platform-core';
