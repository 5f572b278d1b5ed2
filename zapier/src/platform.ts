/** The platform's types that this adapter uses. Everything but the version is a type. */
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
